import { computed, signal } from '@preact/signals';
import type { Department, DepartmentNow } from '../../protocol/wire/departments.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { TeamList, TeamRules } from '../../protocol/wire/events.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { Member } from '../../protocol/wire/team.ts';
import type { AgentConnection } from './agent-link.ts';
import { Latest } from './load.ts';

export interface TeamParts {
  connection: AgentConnection;
  departments(): Promise<Answer<Department[]>>;
  meId: string;
}

export type Target =
  | { kind: 'member'; id: string; name: string; member: Member; can: boolean }
  | { kind: 'department'; id: string; name: string; can: true; now: DepartmentNow | undefined };

/** Who there is to ask, and what one may be away for. Asked for when somebody wants to know. */
export class Team {
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly members = signal<readonly Member[]>([]);
  readonly awayReasons = signal<readonly string[]>([]);
  readonly idleAwayMs = signal(0);
  /** How long a message can be called back (D8). */
  readonly undoMs = signal(0);
  readonly departments = signal<readonly Department[]>([]);
  /** Mine; empty: whatever comes. */
  readonly own = signal<readonly string[]>([]);
  readonly names = computed(() => new Map(this.members.value.map((member) => [member.id, member.name])));
  /** Who may be given work. */
  readonly serving = computed(() => this.members.value.filter(({ role }) => may({ role }, 'conversation:serve')));
  /** How each stands for the conversation that was asked about last. */
  readonly departmentsNow = signal<readonly DepartmentNow[]>([]);
  readonly #parts: TeamParts;
  readonly #latest = new Latest();

  constructor(parts: TeamParts) {
    this.#parts = parts;
  }

  async load(conversationId?: string): Promise<void> {
    const isLatest = this.#latest.ask();
    const [team, departments] = await Promise.all([
      this.#parts.connection.send('team:list', conversationId ? { conversationId } : {}) as Promise<Answer<TeamList>>,
      this.#parts.departments(),
    ]);
    const isTaken = (departments.ok || team.ok) && isLatest();
    if (departments.ok && isTaken) this.departments.value = departments.value;
    if (team.ok && isTaken) {
      this.members.value = team.value.members;
      this.awayReasons.value = team.value.awayReasons;
      this.own.value = team.value.ownDepartments ?? [];
      this.idleAwayMs.value = team.value.idleAwayMs;
      this.undoMs.value = team.value.undoMs ?? 0;
      if (conversationId) this.departmentsNow.value = team.value.departments ?? [];
      this.state.value = 'ready';
    } else if (!team.ok && this.state.value !== 'ready') this.state.value = 'failed';
  }

  /** Everybody's names, read first where nobody has read them yet. */
  async known(): Promise<readonly Member[]> {
    if (this.state.peek() !== 'ready') await this.load();
    return this.members.peek();
  }

  /** By an owner or administrator. */
  async change(rules: TeamRules): Promise<Answer<TeamRules>> {
    const answer = await this.#parts.connection.send('team:change', rules);
    if (answer.ok) this.#latest.tell();
    if (answer.ok || answer.error === 'changed_meanwhile') await this.load();
    return answer;
  }

  /** Whom one may pass a conversation to: who can answer first, then by name; departments only where it may go there. */
  targetsOf(query: string, withDepartments: boolean, servedBy: string | null): Target[] {
    const words = query.trim().toLowerCase();
    const fits = (name: string) => name.toLowerCase().includes(words);
    const members = this.members.value
      .filter((member) => member.id !== servedBy && may(member, 'conversation:serve') && fits(member.name))
      .map((member): Target => {
        const can = member.present && member.availability === 'available';
        return { kind: 'member', id: member.id, name: member.name, member, can };
      });
    const departments = this.departments.value
      .filter((department) => withDepartments && fits(department.name))
      .map(({ id, name }): Target => {
        const now = this.departmentsNow.value.find((one) => one.id === id);
        return { kind: 'department', id, name, can: true, now };
      });
    return [...members.filter((one) => one.can), ...departments, ...members.filter((one) => !one.can)];
  }
}
