// The floor of a fill: pages fetched and parsed one after the other, one relaxed transaction each, awaited as a whole. With
// `store: false` fetching and parsing alone.
import { FIRST_PAGE, type GraphPage, runtime, toRow, WARM } from './runtime.ts';

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((good, bad) => {
    request.addEventListener('success', () => good(request.result));
    request.addEventListener('error', () => bad(request.error ?? new Error('no reason given')));
  });

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open('floor', 1);
  opening.addEventListener('upgradeneeded', () => {
    const database = opening.result;
    database
      .createObjectStore('events', { keyPath: ['generation', 'key'] })
      .createIndex('start', ['generation', 'start']);
    database.createObjectStore('sync');
  });
  return settled(opening);
}

function write(database: IDBDatabase, page: GraphPage): Promise<void> {
  const transaction = database.transaction(['events', 'sync'], 'readwrite', { durability: 'relaxed' });
  const events = transaction.objectStore('events');
  for (const event of page.value) events.put(toRow(event));
  transaction
    .objectStore('sync')
    .put({ link: page['@odata.nextLink'] ?? page['@odata.deltaLink'] }, 'record');
  transaction.commit();
  return new Promise((good, bad) => {
    transaction.addEventListener('complete', () => good());
    transaction.addEventListener('abort', () => bad(transaction.error ?? new Error('aborted')));
  });
}

async function fill(store: boolean): Promise<number> {
  const database = await open();
  await (await fetch(WARM)).text();
  const began = Date.now();
  let link: string | undefined = FIRST_PAGE;
  while (link !== undefined) {
    const page = (await (await fetch(link, { cache: 'no-store' })).json()) as GraphPage;
    if (store) await write(database, page);
    link = page['@odata.nextLink'];
  }
  return Date.now() - began;
}

runtime.onMessage.addListener((message, _sender, answer) => {
  const { store } = message as { readonly store: boolean };
  void fill(store).then(answer, (error: unknown) => answer(String(error)));
  return true;
});
