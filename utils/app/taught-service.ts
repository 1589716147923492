import type { Clock, TaughtBook, TaughtPort } from '../model/ports.ts';
import type { PageId, TaughtLocator } from '../model/settings.ts';
import { isSamePlace, MOST_LOCATORS } from '../model/taught.ts';

export interface TaughtService {
  /** Locators of a page: the person's own, then the policy's. */
  on(page: PageId, policy?: readonly TaughtLocator[]): Promise<readonly TaughtLocator[]>;
  /** Keeps what was just pointed out; the later one of a setting and page takes the place of the earlier. */
  teach(locators: readonly TaughtLocator[]): Promise<void>;
  /** Takes away what no longer fits, and remembers to say so. What a policy holds is not ours to drop. */
  drop(locators: readonly TaughtLocator[]): Promise<void>;
  change(asked: {
    readonly forget?: readonly TaughtLocator[];
    readonly add?: readonly TaughtLocator[];
    readonly dismiss?: true;
  }): Promise<void>;
}

const isSame = (a: TaughtLocator, b: TaughtLocator) =>
  isSamePlace(a, b) && a.words === b.words && a.shape === b.shape && a.path.join() === b.path.join();

const without = (locators: readonly TaughtLocator[], others: readonly TaughtLocator[]) =>
  locators.filter((one) => !others.some((other) => isSame(one, other)));

function withAdded(book: TaughtBook, added: readonly TaughtLocator[]): TaughtBook {
  const kept = book.locators.filter((one) => !added.some((other) => isSamePlace(one, other)));
  return {
    locators: [...kept, ...added].slice(-MOST_LOCATORS),
    dropped: book.dropped.filter(
      ({ setting, page }) => !added.some((one) => one.setting === setting && one.page === page),
    ),
  };
}

/** Controls people pointed out. The caller asks one thing at a time. */
export function createTaughtService(taught: TaughtPort, clock: Pick<Clock, 'now'>): TaughtService {
  return {
    async on(page, policy = []) {
      const { locators } = await taught.read();
      return [...locators, ...without(policy, locators)].filter((one) => one.page === page);
    },
    async teach(locators) {
      await taught.write(withAdded(await taught.read(), locators));
    },
    async drop(locators) {
      const book = await taught.read();
      const gone = book.locators.filter((one) => locators.some((other) => isSame(one, other)));
      if (gone.length === 0) return;
      const said = gone.map(({ setting, page }) => ({ setting, page, at: clock.now() }));
      const before = book.dropped.filter(
        (one) => !said.some(({ setting, page }) => one.setting === setting && one.page === page),
      );
      await taught.write({
        locators: without(book.locators, gone),
        dropped: [...before, ...said].slice(-MOST_LOCATORS),
      });
    },
    async change({ forget = [], add = [], dismiss }) {
      const book = await taught.read();
      const left = { ...book, locators: without(book.locators, forget) };
      await taught.write({ ...withAdded(left, add), ...(dismiss ? { dropped: [] } : {}) });
    },
  };
}
