import { signal } from '@preact/signals';
import type { Department, StaffMember } from '../../protocol/wire/departments.ts';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import {
  AGENT_CAPACITY_MAX,
  AGENT_LANGUAGES_MAX,
  AGENT_SKILLS_MAX,
  AWAY_REASON_CHARS_MAX,
  AWAY_REASONS_MAX,
  NAME_CHARS_MAX,
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  RULE_SKILLS_MAX,
  RULE_TEXT_CHARS_MAX,
  RULE_WORDS_MAX,
  SKILL_CHARS_MAX,
  TAG_CHARS_MAX,
  TAGS_MAX,
} from '../../protocol/wire/limits.ts';
import type { RoutingPlan } from '../../protocol/wire/routing.ts';
import type { Api, NewStaff } from './api.ts';
import { Load } from './load.ts';
import { plainOrigin } from './plain-address.ts';

export interface StaffParts {
  api: Api;
  onSessionEnded(): void;
}

/** People, departments and the routing plan, for those who set them up. */
export class Staff {
  readonly people = new Load<StaffMember[]>();
  readonly departments = new Load<Department[]>();
  readonly plan = new Load<RoutingPlan>();
  readonly saving = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly limits = {
    capacityMax: AGENT_CAPACITY_MAX,
    passwordMin: PASSWORD_CHARS_MIN,
    passwordMax: PASSWORD_CHARS_MAX,
    tagMax: TAG_CHARS_MAX,
    nameMax: NAME_CHARS_MAX,
    skillsMax: AGENT_SKILLS_MAX,
    languagesMax: AGENT_LANGUAGES_MAX,
    reasonsMax: AWAY_REASONS_MAX,
    reasonMax: AWAY_REASON_CHARS_MAX,
    segmentsMax: TAGS_MAX,
    ruleWordsMax: RULE_WORDS_MAX,
    ruleTextMax: RULE_TEXT_CHARS_MAX,
    ruleSkillsMax: RULE_SKILLS_MAX,
    skillMax: SKILL_CHARS_MAX,
  };
  readonly #parts: StaffParts;

  constructor(parts: StaffParts) {
    this.#parts = parts;
  }

  load(): void {
    const { api } = this.#parts;
    this.saved.value = false;
    this.problem.value = null;
    void this.people.again(() => this.#guard(api.staff()));
    void this.loadDepartments();
    void this.plan.again(() => this.#guard(api.routingPlan()));
  }

  /** Whether they could be read. */
  loadDepartments(): Promise<boolean> {
    return this.departments.again(() => this.#guard(this.#parts.api.departments()));
  }

  add(input: NewStaff): Promise<boolean> {
    return this.#save(() => this.#parts.api.addStaff(input));
  }

  change(...change: Parameters<Api['changeStaff']>): Promise<boolean> {
    return this.#save(() => this.#parts.api.changeStaff(...change));
  }

  setPassword(id: string, password: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.setStaffPassword(id, password));
  }

  addDepartment(name: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.addDepartment({ siteId: null, name, routing: {} }));
  }

  changeDepartment(department: Department, basedOn: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.changeDepartment(department, basedOn));
  }

  removeDepartment(id: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.removeDepartment(id));
  }

  setPlan(plan: RoutingPlan, basedOn: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.setRoutingPlan(plan, basedOn));
  }

  /** All three kinds, one after the other; the first refusal ends it. With each department the mark of what was read. */
  setTargets(
    plan: RoutingPlan,
    departments: readonly (readonly [Department, string])[],
    basedOn: string,
  ): Promise<boolean> {
    const { api } = this.#parts;
    return this.#save(async () => {
      const set = await api.setRoutingPlan(plan, basedOn);
      if (!set.ok) return set;
      for (const [department, mark] of departments) {
        const changed = await api.changeDepartment(department, mark);
        if (!changed.ok) return changed;
      }
      return set;
    });
  }

  addSite(name: string, origins: string[]): Promise<boolean> {
    return this.#save(() => this.#parts.api.addSite(name, origins.map(plainOrigin)));
  }

  /** Saves and reads again; false with `problem` where the relay refuses. */
  async #save(write: () => Promise<Answer<unknown>>): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.saved.value = false;
    this.problem.value = null;
    const answer = await this.#guard(write());
    this.saving.value = false;
    if (answer.ok || answer.error === 'changed_meanwhile') this.load();
    if (answer.ok) this.saved.value = true;
    else this.problem.value = answer;
    return answer.ok;
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
