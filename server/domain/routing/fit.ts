import type { AgentSkills } from '../../../protocol/wire/departments.ts';
import type { Needs } from './team.ts';

type Profile = AgentSkills | undefined;

/** Something that is wanted besides; it may fall away (R16). */
export type Preference = { skill: string; level: number } | { language: string };

export type Lack = 'site' | 'department' | { skill: string; level: number } | { language: string };

/** One thing that an agent has or lacks. Those with one key are one. */
export interface Requirement {
  key: string;
  lack: Lack;
  isMetBy(agent: Profile): boolean;
}

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

/** The first thing that the agent lacks, or null. */
export function findLack(agent: Profile, needs: Needs, held: number): Lack | null {
  const asked = [...requiredOf(needs), ...preferredOf(needs).slice(0, held)];
  return asked.find((one) => !one.isMetBy(agent))?.lack ?? null;
}

export function requiredOf({ siteId, departmentId, language, skills = [] }: Needs): Requirement[] {
  const asked: Requirement[] = [];
  if (siteId) asked.push(ofSite(siteId));
  if (departmentId) asked.push(ofDepartment(departmentId));
  if (language?.required) asked.push(ofPreference({ language: language.tag }));
  for (const { skill, level, required } of skills) if (required) asked.push(ofPreference({ skill, level }));
  return asked;
}

export function preferredOf(needs: Needs): Requirement[] {
  return preferencesOf(needs).map(ofPreference);
}

function ofSite(siteId: string): Requirement {
  return {
    key: `site ${siteId}`,
    lack: 'site',
    isMetBy: (agent) => !agent?.siteIds.length || agent.siteIds.includes(siteId),
  };
}

function ofDepartment(departmentId: string): Requirement {
  return {
    key: `department ${departmentId}`,
    lack: 'department',
    isMetBy: (agent) => agent?.departments.some((one) => one.departmentId === departmentId) ?? false,
  };
}

function ofPreference(wanted: Preference): Requirement {
  if ('language' in wanted) {
    const { language } = wanted;
    return { key: `language ${primaryOf(language)}`, lack: wanted, isMetBy: (agent) => speaks(agent, language) };
  }
  const { skill, level } = wanted;
  return { key: `skill ${level} ${skill}`, lack: wanted, isMetBy: (agent) => knows(agent, skill, level) };
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
