import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import type { Role } from '../../protocol/wire/model.ts';
import {
  type Holder,
  isOpen,
  may,
  mayManage,
  PERMISSIONS,
  type Permission,
  type Rights,
  ROLES,
} from '../../protocol/wire/permissions.ts';
import { OWN_ROLES_MAX, ROLE_NAME_CHARS_MAX, type TeamRole } from '../../protocol/wire/roles.ts';
import type { Api } from './api.ts';
import { Latest } from './load.ts';

/** Z13; comes from the page that changes roles, so that nobody else fetches it. */
type MarkOf = (role: TeamRole) => string;

export interface RolesParts {
  api: Api;
  onSessionEnded(): void;
}

const BUILT_IN: readonly TeamRole[] = ROLES.map((base) => ({ id: base, name: base, base, rights: {} }));

/** What roles may do, and the owners' own roles (T19). */
export class Roles {
  readonly state = signal<'idle' | 'ready' | 'failed'>('idle');
  readonly #all = signal<readonly TeamRole[]>(BUILT_IN);
  readonly saving = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<Refusal | null>(null);
  readonly limits = { rolesMax: OWN_ROLES_MAX, nameMax: ROLE_NAME_CHARS_MAX };
  readonly rights = Object.keys(PERMISSIONS) as Permission[];
  readonly bases = ROLES.filter((role) => role !== 'owner');
  readonly #parts: RolesParts;
  readonly #latest = new Latest();
  #switching: Promise<unknown> = Promise.resolve();

  constructor(parts: RolesParts) {
    this.#parts = parts;
  }

  /** What is known stays while it is asked for again. */
  async load(): Promise<void> {
    const isLatest = this.#latest.ask();
    const answer = await this.#guard(this.#parts.api.ofSetup<TeamRole[]>('GET', 'roles'));
    if (answer.ok && isLatest()) this.#all.value = answer.value;
    if (answer.ok) this.state.value = 'ready';
    else if (this.state.value === 'idle') this.state.value = 'failed';
  }

  /** As far as they are known: the five at least. */
  list(): readonly TeamRole[] {
    return this.#all.value;
  }

  /** Roles that I may give. */
  givenBy(me: Holder): TeamRole[] {
    return this.list().filter(({ base, rights }) => mayManage(me, { role: base, rights }));
  }

  isOwn(role: TeamRole): boolean {
    return role.id !== role.base;
  }

  may(role: TeamRole, right: Permission): boolean {
    return may({ role: role.base, rights: role.rights }, right);
  }

  isOpen(role: TeamRole, right: Permission): boolean {
    return isOpen(role.base, right);
  }

  /** Whoever presses several quickly means each of them: they go one after the other, each on what the role is by then. */
  switch(role: TeamRole, right: Permission, on: boolean, mark: MarkOf): Promise<boolean> {
    const make = (now: TeamRole) => {
      const { [right]: _, ...rest } = now.rights;
      // What is as built in is not said, so that a later release may still change it.
      const rights: Rights = on === may({ role: now.base }, right) ? rest : { ...rest, [right]: on };
      return { rights };
    };
    const done = this.#switching.then(() =>
      this.#change(this.list().find(({ id }) => id === role.id) ?? role, mark, make),
    );
    this.#switching = done;
    return done;
  }

  rename(role: TeamRole, name: string, mark: MarkOf): Promise<boolean> {
    return this.#change(role, mark, (now) => (now.name === role.name ? { name, rights: now.rights } : null));
  }

  add(name: string, base: Role): Promise<boolean> {
    const like = this.list().find(({ id }) => id === base);
    return this.#save(() => this.#ask('POST', 'roles', { name, base, rights: like?.rights ?? {} }));
  }

  remove(id: string): Promise<boolean> {
    return this.#save(() => this.#ask('DELETE', `roles/${id}`));
  }

  /** Z13: one switch is set on what the role is now, whoever set others meanwhile. `make`: null where both changed the same. */
  #change(
    seen: TeamRole,
    mark: MarkOf,
    make: (now: TeamRole) => { name?: string; rights: Rights } | null,
  ): Promise<boolean> {
    return this.#save(async () => {
      const ask = (now: TeamRole, body: object) => this.#ask('PUT', `roles/${seen.id}?basedOn=${mark(now)}`, body);
      const answer = await ask(seen, make(seen) ?? {});
      if (answer.ok || answer.error !== 'changed_meanwhile') return answer;
      await this.load();
      const now = this.list().find(({ id }) => id === seen.id);
      const again = now && make(now);
      return again ? ask(now, again) : answer;
    });
  }

  #ask(method: 'PUT' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer<unknown>> {
    return this.#guard(this.#parts.api.ofSetup<unknown>(method, path, body));
  }

  async #save(write: () => Promise<Answer<unknown>>): Promise<boolean> {
    if (this.saving.value) return false;
    this.saving.value = true;
    this.saved.value = false;
    this.problem.value = null;
    const answer = await write();
    if (answer.ok) this.#latest.tell();
    if (answer.ok) this.saved.value = true;
    else this.problem.value = answer;
    // After a refusal, too: somebody else may have changed it.
    await this.load();
    this.saving.value = false;
    return answer.ok;
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
