/** Runs pieces of work one after another, whatever becomes of each: read-change-write must not interleave. */
export function createTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const running = last.then(work, work);
    last = running.then(
      () => undefined,
      () => undefined,
    );
    return running;
  };
}
