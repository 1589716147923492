import { describe, expect, it } from 'vitest';
import { type AuditQuestion, createAuditTurns } from '../../../utils/app/audit-turns.ts';
import type { AuditResult } from '../../../utils/model/messages.ts';

const GOOD: AuditResult = { ok: true };
const CLOSED: AuditResult = { ok: false, error: { code: 'sign-in-cancelled', who: 'cancelled' } };

/** Readings that end when the test says so. */
function stage() {
  const asked: AuditQuestion[] = [];
  const ends: ((result: AuditResult) => void)[] = [];
  let hear = () => {};
  const turns = createAuditTurns((question, listen) => {
    asked.push(question);
    hear = listen;
    return new Promise((end) => ends.push(end));
  });
  const end = async (result: AuditResult = GOOD) => {
    ends.at(-1)?.(result);
    await new Promise(setImmediate);
  };
  return { turns, asked, end, hear: () => hear() };
}

describe('one reading at a time', () => {
  it('the same question, and one that leaves it open, join the reading under way', async () => {
    const { turns, asked, end } = stage();
    const answers = [{ signIns: true }, { signIns: true }, {}].map((question) => turns.ask(question));
    await end();
    expect(await Promise.all(answers)).toEqual([GOOD, GOOD, GOOD]);
    expect(asked).toEqual([{ signIns: true }]);
  });

  it('another question is read once more afterwards, the last word winning, and a later one anew', async () => {
    const { turns, asked, end } = stage();
    void turns.ask({ signIns: false });
    const others = [{ signIns: true }, { signIns: false }, { signIns: true }, {}].map((question) =>
      turns.ask(question),
    );
    expect(asked).toHaveLength(1);
    await end();
    expect(asked).toEqual([{ signIns: false }, { signIns: true }]);
    await end();
    expect(await Promise.all(others)).toEqual([GOOD, GOOD, GOOD, GOOD]);
    expect(asked).toHaveLength(2);
    void turns.ask({ signIns: true });
    expect(asked).toHaveLength(3);
  });

  it('an admin’s new word counts in the reading under way until that has listened', async () => {
    const { turns, asked, end, hear } = stage();
    void turns.ask({ signIns: false });
    turns.wordChanged();
    void turns.ask({});
    hear();
    void turns.ask({});
    await end();
    expect(asked).toHaveLength(1);
    void turns.ask({ signIns: false });
    hear();
    turns.wordChanged();
    void turns.ask({});
    await end();
    expect(asked).toHaveLength(3);
  });

  it('a window that was closed is not opened again by whoever waited', async () => {
    const { turns, asked, end } = stage();
    void turns.ask({ signIns: false });
    const other = turns.ask({ signIns: true });
    await end(CLOSED);
    expect(await other).toEqual(CLOSED);
    expect(asked).toHaveLength(1);
    void turns.ask({ signIns: true });
    expect(asked).toHaveLength(2);
  });
});
