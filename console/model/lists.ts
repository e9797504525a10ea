import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import { CHANNELS, RATING_GROUPS } from '../../protocol/wire/inbox.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import { Bulk } from './bulk.ts';
import type { ClosedList } from './closed-list.ts';
import type { Inbox } from './inbox.ts';
import { countFilters, formatPlace, LIST_SORTS, type ListPlace } from './list-place.ts';
import type { Listed } from './listed.ts';
import type { NewClientId } from './ports.ts';
import { type KeptView, SavedViews } from './saved-views.ts';
import { Selection } from './selection.ts';
import { Served } from './served.ts';
import { Tags } from './tags.ts';

export interface ListsParts {
  connection: AgentConnection;
  inbox: Inbox;
  clock: Clock;
  newClientId: NewClientId;
  mayShare: boolean;
}

/** What is on the screen of all that could be: open ones, closed ones, a saved view; and what is chosen there. */
export class Lists {
  readonly closed: ClosedList;
  readonly views: SavedViews;
  readonly selection: Selection;
  readonly bulk: Bulk;
  readonly tags: Tags;
  readonly served: Served;
  readonly place: ReadonlySignal<ListPlace>;
  readonly listed: ReadonlySignal<Listed>;
  readonly newClientId: NewClientId;
  /** The place as a text: another one is another list. */
  readonly key = computed(() => formatPlace(this.place.value));
  readonly filters = computed(() => countFilters(this.place.value.filter));
  readonly sorts = LIST_SORTS;
  readonly ratings = RATING_GROUPS;
  readonly channels = CHANNELS;
  /** Somebody sets filters. */
  readonly filtering = signal(false);
  /** Somebody names this list, or changes one that was saved (null: a new one). */
  readonly editing = signal<{ view: KeptView | null } | null>(null);
  readonly #inbox: Inbox;

  constructor({ connection, inbox, clock, newClientId, mayShare }: ListsParts) {
    this.#inbox = inbox;
    this.newClientId = newClientId;
    this.place = inbox.place;
    this.closed = inbox.closed;
    this.views = new SavedViews({ connection, mayShare, onChange: (places) => inbox.count(places) });
    this.listed = computed(() => (inbox.place.value.view === 'closed' ? this.closed.listed.value : inbox.listed.value));
    this.selection = new Selection(this.listed);
    this.tags = new Tags(connection);
    this.served = new Served(inbox);
    this.bulk = new Bulk({ connection, clock, onDone: (ids) => this.selection.drop(ids) });
  }

  isHere(place: ListPlace): boolean {
    return formatPlace(place) === this.key.value;
  }

  show(place: ListPlace): void {
    const before = this.place.peek();
    this.#inbox.show(place);
    if (before !== this.place.peek()) this.selection.clear();
    this.closed.show(place.view === 'closed' ? place : null);
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    this.served.hear(event);
    if (event.name === 'session:ready' || event.name === 'views:changed') void this.views.load();
    // What ended while we were away is not told one by one.
    if (event.name === 'session:ready' && this.closed.state.peek() !== 'idle') this.closed.again();
  }
}
