import type { OpenOutbox } from '../client/outbox-keep.ts';

const STORE = 'out';

/**
 * One database with one store. It is opened with the first call, never before. While it is open a write is on its way
 * to the browser before the call returns (`commit`), so that a tab which is killed in the same turn has written.
 */
export function openOutboxStore<Item>(name: string): OpenOutbox<Item> {
  let database: IDBDatabase | null = null;
  let opening: Promise<IDBDatabase> | null = null;

  const forget = () => {
    database?.close();
    database = opening = null;
  };
  const open = () => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'clientId' });
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        database = asked.result;
        database.onclose = database.onversionchange = forget;
        resolve(database);
      };
    });
    // Denied now may be granted later.
    opening.catch(forget);
    return opening;
  };

  const run = <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const inside = (open: IDBDatabase) =>
      new Promise<T>((resolve, reject) => {
        const work = open.transaction(STORE, mode, { durability: 'strict' });
        const asked = act(work.objectStore(STORE));
        work.oncomplete = () => resolve(asked.result);
        work.onabort = () => reject(work.error);
        work.commit();
      });
    return database ? inside(database) : open().then(inside);
  };

  return {
    load: () => run('readonly', (store) => store.getAll()),
    put: (item) => run('readwrite', (store) => store.put(item)),
    remove: (clientId) => run('readwrite', (store) => store.delete(clientId)),
    // After what is under way; whatever comes later opens it anew.
    close: () => opening?.then(forget, forget),
  };
}
