// The product's own storage code, as a page or a worker of the product would carry it.
import { createCalendarStore, createConnection, openReader } from '../../../utils/adapters/idb/index.ts';

Object.assign(globalThis, { store: { createCalendarStore, createConnection, openReader } });
