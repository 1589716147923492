import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

export interface Stop {
  readonly step: string;
  readonly seconds: number;
  readonly seen: string;
}

/** The tour's notebook: what was done, how long it took, what was seen, and a picture of it. */
export class TourLog {
  readonly stops: Stop[] = [];
  readonly folder: string;
  #pictures = 0;

  constructor(name: string) {
    this.folder = fileURLToPath(new URL(`../../test-output/${name}/`, import.meta.url));
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  /** Runs one step; its answer is what was seen. A step that fails says which one it was. */
  async step(name: string, work: () => Promise<string>): Promise<void> {
    const began = performance.now();
    try {
      const seen = await work();
      this.stops.push({ step: name, seconds: (performance.now() - began) / 1000, seen });
      process.stdout.write(`  ${name}: ${seen}\n`);
    } catch (cause) {
      throw new Error(`The tour stopped at "${name}".`, { cause });
    }
  }

  /** Takes a picture into the tour's folder; pictures are numbered in the order of the tour. */
  async picture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
    this.#pictures += 1;
    const number = String(this.#pictures).padStart(2, '0');
    await page.screenshot({ path: `${this.folder}${number}-${name}.png`, ...options });
  }

  /** The table printed at the end. */
  table(): string {
    const width = Math.max(...this.stops.map((stop) => stop.step.length), 4);
    const head = `${'Step'.padEnd(width)}  Seconds  Seen`;
    const rows = this.stops.map(
      ({ step, seconds, seen }) => `${step.padEnd(width)}  ${seconds.toFixed(1).padStart(7)}  ${seen}`,
    );
    return [head, '─'.repeat(width + 40), ...rows].join('\n');
  }
}
