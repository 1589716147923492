// Everything CI runs, in order of cheapness, with one closing line: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = fileURLToPath(new URL('../../test-output/', import.meta.url));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where vitest leaves its counts; without it the step itself counts as one. */
  readonly report?: string;
}

const vitest = (name: string, config: string): Step => ({
  name,
  command: [
    'vitest',
    'run',
    '--config',
    `test/config/${config}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${out}${name}.json`,
  ],
  report: `${out}${name}.json`,
});

const STEPS: readonly Step[] = [
  { name: 'wxt prepare', command: ['wxt', 'prepare'] },
  { name: 'type check', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  vitest('unit', 'vitest.unit.ts'),
  { name: 'build for Chromium', command: ['wxt', 'build'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
  vitest('e2e', 'vitest.e2e.ts'),
];

let passed = 0;
let failed = 0;
const lines: string[] = [];
for (const { name, command, report } of STEPS) {
  const began = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  let good = status === 0 ? 1 : 0;
  let bad = status === 0 ? 0 : 1;
  if (report && existsSync(report)) {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numFailedTestSuites: number;
    };
    good = counts.numPassedTests;
    // A file that does not load has no tests to count, yet it failed.
    bad = Math.max(counts.numFailedTests, status === 0 ? 0 : 1);
  }
  passed += good;
  failed += bad;
  lines.push(
    `${name.padEnd(20)} ${String(good).padStart(5)} passed ${String(bad).padStart(4)} failed  ${seconds.padStart(6)} s`,
  );
}
process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
