import type { PurchaseStage } from '../../protocol/wire/business.ts';
import { decideOutcome } from '../../server/domain/outcome.ts';
import type { EpisodeOpening } from '../../server/store/fact-store.ts';
import type { NewFollowUp, RateEpisode } from '../../server/store/feedback-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { Beginning, Happening, HistoryPlan } from './history-plan.ts';

const FAR = 9_000_000_000_000;
const DAY = 24 * 3_600_000;
const AGENT_ROOM = 50;
const TOGETHER_MAX = 64;

/** What a history may say beside its conversations. */
interface Beside {
  /** Before agents take what comes: their shifts. */
  beforeWork?: () => Promise<void>;
  /** Where a visitor stood when an episode opened (M14). */
  stageOf?: (visitor: number, at: number) => PurchaseStage;
  /** What the owner aimed at when it began (M10). */
  targetOf?: (beginning: Aimed) => number | null;
  /** What somebody has to look at again (K1). */
  followUpOf?: (rating: Extract<Happening['deed'], { what: 'rate' }>, at: number) => NewFollowUp | undefined;
  /** It was closed then (H7). */
  isClosedAt?: (at: number) => boolean;
  /** What an owner does meanwhile, in the order of time. */
  meanwhile?: { at: number; happen: () => Promise<unknown> }[];
}

export type Aimed = Pick<Beginning, 'department' | 'segments'>;

/** Lets a plan happen in a store, through the same methods as the product. */
export class LiveHistory {
  readonly #store: Store;
  readonly #plan: HistoryPlan;
  #sent = 0;
  readonly #gone = new Set<number>();
  readonly #departments = new Map<number, number | null>();
  /** When the latest episode began. */
  readonly #openedAt = new Map<number, number>();

  readonly #beside: Beside;

  constructor(store: Store, plan: HistoryPlan, beside: Beside = {}) {
    this.#store = store;
    this.#plan = plan;
    this.#beside = beside;
  }

