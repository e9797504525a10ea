import { computed, signal } from '@preact/signals';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { SavedView, SaveView } from '../../protocol/wire/inbox.ts';
import { VIEW_NAME_CHARS_MAX } from '../../protocol/wire/inbox-limits.ts';
import type { AgentConnection } from './agent-link.ts';
import { formatPlace, type ListPlace, parsePlace } from './list-place.ts';
import { Latest } from './load.ts';

export interface KeptView extends SavedView {
  at: ListPlace;
}

/** One's own views and the team's, the same in all tabs (U6). */
export class SavedViews {
  readonly all = signal<readonly KeptView[]>([]);
  readonly own = computed(() => this.all.value.filter(({ shared }) => !shared));
  readonly shared = computed(() => this.all.value.filter(({ shared }) => shared));
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly busy = signal(false);
  readonly refused = signal<ErrorCode | null>(null);
  readonly nameMax = VIEW_NAME_CHARS_MAX;
  readonly mayShare: boolean;
  readonly #connection: Pick<AgentConnection, 'send'>;
  readonly #onChange: (places: ReadonlyMap<string, ListPlace>) => void;
  readonly #latest = new Latest();

  constructor(parts: {
    connection: Pick<AgentConnection, 'send'>;
    mayShare: boolean;
    onChange(places: ReadonlyMap<string, ListPlace>): void;
  }) {
    this.#connection = parts.connection;
    this.#onChange = parts.onChange;
    this.mayShare = parts.mayShare;
  }

  async load(): Promise<void> {
    const isLatest = this.#latest.ask();
    const answer = await this.#connection.send('view:list', {});
    if (answer.ok && isLatest()) this.#take(answer.value.views);
    else if (!answer.ok && this.state.value !== 'ready') this.state.value = 'failed';
  }

  /** The saved one that is on the screen, if it is one. */
  find(place: ListPlace): KeptView | undefined {
    const text = formatPlace(place);
    return this.all.value.find((view) => formatPlace(view.at) === text);
  }

  save(view: Omit<SaveView, 'place'>, place: ListPlace): Promise<boolean> {
    return this.#run(() => this.#connection.send('view:save', { ...view, place: formatPlace(place) }));
  }

  remove(id: string): Promise<boolean> {
    return this.#run(() => this.#connection.send('view:remove', { id }));
  }

  /** One place up or down among its like. */
  move(view: KeptView, step: -1 | 1): Promise<boolean> {
    const ids = (view.shared ? this.shared : this.own).peek().map(({ id }) => id);
    const at = ids.indexOf(view.id);
    const other = ids[at + step];
    if (at < 0 || other === undefined) return Promise.resolve(false);
    ids[at + step] = view.id;
    ids[at] = other;
    return this.#run(() => this.#connection.send('view:order', { shared: view.shared, ids }));
  }

  async #run(command: () => Promise<Answer<{ views: SavedView[] }>>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    const answer = await command();
    this.busy.value = false;
    this.refused.value = answer.ok ? null : answer.error;
    if (answer.ok) {
      this.#latest.tell();
      this.#take(answer.value.views);
    }
    return answer.ok;
  }

  #take(views: readonly SavedView[]): void {
    this.all.value = views.map((view) => ({ ...view, at: parsePlace(view.place) }));
    this.state.value = 'ready';
    this.#onChange(new Map(this.all.value.map(({ id, at }) => [id, at])));
  }
}
