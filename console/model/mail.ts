import { computed, signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import {
  MAIL_ANSWERS_AFTER_MS_MAX,
  MAIL_ANSWERS_AFTER_MS_MIN,
  REPORT_RECIPIENTS_MAX,
} from '../../protocol/wire/limits.ts';
import { type MailState, REPORT_PLAN_DEFAULT, type ReportPlan } from '../../protocol/wire/mail.ts';
import type { Api } from './api.ts';
import { Load } from './load.ts';

export interface MailParts {
  api: Api;
  /** Where the person sits: the first guess for the zone of the report. */
  zone: string;
  onSessionEnded(): void;
}

/** Outgoing mail as owners see it: whether it goes, what was given up, and the figures that come by it. */
export class Mail {
  readonly state = new Load<MailState>();
  readonly plan = signal<ReportPlan>(REPORT_PLAN_DEFAULT);
  readonly changed = computed(() => JSON.stringify(this.plan.value) !== JSON.stringify(this.#stored.value));
  readonly busy = signal(false);
  readonly done = signal<'saved' | 'test' | null>(null);
  readonly problem = signal<Refusal | null>(null);
  readonly limits = {
    recipientsMax: REPORT_RECIPIENTS_MAX,
    answersMsMin: MAIL_ANSWERS_AFTER_MS_MIN,
    answersMsMax: MAIL_ANSWERS_AFTER_MS_MAX,
  };
  readonly #stored = signal<ReportPlan>(REPORT_PLAN_DEFAULT);
  readonly #parts: MailParts;
  #version = 0;

  constructor(parts: MailParts) {
    this.#parts = parts;
  }

  /** What was changed here and not saved stays. */
  load(): void {
    this.done.value = null;
    this.problem.value = null;
    void this.state
      .ask(() => this.#guard(this.#parts.api.mail()))
      .then(() => {
        const { value: now } = this.state.state;
        if (now.status === 'ready' && now.value.version >= this.#version && !this.changed.peek()) this.#hold(now.value);
      });
  }

  change(part: Partial<ReportPlan>): void {
    this.plan.value = { ...this.plan.value, ...part };
    this.done.value = null;
    this.problem.value = null;
  }

  discard(): void {
    this.plan.value = this.#stored.value;
    this.problem.value = null;
  }

  /** Somebody else was faster: what is typed stays, theirs is what "discard" leads to, and a second save is meant (Z13). */
  async savePlan(): Promise<boolean> {
    const done = await this.#run('saved', () => this.#parts.api.setReportPlan(this.plan.value, this.#version));
    const isMet = this.problem.peek()?.error === 'changed_meanwhile';
    const now = isMet ? await this.#guard(this.#parts.api.mail()) : null;
    if (now?.ok) this.#hold(now.value, this.plan.peek());
    return done;
  }

  sendTest(): Promise<boolean> {
    return this.#run('test', () => this.#parts.api.sendTestMail());
  }

  retry(id: string): Promise<boolean> {
    return this.#run(null, () => this.#parts.api.retryMail(id));
  }

  async #run(done: 'saved' | 'test' | null, command: () => Promise<Answer<unknown>>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.problem.value = null;
    this.done.value = null;
    const answer = await this.#guard(command());
    this.busy.value = false;
    if (!answer.ok) {
      this.problem.value = answer;
      return false;
    }
    if (done !== 'test') this.#show(answer.value as MailState, done === 'saved');
    this.done.value = done;
    return true;
  }

  #show(state: MailState, isSaved: boolean): void {
    this.state.put(state);
    if (isSaved || !this.changed.peek()) this.#hold(state);
  }

  #hold({ plan, version }: MailState, typed?: ReportPlan): void {
    this.#version = version;
    const isNew = version === 0 && plan.zone === REPORT_PLAN_DEFAULT.zone;
    this.#stored.value = isNew ? { ...plan, zone: this.#parts.zone } : plan;
    this.plan.value = typed ?? this.#stored.value;
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
