import { isRecord } from '../../utils/core/is-record.ts';
import type { TaughtLocator } from '../../utils/model/settings.ts';
import { parseLocators } from '../../utils/model/taught.ts';

const NAME = 'syncline-taught-controls.json';

/** Saves the list as a file in the form that is imported, by policy too. */
export function saveTaughtFile(locators: readonly TaughtLocator[]): void {
  const text = `${JSON.stringify({ version: 1, locators }, null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = NAME;
  link.click();
  URL.revokeObjectURL(url);
}

/**
 * The list in a file: as it was saved, or the bare list a policy holds.
 *
 * @returns `null` when the file is no JSON; else the good locators and every bad field
 */
export async function readTaughtFile(file: Blob): Promise<ReturnType<typeof parseLocators> | null> {
  let given: unknown;
  try {
    given = JSON.parse(await file.text());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  if (!isRecord(given)) return parseLocators(given);
  const { version, locators, ...others } = given;
  if (version !== 1) return { locators: [], refused: [{ field: 'version', reason: 'wrong-value' }] };
  const read = parseLocators(locators);
  const unknown = Object.keys(others).map((field) => ({
    field: field.slice(0, 40),
    reason: 'unknown-field' as const,
  }));
  return { ...read, refused: [...unknown, ...read.refused] };
}
