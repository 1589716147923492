/** What stands for a name nobody needs to know. */
export const HIDDEN = '•••';

/** A mail address or sign-in name, wherever it stands in a text. */
const ADDRESS = /([^\s@<>()"'`,;:|[\]]+)@([^\s@<>()"'`,;:|[\]]+\.[^\s@<>()"'`,;:|[\].]+)/gu;

/** The text with every address as look.md shows it: `m•••@alderfinch.example`. */
export function maskAddresses(text: string): string {
  return text.replace(
    ADDRESS,
    (_all, local: string, domain: string) => `${[...local][0]}${HIDDEN}@${domain}`,
  );
}

/** The text with no trace of any address. */
export function dropAddresses(text: string): string {
  return text.replace(ADDRESS, HIDDEN);
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/[\]-]{0,63}$/;

/** A code of ours or of the other side as it is; anything else is somebody's text and stays out. */
export function asCode(text: string): string {
  return CODE.test(text) ? text : 'not-a-code';
}
