import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABLE } from '../../../utils/calendar/table.ts';

const SPEC = readFileSync(new URL('../../../utils/calendar/SPEC.md', import.meta.url), 'utf8');

/** Rows of the table that follows a heading, as cells. */
function tableUnder(heading: string): string[][] {
  const [, section = ''] = SPEC.split(`## ${heading}\n`);
  const lines = section.split('\n## ')[0]?.split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('SPEC.md', () => {
  const [head = [], ...rest] = tableUnder('Every cell');
  const matrix = rest.filter((row) => row.length === head.length);
  const words = rest.filter((row) => row.length === 2).slice(1);

  it('says every cell as the table has it', () => {
    const said = Object.fromEntries(
      matrix.map(([state, ...cells]) => [
        state,
        Object.fromEntries(cells.map((cell, at) => [head[at + 1], cell])),
      ]),
    );
    const built = Object.fromEntries(
      Object.entries(TABLE).map(([state, row]) => [
        state,
        Object.fromEntries(Object.entries(row).map(([event, cell]) => [event, cell.name])),
      ]),
    );
    expect(said).toEqual(built);
  });

  it('explains every cell it names, and none besides', () => {
    const named = new Set(matrix.flatMap((row) => row.slice(1)));
    expect(words.map(([cell]) => cell).sort()).toEqual([...named].sort());
  });

  it.each(['Invariants', 'Everything that asks again, and what bounds it'])(
    'links %s to tests that exist',
    (heading) => {
      const [, ...rows] = tableUnder(heading);
      expect(rows.length).toBeGreaterThan(5);
      for (const row of rows) {
        const test = /`([^`]+\.test\.ts)`/.exec(row.at(-1) ?? '')?.[1] ?? 'none named';
        expect(existsSync(new URL(`../${test}`, import.meta.url)), `${row[0]}: ${test}`).toBe(true);
      }
    },
  );

  it('numbers its invariants, and a test of that name carries each number', () => {
    for (const [number = '', , , proof = ''] of tableUnder('Invariants').slice(1)) {
      const test = /`([^`]+)`/.exec(proof)?.[1] ?? '';
      const text = readFileSync(new URL(`../${test}`, import.meta.url), 'utf8');
      expect(
        new RegExp(`(?:it|describe)(?:\\.each\\([^)]*\\))?\\(\\s*['\`][^'\`]*\\b${number}\\b`).test(text),
        `${number} in ${test}`,
      ).toBe(true);
    }
  });
});
