/**
 * The form in which two spellings of one label are equal: case, width, kind of space, apostrophe and hyphen, a
 * trailing colon, and the plurals Zoom's own pages mix ("contact services", "contacts service"; portal.md 2.3).
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[-‐‑‒–]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/ ?[:*]+$/, '')
    .replace(/\b(contact|service)s\b/g, '$1');
}
