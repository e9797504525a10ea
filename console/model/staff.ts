import { signal } from '@preact/signals';
import type { Department, StaffMember } from '../../protocol/wire/departments.ts';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import {
  AGENT_CAPACITY_MAX,
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  TAG_CHARS_MAX,
  TAGS_MAX,
} from '../../protocol/wire/limits.ts';
import type { RoutingPlan, SkillLevel } from '../../protocol/wire/routing.ts';
import type { Api, NewStaff } from './api.ts';
import { Load } from './load.ts';
import { plainOrigin } from './plain-address.ts';
import { departmentsWith, planWith, type TargetsDraft, targetsOf } from './targets.ts';

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
    segmentsMax: TAGS_MAX,
  };
  readonly #parts: StaffParts;

  constructor(parts: StaffParts) {
    this.#parts = parts;
  }

  load(): void {
    const { api } = this.#parts;
    this.saved.value = false;
    this.problem.value = null;
    void this.people.ask(() => this.#guard(api.staff()));
    this.loadDepartments();
    void this.plan.ask(() => this.#guard(api.routingPlan()));
  }

  loadDepartments(): void {
    void this.departments.ask(() => this.#guard(this.#parts.api.departments()));
  }

  /** "billing 4, returns" as skills: a level after the word, 3 without one. */
  skillsOf(text: string): SkillLevel[] {
    return this.wordsOf(text).map((part) => {
      const [, skill = part, level] = /^(.*?)(?:\s+([1-5]))?$/.exec(part) ?? [];
      return { skill: skill.toLowerCase(), level: level ? Number(level) : 3 };
    });
  }

  /** What stands between commas. */
  wordsOf(text: string): string[] {
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  add(input: NewStaff): Promise<boolean> {
    return this.#save(() => this.#parts.api.addStaff(input));
  }

  change(member: Parameters<Api['changeStaff']>[0]): Promise<boolean> {
    return this.#save(() => this.#parts.api.changeStaff(member));
  }

  setPassword(id: string, password: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.setStaffPassword(id, password));
  }

  addDepartment(name: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.addDepartment({ siteId: null, name, routing: {} }));
  }

  changeDepartment(department: Department): Promise<boolean> {
    return this.#save(() => this.#parts.api.changeDepartment(department));
  }

  removeDepartment(id: string): Promise<boolean> {
    return this.#save(() => this.#parts.api.removeDepartment(id));
  }

  setPlan(plan: RoutingPlan): Promise<boolean> {
    return this.#save(() => this.#parts.api.setRoutingPlan(plan));
  }

  readonly targetsOf = targetsOf;

  /** All three kinds, one after the other; the first refusal ends it. */
  setTargets(plan: RoutingPlan, departments: readonly Department[], draft: TargetsDraft): Promise<boolean> {
    const { api } = this.#parts;
    return this.#save(async () => {
      const set = await api.setRoutingPlan(planWith(plan, draft));
      if (!set.ok) return set;
      for (const department of departmentsWith(departments, draft)) {
        const changed = await api.changeDepartment(department);
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
    if (!answer.ok) {
      this.problem.value = answer;
      return false;
    }
    this.load();
    this.saved.value = true;
    return true;
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
