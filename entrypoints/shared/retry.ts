/** A store that could not be read is asked again after this long, ms. */
const RETRY = 2_000;

/**
 * Reads again by itself while a page could not read the store. What kept it passes, another tab steps aside or the worker
 * migrates, and nobody tells of it.
 *
 * @returns to be told after each reading whether it failed; one timer at a time, none once it succeeded
 */
export function createRetry(again: () => void): (failed: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (failed) => {
    clearTimeout(timer);
    timer = failed ? setTimeout(again, RETRY) : undefined;
  };
}
