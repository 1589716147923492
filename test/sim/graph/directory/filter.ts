import { GraphRefusal } from '../errors.ts';

type Item = Record<string, unknown>;

function valueOf(item: Item, path: string): unknown {
  return path.split('/').reduce<unknown>((at, name) => (at as Item | undefined)?.[name], item);
}

const literal = (text: string): string =>
  text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;

/**
 * The part of OData's `$filter` the directory routes understand: `and` of `eq`, `ge`, `le`, `startswith(a,'b')` and
 * `any(t:t eq 'x')`. Anything else is refused with 400, as an unsupported query is.
 */
export function parseFilter(filter: string | null): (item: Item) => boolean {
  if (filter === null) return () => true;
  const tests = filter.split(/ and /i).map((part): ((item: Item) => boolean) => {
    const clause = part.trim();
    const compare = /^([\w/]+) (eq|ge|le) ('(?:[^']|'')*'|[\w:.+-]+)$/i.exec(clause);
    if (compare) {
      const [, path = '', operator = '', raw = ''] = compare;
      const wanted = literal(raw);
      return (item) => {
        const found = String(valueOf(item, path));
        if (operator === 'eq') return found === wanted;
        return operator === 'ge' ? found >= wanted : found <= wanted;
      };
    }
    const starts = /^startswith\((\w+), ?'((?:[^']|'')*)'\)$/i.exec(clause);
    if (starts) {
      const [, path = '', start = ''] = starts;
      return (item) =>
        String(valueOf(item, path))
          .toLowerCase()
          .startsWith(literal(`'${start}'`).toLowerCase());
    }
    const any = /^(\w+)\/any\((\w+): ?\2 eq '([^']*)'\)$/i.exec(clause);
    if (any) {
      const [, path = '', , wanted = ''] = any;
      return (item) => (valueOf(item, path) as readonly unknown[] | undefined)?.includes(wanted) ?? false;
    }
    throw new GraphRefusal(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause: '${clause}'.`,
    );
  });
  return (item) => tests.every((test) => test(item));
}

/** Only the chosen properties; ids always come. */
export function selectProperties(item: Item, select: string | null): Item {
  if (select === null) return item;
  const names = ['id', ...select.split(',').map((name) => name.trim())];
  const missing = names.find((name) => !(name in item));
  if (missing !== undefined) {
    throw new GraphRefusal(400, 'BadRequest', `Could not find a property named '${missing}'.`);
  }
  return Object.fromEntries(names.map((name) => [name, item[name]]));
}
