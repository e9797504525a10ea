import { spellWhy } from '../../console/ui/strings-of-why.ts';
import { assert } from '../../protocol/kit/assert.ts';
import type { OpenIn } from '../../protocol/wire/events.ts';
import { AGENT_LEASE_RENEW_MS } from '../../protocol/wire/limits.ts';
import type { Role } from '../../protocol/wire/model.ts';
import { createDatabaseClock, type DatabaseClock } from '../../server/platform/database-clock.ts';
import { acceptOffer, declineOffer } from '../../server/usecases/answer-offer.ts';
import { changeStaffMember } from '../../server/usecases/change-staff.ts';
import { closeConversation } from '../../server/usecases/close-conversation.ts';
import type { AgentSubject, Done, VisitorSubject } from '../../server/usecases/context.ts';
import { keepPresence } from '../../server/usecases/keep-presence.ts';
import { leavePresence } from '../../server/usecases/leave-presence.ts';
import { openConversation } from '../../server/usecases/open-conversation.ts';
import { pickConversation } from '../../server/usecases/pick-conversation.ts';
import { resumePresence } from '../../server/usecases/resume-presence.ts';
import { setAvailability } from '../../server/usecases/set-availability.ts';
import { accepted, openScene, type Scene } from './scene.ts';

const SECOND = 1_000;
/** Up to here every second is lived, beyond it every fifth. */
const CLOSE_LOOK_MS = 120 * SECOND;

// biome-ignore lint/suspicious/noExplicitAny: as many parts as the form has brackets
type Verb = [RegExp, (story: RoutingStory, ...parts: any[]) => Promise<unknown>];

/** A story of docs/routing.md, a line at a time: who comes, what happens, and what must be true then. */
export class RoutingStory {
  readonly #scene: Scene;
  readonly #agents = new Map<string, AgentSubject>();
  readonly #visitors = new Map<string, { subject: VisitorSubject; conversationId: string }>();
  readonly #connected = new Set<string>();
  readonly #nodes = new Map<string, DatabaseClock>();
  #said = 0;

  private constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Throws where a line is not understood, or not true. */
  static async tell(lines: readonly string[]): Promise<void> {
    const scene = await openScene();
    try {
      const story = new RoutingStory(scene);
      for (const line of lines) await story.#live(line);
      if (scene.failures.length > 0) throw scene.failures[0];
    } finally {
      await scene.close();
    }
  }

