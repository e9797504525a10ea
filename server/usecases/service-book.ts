import {
  type ServiceHours,
  type ServiceTold,
  SITE_SETTINGS_DEFAULT,
  type SiteSettings,
} from '../../protocol/wire/settings.ts';
import { readCalendar } from '../domain/hours/calendar.ts';
import { readService, type Service, type ServiceState } from '../domain/hours/service-state.ts';
import type { KeptSettings } from '../store/service-store.ts';
import type { Store } from '../store/store.ts';
import type { Context, Zones } from './context.ts';

const NOTHING_SET: Service = { calendar: null, offline: null };

/**
 * What owners set, as last read, and whether it is open: asked for with every new conversation, read from the store once a
 * second at most. A state is worked out once and kept until its own end.
 */
export class ServiceBook {
  #settings = new Map<string, SiteSettings>();
  #services = new Map<string, Service>();
  #states = new Map<string, { readAt: number; state: ServiceState }>();
  #text = '';
  isFilled = false;

  /** Does nothing where nothing changed. */
  fill(kept: readonly KeptSettings[]): void {
    this.isFilled = true;
    const text = JSON.stringify(kept);
    if (text === this.#text) return;
    this.#text = text;
    this.#settings = new Map();
    this.#services = new Map();
    this.#states = new Map();
    for (const { owner, document, changedAt } of kept) {
      this.#services.set(`${owner.kind} ${owner.id}`, serviceOf(document, changedAt));
      // What was set by an older release names fewer things.
      if (owner.kind === 'site') this.#settings.set(owner.id, { ...SITE_SETTINGS_DEFAULT, ...document });
    }
  }

  settingsOf(siteId: string): SiteSettings {
    return this.#settings.get(siteId) ?? SITE_SETTINGS_DEFAULT;
  }

  /** Sites where something was set. */
  sites(): [siteId: string, settings: SiteSettings][] {
    return [...this.#settings];
  }

  departmentIds(): string[] {
    return [...this.#services.keys()].filter((key) => key.startsWith('department ')).map((key) => key.slice(11));
  }

  /** H6: a department's own hours go before its site's; null: always open. */
  calendarOf(siteId: string, departmentId: string | null): Service['calendar'] {
    const own = departmentId === null ? null : this.#services.get(`department ${departmentId}`)?.calendar;
    return own ?? this.#services.get(`site ${siteId}`)?.calendar ?? null;
  }

  stateOf(siteId: string, departmentId: string | null, zones: Zones, at: number): ServiceState {
    const key = `${siteId} ${departmentId ?? ''}`;
    const known = this.#states.get(key);
    if (known && known.readAt <= at && (known.state.until === null || at < known.state.until)) return known.state;
    const site = this.#services.get(`site ${siteId}`) ?? NOTHING_SET;
    const department = departmentId === null ? null : (this.#services.get(`department ${departmentId}`) ?? null);
    const state = readService(site, department, zones.offsetOf, at);
    this.#states.set(key, { readAt: at, state });
    return state;
  }
}

export function serviceOf({ hours, offline }: ServiceHours, since: number): Service {
  return { calendar: hours && readCalendar(hours), offline: offline && { ...offline, since } };
}

/** One for each store, so that two relays in one process (tests) never share it. */
const books = new WeakMap<Store, ServiceBook>();

export function serviceBookOf(store: Store): ServiceBook {
  let book = books.get(store);
  if (!book) {
    book = new ServiceBook();
    books.set(store, book);
  }
  return book;
}

/** The book, read from the store if nobody has done that yet; the service worker keeps it fresh. */
export async function loadServiceBook({ store }: Pick<Context, 'store'>): Promise<ServiceBook> {
  const book = serviceBookOf(store);
  if (!book.isFilled) book.fill(await store.listSettings());
  return book;
}

/** Whether chat is open on this site now. */
export async function readServiceTold(context: Context, siteId: string): Promise<ServiceTold> {
  const book = await loadServiceBook(context);
  return book.stateOf(siteId, null, context.zones, context.clock.now()).told;
}
