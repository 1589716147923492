// The usual way: Microsoft's client with its page iterator, and one put per event by idb.
import { Client, type PageCollection, PageIterator } from '@microsoft/microsoft-graph-client';
import { openDB } from 'idb';
import { FIRST_PAGE, type GraphEvent, runtime, toRow, WARM } from './runtime.ts';

async function fill(): Promise<number> {
  const database = await openDB('peer', 1, {
    upgrade(fresh) {
      fresh
        .createObjectStore('events', { keyPath: ['generation', 'key'] })
        .createIndex('start', ['generation', 'start']);
    },
  });
  const client = Client.init({ authProvider: (done) => done(null, 'peer') });
  await (await fetch(WARM)).text();
  const began = Date.now();
  const first = (await client.api(FIRST_PAGE).get()) as PageCollection;
  // The iterator does not await its callback: whoever wants to know when all is stored keeps the promises.
  const puts: Promise<unknown>[] = [];
  const iterator = new PageIterator(client, first, (event: GraphEvent) => {
    puts.push(database.put('events', toRow(event)));
    return true;
  });
  await iterator.iterate();
  await Promise.all(puts);
  return Date.now() - began;
}

runtime.onMessage.addListener((_message, _sender, answer) => {
  void fill().then(answer, (error: unknown) => answer(String(error)));
  return true;
});
