// The finished popup by hand: the same reads as the product's popup by raw calls, then its finished tree, node by node.
type Plain =
  | string
  | {
      readonly ns: string;
      readonly tag: string;
      readonly attrs: readonly [string, string][];
      readonly children: readonly Plain[];
    };
declare const TREE: Plain;
declare const chrome: {
  storage: Record<'local' | 'managed', { get(keys: string | readonly string[]): Promise<unknown> }>;
  alarms: { get(name: string): Promise<unknown> };
};

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((good, bad) => {
    request.addEventListener('success', () => good(request.result));
    request.addEventListener('error', () => bad(request.error ?? new Error('no reason given')));
  });

async function read(): Promise<unknown> {
  const others = [
    chrome.storage.managed.get(['clientId', 'tenant']),
    chrome.storage.local.get('connection'),
    chrome.storage.local.get('preferences'),
    chrome.alarms.get('sync'),
  ];
  const database = await settled(indexedDB.open('syncline'));
  const transaction = database.transaction(['sync', 'events', 'facts', 'runs']);
  const store = (name: string) => transaction.objectStore(name);
  const record = (await settled(store('sync').get('record'))) as { generation: number; longest?: number };
  const now = Date.now();
  const from = now - (record.longest ?? 0);
  const week = IDBKeyRange.bound([record.generation, from], [record.generation, now + 7 * 86_400_000]);
  return Promise.all([
    ...others,
    settled(store('events').index('start').getAll(week)),
    settled(store('facts').getAllKeys()),
    settled(store('facts').getAll()),
    settled(store('runs').getAll()),
  ]);
}

function make(node: Plain): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const element = document.createElementNS(node.ns, node.tag);
  for (const [name, value] of node.attrs) element.setAttribute(name, value);
  element.append(...node.children.map(make));
  return element;
}

async function draw(): Promise<void> {
  await read();
  document.documentElement.lang = 'en';
  document.querySelector('main')?.replaceWith(make(TREE));
  document.querySelector('h1')?.focus();
}

void draw();
