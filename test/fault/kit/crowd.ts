import { isDeepStrictEqual } from 'node:util';
import { type Random, seededRandom } from '../../../protocol/kit/random.ts';
import type { ConversationSummary } from '../../../protocol/wire/model.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import { type Checked, checkHistory } from './check-history.ts';
import { History } from './history.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';
import { PlainVisitor } from './plain-visitor.ts';
import { ProjectAgent } from './project-agent.ts';
import { ProjectVisitor } from './project-visitor.ts';
import { type Link, openLink } from './tcp-proxy.ts';

/** A wait is ended when it hangs, on a machine that is many times slower too; what is promised is judged apart. */
const HANGS_MS = 120_000;

/** People on links of the proxy, one history of all they do, and a way to wait for what happens. */
export class Crowd {
  readonly history: History;
  readonly random: Random;
  readonly people: Person[] = [];
  readonly links = new Map<string, Link>();
  readonly #place: Place;
  readonly #waits = new Set<() => void>();
  #timers = new Set<() => void>();

  constructor(place: Place, name: string, seed: number) {
    this.#place = place;
    this.history = new History(name, seed);
    this.random = seededRandom(seed);
  }

  async visitor(name: string, token?: string): Promise<ProjectVisitor> {
    const link = await this.#link(name, { Origin: this.#place.relay.origin });
    return this.#take(new ProjectVisitor(this.#parts(name, link), token));
  }

  async plainVisitor(name: string): Promise<PlainVisitor> {
    const link = await this.#link(name, {});
    return this.#take(new PlainVisitor(this.#parts(name, link), this.#place.relay.origin));
  }

  async agent(name: string, conversationId: string, cookie: string): Promise<ProjectAgent> {
    const link = await this.#link(name, { Origin: this.#place.relay.origin, Cookie: cookie });
    return this.#take(new ProjectAgent(this.#parts(name, link), conversationId));
  }

  get agents(): ProjectAgent[] {
    return this.people.filter((person) => person instanceof ProjectAgent);
  }

  /** A link for somebody who is not a person of ours: the address to connect to. */
  async way(name: string): Promise<string> {
    return (await this.#link(name, {})).origin;
  }

  /** Resolves when it is so; rejects after `limitMs` with what was waited for. */
  until(what: string, isSo: () => boolean, limitMs = HANGS_MS): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        this.#waits.delete(look);
        cancel();
        act();
      };
      const cancel = systemClock.after(limitMs, () => settle(() => reject(new Error(this.#complaint(what)))));
      const look = () => {
        if (isSo()) settle(resolve);
      };
      this.#waits.add(look);
      look();
    });
  }

  /** Resolves when each of these has been acknowledged. */
  async untilAcknowledged(clientIds: ReadonlySet<string>, limitMs = HANGS_MS): Promise<void> {
    const left = new Set(clientIds);
    for (const line of this.history.lines) if (line.kind === 'ok') left.delete(line.clientId);
    const unwatch = this.history.watch((line) => line.kind === 'ok' && left.delete(line.clientId));
    await this.until('what was written is acknowledged', () => left.size === 0, limitMs).finally(unwatch);
  }

  /** Called once for all that changes in one turn, for as long as the crowd is together. */
  onChange(look: () => void): void {
    this.#waits.add(look);
  }

  /** Everybody presses Enter about every `everyMs` until `hush`, while fewer than a few are under way. */
  babble(everyMs: number, unsentMax = 5): void {
    for (const person of this.people) {
      const next = () => {
        const cancel = systemClock.after(everyMs * (0.5 + this.random()), () => {
          this.#timers.delete(cancel);
          if (person.unsent < unsentMax) person.write();
          next();
        });
        this.#timers.add(cancel);
      };
      next();
    }
  }

  hush(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  /** All sent, and everybody shows what the others have been told is stored. */
  async settle(limitMs = HANGS_MS): Promise<void> {
    this.hush();
    await this.until('everything unsent is stored', () => this.people.every(({ unsent }) => unsent === 0), limitMs);
    const heads = new Map([...(await this.#place.readStored())].map(([id, entries]) => [id, entries.length]));
    const complete = (person: Person) => person.shown >= (heads.get(person.conversationId ?? '') ?? 0);
    await this.until('everybody shows everything', () => this.people.every(complete), limitMs);
    const stored = bare(await this.#place.readList());
    const same = ({ inbox }: ProjectAgent) => isDeepStrictEqual(bare(inbox.conversations.peek().values()), stored);
    await this.until('each agent’s list is what is stored', () => this.agents.every(same), limitMs);
  }

  /** Judges everything against the database. Saves the history where something is wrong. */
  async judge(): Promise<Checked> {
    const checked = checkHistory(
      this.history.lines,
      await this.#place.readStored(),
      new Set(this.people.map(({ name }) => name)),
    );
    if (checked.violations.length > 0) console.error(`history: ${this.history.save()}`);
    return checked;
  }

  async close(): Promise<void> {
    this.hush();
    for (const person of this.people) person.stop();
    await Promise.all([...this.links.values()].map((link) => link.close()));
  }

  async #link(name: string, headers: Record<string, string>): Promise<Link> {
    const link = await openLink({ target: this.#place.relay, random: this.random, headers });
    this.links.set(name, link);
    return link;
  }

  #parts(name: string, link: Link) {
    const { history, random } = this;
    return { name, origin: link.origin, history, random, onChange: () => this.#changed() };
  }

  #take<P extends Person>(person: P): P {
    this.people.push(person);
    person.start();
    return person;
  }

  /** Whoever looks into it needs to know who waits for what, and the history so far. */
  #complaint(what: string): string {
    const states = this.people.map((person) => {
      const { name, unsent, failed, shown, state } = person;
      return `${name}: ${state}, ${unsent} unsent, ${failed} failed, shown ${shown}`;
    });
    const printed = this.#place.relay.printed().slice(-2_000);
    return [`Waited in vain: ${what}`, this.history.save(), ...states, printed].join('\n');
  }

  #looking = false;
  /** Once for all that happens in one turn. */
  #changed(): void {
    if (this.#looking) return;
    this.#looking = true;
    setImmediate(() => {
      this.#looking = false;
      for (const look of [...this.#waits]) look();
    });
  }
}

/** Marks move without a change of the list; threads have their own. */
function bare(summaries: Iterable<ConversationSummary>) {
  return [...summaries].map(({ marks: _, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1));
}