  async #live(line: string): Promise<void> {
    for (const [form, run] of VERBS) {
      const found = form.exec(line);
      if (!found) continue;
      await run(this, ...found.slice(1).map((part) => part ?? ''));
      return;
    }
    throw new Error(`The story does not understand: ${line}`);
  }

  async plan(json: string): Promise<void> {
    await this.#scene.context.store.setRoutingPlan(JSON.parse(json));
  }

  async department(name: string, json: string): Promise<void> {
    const routing = json === '' ? {} : JSON.parse(json);
    await this.#scene.context.store.addDepartment({ id: `d-${name}`, siteId: null, name, routing, at: 1 });
  }

  async agent(name: string, capacity: string, role: string, away: string, json: string): Promise<void> {
    const { store } = this.#scene.context;
    const as = (role.trim() || 'agent') as Role;
    const subject = await this.#scene.agent(name, { capacity: Number(capacity), role: as, available: false });
    const { departments = [], skills = [], languages = [] } = json === '' ? {} : JSON.parse(json);
    await store.changeStaffMember({
      ...{ agentId: subject.agent.id, name, role: as, capacity: Number(capacity), siteIds: [] },
      ...{ skills, languages },
      departments: departments.map((one: string) => ({ departmentId: `d-${one}`, capacity: null })),
    });
    this.#agents.set(name, subject);
    this.#connected.add(name);
    if (away === '') await this.available(name);
  }

  async opens(name: string, again: string, json: string): Promise<void> {
    const known = this.#visitors.get(name);
    if (again !== '') {
      assert(known, `${name} opened before`);
      accepted(await this.#scene.say(known.subject, known.conversationId, 'Hello again'));
      return;
    }
    const subject = await this.#scene.visitor();
    const more = (json === '' ? {} : JSON.parse(json)) as Partial<OpenIn>;
    const input = { clientId: this.#clientId(), body: 'Hello?', ...more };
    const { conversationId } = accepted(await this.#scene.act(openConversation(this.#scene.context, subject, input)));
    this.#visitors.set(name, { subject, conversationId });
  }

  async writes(name: string): Promise<void> {
    const { subject, conversationId } = this.#visitor(name);
    accepted(await this.#scene.say(subject, conversationId));
  }

  async answers(agent: string, visitor: string): Promise<void> {
    accepted(await this.#scene.say(this.#agent(agent), this.#visitor(visitor).conversationId));
  }

  async closes(agent: string, visitor: string): Promise<void> {
    await this.#ask(closeConversation, agent, visitor);
  }

  async picks(agent: string, visitor: string): Promise<void> {
    await this.#ask(pickConversation, agent, visitor);
  }

  async accepts(agent: string, visitor: string): Promise<void> {
    await this.#ask(acceptOffer, agent, visitor);
  }

  async declines(agent: string, visitor: string): Promise<void> {
    await this.#ask(declineOffer, agent, visitor);
  }

  async available(name: string): Promise<void> {
    const { context } = this.#scene;
    accepted(await this.#scene.act(setAvailability(context, this.#agent(name), { availability: 'available' })));
  }

  async away(name: string): Promise<void> {
    const { context } = this.#scene;
    accepted(await this.#scene.act(setAvailability(context, this.#agent(name), { availability: 'away' })));
  }

  async unnoticed(name: string): Promise<void> {
    const { store, clock } = this.#scene.context;
    await store.setAvailability({ agentId: this.#agent(name).agent.id, availability: 'available', at: clock.now() });
  }

  async leaves(name: string): Promise<void> {
    this.#connected.delete(name);
    await this.#scene.act(leavePresence(this.#scene.context, this.#agent(name).agent.id, 'closed'));
  }

  async returns(name: string): Promise<void> {
    this.#connected.add(name);
    await this.#renew();
    await this.#scene.route();
  }

  async looks(): Promise<void> {
    await this.#scene.route();
  }

  async after(count: string, unit: string): Promise<void> {
    const length = Number(count) * (unit === 'm' ? 60 * SECOND : SECOND);
    const step = length > CLOSE_LOOK_MS ? 5 * SECOND : SECOND;
    for (let passed = 0; passed < length; ) {
      const next = Math.min(step, length - passed);
      await this.#scene.context.clock.advance(next);
      const before = passed;
      passed += next;
      const lived = (ms: number) => Math.floor(ms / AGENT_LEASE_RENEW_MS);
      if (lived(passed) > lived(before)) await this.#renew();
      await this.#scene.sweep();
      await this.#scene.route();
    }
  }

  /** Nobody renews, sweeps or routes meanwhile. */
  async restarts(count: string): Promise<void> {
    this.#connected.clear();
    await this.#scene.context.clock.advance(Number(count) * SECOND);
    await resumePresence(this.#scene.context);
    await this.#scene.sweep();
  }

  async expectWith(visitor: string, agent: string): Promise<void> {
    const found = await this.#found(visitor);
    const name = [...this.#agents].find(([, subject]) => subject.agent.id === found.agentId)?.[0] ?? 'nobody';
    assert(
      found.status === 'active' && name === agent,
      `${visitor} is with ${agent}, not ${found.status} with ${name}`,
    );
  }

  async expectWaiting(visitor: string): Promise<void> {
    const { status, offer } = await this.#found(visitor);
    assert(status === 'queued' && offer === null, `${visitor} waits, not ${status}`);
  }

  async expectRinging(visitor: string, agent: string): Promise<void> {
    const { offer } = await this.#found(visitor);
    assert(offer?.agentId === this.#agent(agent).agent.id, `${visitor} rings at ${agent}`);
  }

  async expectAway(name: string): Promise<void> {
    const found = await this.#scene.context.store.findAgent(this.#agent(name).agent.id);
    assert(found?.availability === 'away', `${name} is away`);
  }

  async expectRefused(agent: string, visitor: string): Promise<void> {
    const answer = await this.#scene.say(this.#agent(agent), this.#visitor(visitor).conversationId);
    assert(!answer.ok && answer.error === 'reassigned', `${agent} is refused at ${visitor}`);
  }

  async makes(actor: string, name: string, role: Role): Promise<void> {
    accepted(await this.#changeRole(actor, name, role));
  }

  async expectMayNotMake(actor: string, name: string, role: Role): Promise<void> {
    const answer = await this.#changeRole(actor, name, role);
    assert(!answer.ok && answer.error === 'forbidden', `${actor} may not make ${name} ${role}`);
  }

  async node(name: string, count: string, way: string): Promise<void> {
    const { clock } = this.#scene.context;
    const shiftMs = Number(count) * SECOND * (way === 'ahead' ? 1 : -1);
    const node = createDatabaseClock({ wall: () => clock.now() + shiftMs, steady: () => clock.now() }, async () =>
      clock.now(),
    );
    await node.correct();
    this.#nodes.set(name, node);
  }

  async expectDatabaseTime(...names: string[]): Promise<void> {
    for (const name of names) {
      const read = this.#nodes.get(name)?.now();
      assert(read === this.#scene.context.clock.now(), `${name} reads the database's time, not ${read}`);
    }
  }

  async #changeRole(actor: string, name: string, role: Role) {
    const { context } = this.#scene;
    const member = await context.store.findStaffMember(this.#agent(name).agent.id);
    assert(member, `${name} is of the team`);
    const departments = member.departments.map(({ departmentId, capacity }) => ({ departmentId, capacity }));
    const input = { ...member, agentId: member.id, departments, role };
    return this.#scene.act(changeStaffMember(context, this.#agent(actor), input));
  }

  async expectWhy(visitor: string, words: string): Promise<void> {
    const { conversationId } = this.#visitor(visitor);
    const page = await this.#scene.context.store.readTeamPage({ conversationId, afterNumber: 0, limit: 100 });
    const last = page?.entries.findLast((entry) => entry.kind === 'reason');
    assert(last?.kind === 'reason' && last.why, `${visitor} was given to somebody`);
    // The document is read as it is seen: the marks around names are not.
    const spelled = spellWhy(last.agent.name, last.why).replaceAll(/[\u2068\u2069]/g, '');
    assert(spelled === words, `why ${visitor}: "${words}", not "${spelled}"`);
  }

  async #ask(
    job: (
      context: Scene['context'],
      subject: AgentSubject,
      input: { conversationId: string },
    ) => Promise<Done<unknown>>,
    agent: string,
    visitor: string,
  ): Promise<void> {
    const { conversationId } = this.#visitor(visitor);
    accepted(await this.#scene.act(job(this.#scene.context, this.#agent(agent), { conversationId })));
    // Whoever else was waited for is looked for by the next wake-up.
    await this.#scene.route();
  }

  async #renew(): Promise<void> {
    const ids = [...this.#connected].map((name) => this.#agent(name).agent.id);
    await keepPresence(this.#scene.context, ids);
  }

  async #found(visitor: string) {
    const found = await this.#scene.context.store.findConversation(this.#visitor(visitor).conversationId);
    assert(found, `${visitor} has a conversation`);
    return found;
  }

  #agent(name: string): AgentSubject {
    const found = this.#agents.get(name);
    assert(found, `${name} is an agent`);
    return found;
  }

  #visitor(name: string) {
    const found = this.#visitors.get(name);
    assert(found, `${name} is a visitor`);
    return found;
  }

  #clientId(): string {
    this.#said += 1;
    return `story-client-${String(this.#said).padStart(6, '0')}`;
  }
}

const VERBS: Verb[] = [
  [/^plan (\{.*\})$/, (story, json) => story.plan(json)],
  [/^department (\w+)(?: (\{.*\}))?$/, (story, name, json) => story.department(name, json)],
  [
    /^agent (\w+) (\d+)( owner| admin)?( away)?(?: (\{.*\}))?$/,
    (story, name, capacity, role, away, json) => story.agent(name, capacity, role, away, json),
  ],
  [/^(\w+) opens( again)?(?: (\{.*\}))?$/, (story, name, again, json) => story.opens(name, again, json)],
  [/^(\w+) writes$/, (story, name) => story.writes(name)],
  [/^(\w+) answers (\w+)$/, (story, agent, visitor) => story.answers(agent, visitor)],
  [/^(\w+) closes the tab$/, (story, name) => story.leaves(name)],
  [/^(\w+) closes (\w+)$/, (story, agent, visitor) => story.closes(agent, visitor)],
  [/^(\w+) picks (\w+)$/, (story, agent, visitor) => story.picks(agent, visitor)],
  [/^(\w+) accepts (\w+)$/, (story, agent, visitor) => story.accepts(agent, visitor)],
  [/^(\w+) declines (\w+)$/, (story, agent, visitor) => story.declines(agent, visitor)],
  [/^(\w+) comes back$/, (story, name) => story.returns(name)],
  [/^(\w+) goes away$/, (story, name) => story.away(name)],
  [/^(\w+) is available$/, (story, name) => story.available(name)],
  [/^(\w+) becomes available unnoticed$/, (story, name) => story.unnoticed(name)],
  [/^(\w+) makes (\w+) (\w+)$/, (story, actor, name, role) => story.makes(actor, name, role)],
  [/^node (\w+) is (\d+)s (ahead|behind)$/, (story, name, count, way) => story.node(name, count, way)],
  [/^routing looks$/, (story) => story.looks()],
  [/^after (\d+)([sm])$/, (story, count, unit) => story.after(count, unit)],
  [/^the relay restarts after (\d+)s$/, (story, count) => story.restarts(count)],
  [/^→ (\w+) with (\w+)$/, (story, visitor, agent) => story.expectWith(visitor, agent)],
  [/^→ (\w+) waits$/, (story, visitor) => story.expectWaiting(visitor)],
  [/^→ (\w+) rings at (\w+)$/, (story, visitor, agent) => story.expectRinging(visitor, agent)],
  [/^→ (\w+) is away$/, (story, name) => story.expectAway(name)],
  [/^→ (\w+) is refused at (\w+)$/, (story, agent, visitor) => story.expectRefused(agent, visitor)],
  [/^→ (\w+) may not make (\w+) (\w+)$/, (story, actor, name, role) => story.expectMayNotMake(actor, name, role)],
  [/^→ (\w+) and (\w+) read the database's time$/, (story, one, other) => story.expectDatabaseTime(one, other)],
  [/^→ why (\w+): (.*)$/, (story, visitor, words) => story.expectWhy(visitor, words)],
];
