import type { SkillLevel } from '../../protocol/wire/routing.ts';

/** What stands between commas. */
export function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** "billing 4, returns" as skills: a level after the word, 3 without one. */
export function skillsOf(text: string): SkillLevel[] {
  return wordsOf(text).map((part) => {
    const [, skill = part, level] = /^(.*?)(?:\s+([1-5]))?$/.exec(part) ?? [];
    return { skill: skill.toLowerCase(), level: level ? Number(level) : 3 };
  });
}
