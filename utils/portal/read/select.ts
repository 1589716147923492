import type { Control } from '../dom/controls.ts';
import { spokenText } from '../dom/text.ts';
import { OPTIONS } from '../labels/index.ts';
import { normalise } from '../normal.ts';

/** What a closed list shows as chosen, in the raw; empty when it shows nothing that could be read. */
function shownOption({ element, host }: Control): string {
  if (element.localName === 'select')
    return (element as HTMLSelectElement).selectedOptions[0]?.textContent ?? '';
  const input = element.localName === 'input' ? element : host.querySelector('input');
  // The field of a searchable list is empty while the chosen label stands beside it, so the drawn text goes first.
  return spokenText(host).trim() || ((input as HTMLInputElement | null)?.value ?? '');
}

/** Value of a list of that setting; `unknown` for a label that is not in the data. */
export function selectedValue(control: Control, id: string): string {
  const option = OPTIONS.get(normalise(shownOption(control)));
  return option?.id === id ? option.value : 'unknown';
}
