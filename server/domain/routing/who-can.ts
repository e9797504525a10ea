import type { AgentSkills } from '../../../protocol/wire/departments.ts';
import { Bits } from './bits.ts';
import type { Requirement } from './fit.ts';

type Profile = AgentSkills | undefined;

/**
 * For each thing that somebody asked for, everybody who has it. Agents are numbered in the order of their ids, and keep the
 * number when they go, so that coming and going changes nothing here.
 */
export class WhoCan {
  readonly #numbers = new Map<string, number>();
  readonly #profiles: Profile[];
  readonly #sets = new Map<string, Bits>();

  constructor(agents: ReadonlyMap<string, Profile>) {
    // R4: in one order, in whatever order they were read.
    const ids = [...agents.keys()].sort();
    for (const [number, id] of ids.entries()) this.#numbers.set(id, number);
    this.#profiles = ids.map((id) => agents.get(id));
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** Worked out when it is asked for first. */
  having(asked: Requirement): Bits {
    let found = this.#sets.get(asked.key);
    if (!found) {
      found = new Bits();
      for (const [number, profile] of this.#profiles.entries()) if (asked.isMetBy(profile)) found.add(number);
      this.#sets.set(asked.key, found);
    }
    return found;
  }
}
