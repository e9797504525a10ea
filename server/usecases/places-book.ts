import type { QueuePlace } from '../../protocol/wire/settings.ts';
import type { Store } from '../store/store.ts';

/** The places that were worked out last, by conversation: for whoever connects or asks between two looks (Q2). */
const books = new WeakMap<Store, ReadonlyMap<string, QueuePlace>>();
const NONE: ReadonlyMap<string, QueuePlace> = new Map();

export function placesOf(store: Store): ReadonlyMap<string, QueuePlace> {
  return books.get(store) ?? NONE;
}

export function keepPlaces(store: Store, places: ReadonlyMap<string, QueuePlace>): void {
  books.set(store, places);
}
