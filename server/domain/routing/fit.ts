import type { AgentSkills } from '../../../protocol/wire/departments.ts';
import type { Needs } from './team.ts';

type Profile = AgentSkills | undefined;

/** Something that is wanted besides; it may fall away (R16). */
export type Preference = { skill: string; level: number } | { language: string };

/** In the order in which they matter: the language first, then the skills as named. */
export function preferencesOf(needs: Needs): Preference[] {
  const language = needs.language && !needs.language.required ? [{ language: needs.language.tag }] : [];
  const skills = (needs.skills ?? []).filter((need) => !need.required);
  return [...language, ...skills.map(({ skill, level }) => ({ skill, level }))];
}

/** R14: site, department, what is required, and the first `held` preferences. */
export function fits(agent: Profile, needs: Needs, held: number): boolean {
  return findLack(agent, needs, held) === null;
}

export type Lack = 'site' | 'department' | { skill: string; level: number } | { language: string };

/** The first thing that the agent lacks, or null. */
export function findLack(agent: Profile, needs: Needs, held: number): Lack | null {
  const { siteId, departmentId, language } = needs;
  if (siteId && agent?.siteIds.length && !agent.siteIds.includes(siteId)) return 'site';
  if (departmentId && !agent?.departments.some((one) => one.departmentId === departmentId)) return 'department';
  if (language?.required && !speaks(agent, language.tag)) return { language: language.tag };
  for (const { skill, level, required } of needs.skills ?? []) {
    if (required && !knows(agent, skill, level)) return { skill, level };
  }
  for (const preference of preferencesOf(needs).slice(0, held)) {
    const met =
      'skill' in preference ? knows(agent, preference.skill, preference.level) : speaks(agent, preference.language);
    if (!met) return preference;
  }
  return null;
}

function knows(agent: Profile, skill: string, level: number): boolean {
  return agent?.skills.some((one) => one.skill === skill && one.level >= level) ?? false;
}

/** `pt` and `pt-PT` serve a visitor who asks for `pt-BR`, and the other way round: the language counts, not the country. */
export function speaks(agent: Profile, tag: string): boolean {
  const wanted = primaryOf(tag);
  return agent?.languages.some((one) => primaryOf(one) === wanted) ?? false;
}

function primaryOf(tag: string): string {
  return (tag.split('-', 1)[0] ?? '').toLowerCase();
}