  async happen(): Promise<void> {
    await this.#people();
    // What different visitors do may share a commit; what one does waits for what she did before.
    const visitors = new Map<number, number>();
    let together = new Map<number, Promise<void>>();
    const meanwhile = [...(this.#beside.meanwhile ?? [])];
    for (const happening of this.#plan.happenings) {
      const { no, at, deed } = happening;
      if (deed.what === 'open') {
        visitors.set(no, deed.visitor);
        this.#departments.set(no, deed.department);
      }
      const visitor = visitors.get(no) ?? no;
      const isOwnersTurn = (meanwhile[0]?.at ?? FAR) <= at;
      if (together.has(visitor) || together.size === TOGETHER_MAX || isOwnersTurn) {
        await Promise.all(together.values());
        together = new Map();
      }
      while ((meanwhile[0]?.at ?? FAR) <= at) await meanwhile.shift()?.happen();
      together.set(visitor, this.#one(happening));
    }
    await Promise.all(together.values());
  }

  async #people(): Promise<void> {
    const at = this.#plan.from;
    for (let n = 0; n < this.#plan.sites; n += 1) {
      await this.#store.addSite({ id: siteId(n), key: `key-${n}`, name: `Shop ${n}`, origins: [], at });
    }
    for (let n = 0; n < this.#plan.departments; n += 1) {
      await this.#store.addDepartment({ id: departmentId(n), siteId: null, name: `Department ${n}`, routing: {}, at });
    }
    for (let n = 0; n < this.#plan.agents; n += 1) {
      const agent = { id: agentId(n), email: `${n}@shop.example`, name: `Agent ${n}`, passwordHash: 'hash' };
      await this.#store.addAgent({
        ...agent,
        role: 'agent',
        capacity: Math.max(AGENT_ROOM, this.#plan.conversations),
        at,
      });
    }
    await this.#beside.beforeWork?.();
    const agentIds = Array.from({ length: this.#plan.agents }, (_, n) => agentId(n));
    await this.#store.renewLeases({ agentIds, until: FAR });
  }

  async #one({ at, no, deed }: Happening): Promise<void> {
    const conversationId = conversationIdOf(no);
    if (deed.what === 'open' || deed.what === 'reopen') this.#openedAt.set(no, at);
    if (deed.what === 'open') return this.#open(no, at, deed);
    const found = await this.#store.findConversation(conversationId);
    if (!found) throw new Error(`There is no ${conversationId}.`);
    const { version: expectVersion, visitorId } = found;
    const change = { conversationId, expectVersion, at };
    const says = (author: 'visitor' | 'agent', authorId: string) =>
      ({ author, authorId, clientId: this.#clientId(), body: 'Some words', at }) as const;
    switch (deed.what) {
      case 'visitor-says':
        return done(await this.#store.appendMessage({ ...change, message: says('visitor', visitorId) }));
      case 'agent-says':
        return done(await this.#store.appendMessage({ ...change, message: says('agent', agentId(deed.agent)) }));
      case 'assign':
        return done(await this.#store.assignConversation({ ...change, agentId: agentId(deed.agent), reason: '{}' }));
      case 'transfer':
        return done(
          await this.#store.takeConversation({
            ...change,
            agentId: agentId(deed.agent),
            how: 'transferred',
            reason: '{}',
          }),
        );
      case 'requeue':
        return done(await this.#store.requeueConversation(change));
      case 'auto-says':
        return done(await this.#store.tellVisitor({ ...change, ...STILL_WAITING }));
      case 'gone':
        return this.#goes(no, at, deed.how);
      case 'back':
        this.#gone.delete(no);
        return this.#store.noteBack([conversationId]);
      case 'end': {
        const named = deed.named;
        const by = deed.by === 'agent' ? 'agent' : 'visitor';
        return done(
          await this.#store.closeConversation({
            ...change,
            by: deed.by,
            byAgentId: deed.by === 'agent' ? found.agentId : null,
            outcome: decideOutcome(found, by, named, this.#gone.has(no)),
          }),
        );
      }
      case 'reopen':
        this.#gone.delete(no);
        return done(
          await this.#store.reopenConversation({
            ...change,
            message: says('visitor', visitorId),
            opening: this.#opening({ ...deed, department: this.#departments.get(no) ?? null }),
            ...this.#closed(at),
            ...this.#stage(Number(visitorId.slice('visitor-'.length)), at),
          }),
        );
      case 'rate': {
        const followUp = this.#beside.followUpOf?.(deed, at);
        const rating = { conversationId, episode: found.episode, ...saidWith(deed), ...(followUp && { followUp }), at };
        return this.#rate(rating, no, deed.nameless);
      }
    }
  }

  async #rate(rating: RateEpisode, no: number, isNameless = false): Promise<void> {
    const openedAt = this.#openedAt.get(no) as number;
    const dayAt = Math.floor(openedAt / DAY) * DAY + DAY / 2;
    const anonymous = isNameless ? { id: this.#clientId(), dayAt } : undefined;
    const answer = await this.#store.rateEpisode({ ...rating, anonymous });
    // K9: what is said without a name is never replaced, and replaces nothing.
    if (answer.result !== 'not_found') done(answer);
  }

  async #goes(no: number, at: number, how: 'lost' | 'left'): Promise<void> {
    this.#gone.add(no);
    await this.#store.noteGone([{ conversationId: conversationIdOf(no), at, how }]);
  }

  async #open(no: number, at: number, deed: Extract<Happening['deed'], { what: 'open' }>): Promise<void> {
    const visitorId = `visitor-${deed.visitor}`;
    if (deed.visitor === no)
      await this.#store.addVisitor({ id: visitorId, siteId: siteId(deed.site), tokenHash: `hash-${deed.visitor}`, at });
    const message = { author: 'visitor', authorId: visitorId, clientId: this.#clientId(), body: 'Hello', at } as const;
    done(
      await this.#store.openConversation({
        conversationId: conversationIdOf(no),
        siteId: siteId(deed.site),
        visitorId,
        message,
        email: null,
        pageUrl: `https://shop.example${deed.page}`,
        pageTitle: null,
        routing: {
          departmentId: deed.department === null ? null : departmentId(deed.department),
          language: deed.language,
          priority: 0,
          needs: null,
          knownAgentId: null,
        },
        opening: this.#opening(deed),
        ...this.#closed(at),
        ...this.#stage(deed.visitor, at),
      }),
    );
  }

  #stage(visitor: number, at: number): { purchaseStage?: PurchaseStage } {
    const { stageOf } = this.#beside;
    return stageOf ? { purchaseStage: stageOf(visitor, at) } : {};
  }

  #closed(at: number): { held?: boolean } {
    return this.#beside.isClosedAt?.(at) ? { held: true } : {};
  }

  #opening(deed: Omit<Beginning, 'site'>): EpisodeOpening {
    const { language, page, segments, topic } = deed;
    const targetMs = this.#beside.targetOf?.(deed);
    return { language, page, segments, topic, ...(targetMs !== undefined && { targetMs }) };
  }

  #clientId(): string {
    this.#sent += 1;
    return `history-${String(this.#sent).padStart(9, '0')}`;
  }
}

const STILL_WAITING = {
  what: 'still_waiting',
  text: 'Please wait.',
  until: null,
  stage: null,
  lastAt: null,
} as const;

function saidWith({ score, solved, complaint, effort, recommend }: Extract<Happening['deed'], { what: 'rate' }>) {
  const asked = { ...(effort !== undefined && { effort }), ...(recommend !== undefined && { recommend }) };
  const more = { ...(solved && { solved }), ...(complaint && { complaint: true as const }), ...asked };
  return { score, comment: null, more };
}

export function siteId(n: number): string {
  return `site-${n}`;
}

export function departmentId(n: number): string {
  return `department-${n}`;
}

export function agentId(n: number): string {
  return `agent-${n}`;
}

export function conversationIdOf(no: number): string {
  return `conversation-${no}`;
}

function done(answer: { result: string }): void {
  // The same rating once more changes nothing (K).
  if (!['changed', 'appended', 'rated_before'].includes(answer.result)) {
    throw new Error(`It did not happen: ${JSON.stringify(answer)}`);
  }
}
