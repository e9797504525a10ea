import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import { TAG_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { TEAM_TAGS_MAX } from '../../protocol/wire/setup-limits.ts';
import type { TeamTags as Told } from '../../protocol/wire/team-tags.ts';
import type { Api } from './api.ts';
import { Latest } from './load.ts';

export interface TeamTagsParts {
  api: Pick<Api, 'ofSetup'>;
  /** Z13 */
  markOf(told: Told): string;
  onSessionEnded(): void;
}

/** The tags that the team agreed on: offered wherever somebody tags, kept by those who set up (U13). */
export class TeamTags {
  readonly state = signal<'idle' | 'ready' | 'failed'>('idle');
  readonly all = signal<readonly string[]>([]);
  readonly saving = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly limits = { charsMax: TAG_CHARS_MAX, tagsMax: TEAM_TAGS_MAX };
  readonly #parts: TeamTagsParts;
  readonly #latest = new Latest();

  constructor(parts: TeamTagsParts) {
    this.#parts = parts;
  }

  /** What is known stays while it is asked for again. */
  async load(): Promise<void> {
    const isLatest = this.#latest.ask();
    const answer = await this.#ask('GET', 'tags');
    if (answer.ok && isLatest()) this.all.value = answer.value.tags;
    if (answer.ok) this.state.value = 'ready';
    else if (this.state.value === 'idle') this.state.value = 'failed';
  }

  /** What is there already, in whatever letters, stays as it is. */
  add(tags: readonly string[]): Promise<boolean> {
    return this.#change((all) => [...all, ...tags.filter((tag) => !holds(all, tag))]);
  }

  /** To a name that is there: both are one from then on. */
  rename(from: string, to: string): Promise<boolean> {
    return this.#change((all) => {
      if (!all.includes(from)) return null;
      const others = all.filter((tag) => tag !== from);
      return holds(others, to) ? others : [...others, to];
    });
  }

  remove(tag: string): Promise<boolean> {
    return this.#change((all) => all.filter((one) => one !== tag));
  }

  /** Z13: one change of the list as it is by then, whoever changed it meanwhile; null: there is nothing to change any more. */
  async #change(make: (all: readonly string[]) => string[] | null): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.problem.value = null;
    const write = (): Promise<Answer<Told>> | Answer<Told> => {
      const tags = make(this.all.peek());
      if (!tags) return { ok: false, error: 'not_found' };
      const basedOn = this.#parts.markOf({ tags: [...this.all.peek()] });
      return this.#ask('PUT', `tags?basedOn=${basedOn}`, { tags: sorted(tags) });
    };
    let answer = await write();
    if (!answer.ok && answer.error === 'changed_meanwhile') {
      await this.load();
      answer = await write();
    }
    this.saving.value = false;
    if (answer.ok) this.#latest.tell();
    if (answer.ok) this.all.value = answer.value.tags;
    else this.problem.value = answer;
    return answer.ok;
  }

  async #ask(method: 'GET' | 'PUT', path: string, body?: Told): Promise<Answer<Told>> {
    const answer = await this.#parts.api.ofSetup<Told>(method, path, body);
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}

const holds = (all: readonly string[], tag: string) => all.some((one) => one.toLowerCase() === tag.toLowerCase());
const sorted = (tags: readonly string[]) => [...new Set(tags)].sort((one, other) => one.localeCompare(other));
