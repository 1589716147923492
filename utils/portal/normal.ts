/**
 * The form in which two spellings of one label are equal: case, width, kind of space, apostrophe and hyphen, a
 * trailing colon, and the plurals Zoom's own pages mix ("contact services", "contacts service"; portal.md 2.3).
 */
export function normalise(text: string): string {
  const known = seen.get(text);
  if (known !== undefined) return known;
  const form = formOf(text);
  // A page says the same few things at every look; a person typing may say anything.
  if (seen.size >= MANY) seen.clear();
  seen.set(text, form);
  return form;
}

const MANY = 500;
const seen = new Map<string, string>();

/** What needs no folding of widths and accents, which costs more than all the rest. */
const PLAIN = /^[\t-~]*$/;

function formOf(text: string): string {
  return (PLAIN.test(text) ? text : text.normalize('NFKC'))
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[-‐‑‒–]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/ ?[:*]+$/, '')
    .replace(/\b(contact|service)s\b/g, '$1');
}
