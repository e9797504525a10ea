import type { Department } from '../../../protocol/wire/departments.ts';
import type { RoutingPlan, RoutingRule, RuleConditions, SkillNeed } from '../../../protocol/wire/routing.ts';
import { type Settings, settingsFor } from './standing.ts';

/** What is known of a conversation when it begins. */
export interface Opening {
  siteId: string;
  pageUrl: string | null;
  /** The first message. */
  text: string;
  attributes: Readonly<Record<string, string>>;
  language: string | null;
  /** As the page asks for it: a department's id or name. */
  department: string | null;
  /** Was here before. */
  returning: boolean;
  lastScore: number | null;
}

/** What it needs from then on. */
export interface Routed {
  departmentId: string | null;
  skills: SkillNeed[];
  language: { tag: string; required: boolean } | null;
  priority: number;
}

/** R14: what the rules make of it. Pure; unknown departments are passed over, so that nobody waits for what is not there. */
export function applyRules(opening: Opening, settings: Settings, departments: readonly Department[]): Routed {
  const open = departments.filter(({ siteId }) => siteId === null || siteId === opening.siteId);
  const matching = settings.plan.rules.filter(({ when }) => matches(when, opening));
  const departmentId =
    findDepartment(opening.department, open) ??
    matching.map(({ set }) => open.find(({ id }) => id === set.departmentId)?.id).find((id) => id !== undefined) ??
    null;
  const how =
    matching.find(({ set }) => set.language !== undefined)?.set.language ??
    settingsFor(settings, departmentId).language;
  return {
    departmentId,
    skills: joinSkills(matching),
    language: opening.language && how !== 'ignore' ? { tag: opening.language, required: how === 'require' } : null,
    priority: Math.max(0, ...matching.map(({ set }) => set.priority ?? 0)),
  };
}

/** By its id, or by its name however it is written. */
export function findDepartment(asked: string | null, open: readonly Department[]): string | undefined {
  if (asked === null) return undefined;
  const name = asked.trim().toLowerCase();
  return open.find((one) => one.id === asked)?.id ?? open.find((one) => one.name.toLowerCase() === name)?.id;
}

export function matches(when: RuleConditions, opening: Opening): boolean {
  const { siteId, page, words, attribute, language, returning, lastScoreMax } = when;
  return (
    (siteId === undefined || siteId === opening.siteId) &&
    (page === undefined || (opening.pageUrl !== null && isPage(page, opening.pageUrl))) &&
    (words === undefined || hasWord(words, opening.text)) &&
    (attribute === undefined || opening.attributes[attribute.name] === attribute.value) &&
    (language === undefined || (opening.language !== null && isLanguage(language, opening.language))) &&
    (returning === undefined || returning === opening.returning) &&
    (lastScoreMax === undefined || (opening.lastScore !== null && opening.lastScore <= lastScoreMax))
  );
}

/** Of a skill named twice the higher level counts, and required beats preferred. */
function joinSkills(rules: readonly RoutingRule[]): SkillNeed[] {
  const joined = new Map<string, SkillNeed>();
  for (const need of rules.flatMap(({ set }) => set.skills ?? [])) {
    const before = joined.get(need.skill);
    joined.set(need.skill, {
      skill: need.skill,
      level: Math.max(need.level, before?.level ?? 0),
      required: need.required || before?.required === true,
    });
  }
  return [...joined.values()];
}

/** A pattern that begins with `/` speaks of the path, any other of the whole address. `*` is any run of characters. */
function isPage(pattern: string, url: string): boolean {
  const address = pattern.startsWith('/') ? url.replace(/^https?:\/\/[^/?#]*/i, '') || '/' : url;
  const [first = '', ...rest] = pattern.split('*');
  if (!address.startsWith(first)) return false;
  if (rest.length === 0) return address === first;
  let from = first.length;
  for (const part of rest.slice(0, -1)) {
    const at = address.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  const last = rest.at(-1) ?? '';
  return address.length - last.length >= from && address.endsWith(last);
}

function hasWord(words: readonly string[], text: string): boolean {
  const spaced = toWords(text);
  return words.some((word) => toWords(word).trim() !== '' && spaced.includes(toWords(word)));
}

/** ` my order is late `: so that a whole word or phrase is found by looking for it between blanks. */
function toWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `;
}

function isLanguage(wanted: string, tag: string): boolean {
  const [one, other] = [wanted.toLowerCase(), tag.toLowerCase()];
  return one === other || other.startsWith(`${one}-`);
}

/** The plan with what each department changes. */
export function toSettings(plan: RoutingPlan, departments: readonly Department[]): Settings {
  const own = departments.map(({ id, routing }) => {
    const given = Object.entries(routing).filter(([, value]) => value !== undefined);
    return [id, { ...plan, ...Object.fromEntries(given) }] as const;
  });
  return { plan, departments: new Map(own) };
}
