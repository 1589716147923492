import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-tree.ts';

const DATA = /\/labels\/|\/locales\/|\/fixtures\/|entra-errors\.ts$/;
const KB = 1000;

/** The share of files at or under which the size lies. */
function quantile(sizes: readonly number[], share: number): number {
  const sorted = [...sizes].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

describe('file sizes (DESIGN 3): one idea a file', () => {
  const files = sourceFiles(['entrypoints', 'components', 'utils'], /\.tsx?$/).filter(
    (file) => !DATA.test(file.path),
  );
  const sizes = files.map((file) => Buffer.byteLength(file.text));

  it('has a median under 2.5 kB', () => {
    expect(quantile(sizes, 0.5)).toBeLessThan(2.5 * KB);
  });

  it('has nine in ten under 6.5 kB', () => {
    expect(quantile(sizes, 0.9)).toBeLessThan(6.5 * KB);
  });

  it('has none over 12 kB', () => {
    const tooBig = [
      ...files,
      ...sourceFiles(['test'], /\.(?:ts|mjs|js)$/).filter((file) => !DATA.test(file.path)),
    ]
      .filter((file) => Buffer.byteLength(file.text) > 12 * KB)
      .map((file) => `${file.path}: ${Buffer.byteLength(file.text)} bytes; split it by idea`);
    expect(tooBig).toEqual([]);
  });
});
