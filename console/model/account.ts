import { signal } from '@preact/signals';
import type { OutboxStore } from '../../protocol/client/outbox-keep.ts';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from '../../protocol/wire/limits.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import type { Api } from './api.ts';
import type { Memory } from './ports.ts';
import { forgetAll, forgetOthers } from './private-memory.ts';

export type Step =
  | { name: 'opening' }
  | { name: 'unreachable' }
  | { name: 'signed_out'; because: 'first' | 'left' | 'ended' }
  | { name: 'set_up'; token: string }
  /** `resumed`: by a session that was there when the page was loaded. */
  | { name: 'signed_in'; me: AgentProfile; resumed?: boolean };

export interface AccountParts {
  api: Api;
  memory: Memory;
  outbox: Pick<OutboxStore, 'load' | 'remove'>;
  /** The first account was made here. */
  onSetUp?(): void;
}

/** Who sits here: sign-in, sign-out, first set-up, change of password. */
export class Account {
  readonly step = signal<Step>({ name: 'opening' });
  readonly busy = signal(false);
  /** Why the last form was refused. */
  readonly problem = signal<Refusal | null>(null);
  /** The e-mail of who was here last in this tab, to sign in again with fewer keys. */
  readonly lastEmail = signal('');
  readonly passwordRules = { min: PASSWORD_CHARS_MIN, max: PASSWORD_CHARS_MAX };
  readonly #parts: AccountParts;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  /** Whoever the cookie names; where it names nobody and there is a set-up token, the form for the first account. */
  async open(setUpToken: string | null): Promise<void> {
    this.step.value = { name: 'opening' };
    const answer = await this.#parts.api.me();
    if (answer.ok) this.#enter(answer.value, true);
    else if (setUpToken) this.step.value = { name: 'set_up', token: setUpToken };
    else if (answer.error === 'unauthorized') this.step.value = { name: 'signed_out', because: 'first' };
    else this.step.value = { name: 'unreachable' };
  }

  async signIn(email: string, password: string): Promise<void> {
    this.lastEmail.value = email;
    await this.#submit(this.#parts.api.signIn(email, password), (me) => this.#enter(me));
  }

  async setUp(name: string, email: string, password: string): Promise<void> {
    const step = this.step.value;
    if (step.name !== 'set_up') return;
    await this.#submit(this.#parts.api.setUp(step.token, name, email, password), (me) => {
      this.#parts.onSetUp?.();
      this.#enter(me);
    });
  }

  /** From a set-up link that is used up to the ordinary way in. */
  toSignIn(): void {
    this.problem.value = null;
    this.step.value = { name: 'signed_out', because: 'first' };
  }

  /** Answers whether it is done; offline nobody is signed out, and the page says so. */
  async signOut(): Promise<boolean> {
    const answer = await this.#parts.api.signOut();
    if (!answer.ok && answer.error !== 'unauthorized') return false;
    forgetAll(this.#parts.memory);
    void forgetOutbox(this.#parts.outbox);
    this.lastEmail.value = '';
    this.problem.value = null;
    this.step.value = { name: 'signed_out', because: 'left' };
    return true;
  }

  changePassword(current: string, next: string): Promise<Answer<AgentProfile>> {
    return this.#parts.api.changePassword(current, next);
  }

  /** The relay knows this agent by another role or name now: the desk is set up afresh. */
  changed(me: AgentProfile): void {
    if (this.step.value.name === 'signed_in') this.step.value = { name: 'signed_in', me };
  }

  /** The session ended elsewhere: back to the door, with everything unsent kept. */
  ended(): void {
    const step = this.step.value;
    if (step.name !== 'signed_in') return;
    this.lastEmail.value = step.me.email;
    this.problem.value = null;
    this.step.value = { name: 'signed_out', because: 'ended' };
  }

  async #submit<T>(asked: Promise<Answer<T>>, done: (value: T) => void): Promise<void> {
    this.busy.value = true;
    this.problem.value = null;
    const answer = await asked;
    this.busy.value = false;
    if (answer.ok) done(answer.value);
    else this.problem.value = answer;
  }

  #enter(me: AgentProfile, resumed = false): void {
    forgetOthers(this.#parts.memory, me.id);
    this.step.value = { name: 'signed_in', me, resumed };
  }
}

/** What cannot be reached cannot be left behind either. */
async function forgetOutbox(outbox: Pick<OutboxStore, 'load' | 'remove'>): Promise<void> {
  const all = await outbox.load().catch(() => []);
  await Promise.allSettled(all.map((item) => outbox.remove(item.clientId)));
}
