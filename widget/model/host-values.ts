import {
  ATTRIBUTE_NAME_CHARS_MAX,
  ATTRIBUTE_TEXT_CHARS_MAX,
  ATTRIBUTES_MAX,
  EMAIL_CHARS_MAX,
  ID_CHARS_MAX,
  MESSAGE_CHARS_MAX,
  NAME_CHARS_MAX,
  TAG_CHARS_MAX,
  TAGS_MAX,
} from '../../protocol/wire/limits.ts';
import type { Attributes } from '../../protocol/wire/visitor.ts';
import { cleanText, isEmail } from './text.ts';

/** What the page hands over is checked here, so that its author reads at once what to do instead. */
export function textOf(value: unknown, what: string, max = MESSAGE_CHARS_MAX): string {
  if (typeof value !== 'string') throw new Error(`${what} must be a text, not ${kindOf(value)}.`);
  if (value.length > max) throw new Error(`${what} has ${value.length} characters; at most ${max} are taken.`);
  return cleanText(value);
}

export interface Who {
  name?: string | undefined;
  email?: string | undefined;
}

export function whoOf(value: unknown): Who {
  const { name, email } = objectOf(value, 'identify takes an object: it');
  const who: Who = {};
  if (name !== undefined) who.name = textOf(name, 'identify: name', NAME_CHARS_MAX);
  if (email !== undefined) {
    who.email = textOf(email, 'identify: email', EMAIL_CHARS_MAX);
    if (!isEmail(who.email)) throw new Error('identify: email does not look like an e-mail address.');
  }
  return who;
}

export function attributesOf(value: unknown, what: string): Attributes {
  const given = Object.entries(objectOf(value, what));
  if (given.length > ATTRIBUTES_MAX)
    throw new Error(`${what}: ${given.length} attributes; at most ${ATTRIBUTES_MAX} are taken.`);
  return Object.fromEntries(
    given.map(([name, one]) => {
      if (!/^\w[\w.-]*$/.test(name) || name.length > ATTRIBUTE_NAME_CHARS_MAX)
        throw new Error(
          `${what}: "${name.slice(0, 60)}" is no name: up to ${ATTRIBUTE_NAME_CHARS_MAX} letters, digits, "_", "-", ".".`,
        );
      if (typeof one === 'string') return [name, textOf(one, `${what}: ${name}`, ATTRIBUTE_TEXT_CHARS_MAX)];
      if (one === null || typeof one === 'boolean' || (typeof one === 'number' && Number.isFinite(one)))
        return [name, one];
      throw new Error(`${what}: ${name} must be a text, a number, true, false or null, not ${kindOf(one)}.`);
    }),
  );
}

export function tagsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error(`setTags takes a list of texts, not ${kindOf(value)}.`);
  const tags = new Set(value.map((tag) => textOf(tag, 'setTags: a tag', TAG_CHARS_MAX)).filter(Boolean));
  if (tags.size > TAGS_MAX) throw new Error(`setTags: ${tags.size} tags; at most ${TAGS_MAX} are taken.`);
  return [...tags];
}

export function departmentOf(value: unknown): string | null {
  return value === null ? null : textOf(value, 'setDepartment: its key', ID_CHARS_MAX) || null;
}

function objectOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${what} must be an object, not ${kindOf(value)}.`);
  return value as Record<string, unknown>;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
