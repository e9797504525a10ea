import { spoken } from './language.ts';

/** Times, lengths and shares in the reader's form of the language that the console speaks (`de-AT` for German). */
export const LOCALE = pickLocale(globalThis.navigator?.languages ?? [], spoken());

/** Some systems name languages in ways that Intl refuses ("en-US@posix"); a console must open there too. */
export function pickLocale(languages: readonly string[], code: string): string {
  const base = code.split('-')[0] as string;
  return languages.find((tag) => isLocale(tag) && tag.toLowerCase().split('-')[0] === base) ?? code;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const timeForm = new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', minute: '2-digit' });
const exactForm = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'medium' });
const dayForm = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const dayTimeForm = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
const dateForm = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });
const numberForm = new Intl.NumberFormat(LOCALE);
const pointForm = new Intl.NumberFormat(LOCALE, { signDisplay: 'exceptZero' });
const percentForm = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });

type Unit = 'day' | 'hour' | 'minute' | 'second';
const unitForms = new Map<string, Intl.NumberFormat>();
/** There are few of them, and a list that moves asks for the same ones again and again (0375). */
const unitTexts = new Map<string, string>();

function unit(value: number, name: Unit, display: 'short' | 'narrow'): string {
  const key = name + display;
  const text = unitTexts.get(key + value);
  if (text) return text;
  let form = unitForms.get(key);
  if (!form) {
    form = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: name, unitDisplay: display });
    unitForms.set(key, form);
  }
  const made = form.format(value);
  unitTexts.set(key + value, made);
  return made;
}

const LADDER: [Unit, number][] = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
];

/** The two largest units: "1 min 12 sec", "2 hr 5 min". Under a second it is "0 sec". */
export function duration(ms: number, display: 'short' | 'narrow' = 'short'): string {
  const whole = Math.max(0, Math.round(ms / SECOND)) * SECOND;
  const first = LADDER.findIndex(([, length]) => whole >= length);
  if (first < 0) return unit(0, 'second', display);
  const [name, length] = LADDER[first] as [Unit, number];
  const parts = [unit(Math.floor(whole / length), name, display)];
  const next = LADDER[first + 1];
  const rest = next ? Math.floor((whole % length) / next[1]) : 0;
  if (next && rest > 0) parts.push(unit(rest, next[0], display));
  return parts.join(' ');
}

/** The largest unit alone: for a cell as wide as a thumb. */
export const roughDuration = (ms: number) => largest(ms, Math.round);
/** How much of the largest unit is over: beside a name. */
export const passed = (ms: number) => largest(ms, Math.floor);

function largest(ms: number, cut: (value: number) => number): string {
  const [name, length] = LADDER.find(([, size]) => ms >= size) ?? ['second', SECOND];
  return unit(cut(ms / length), name, 'narrow');
}

export const shortDuration = (ms: number) => duration(ms, 'narrow');
export const time = (at: number) => timeForm.format(at);
export const exact = (at: number) => exactForm.format(at);
export const day = (at: number) => dayForm.format(at);
export const dayTime = (at: number) => dayTimeForm.format(at);
export const date = (at: number) => dateForm.format(at);
export const number = (value: number) => numberForm.format(value);
export const percent = (share: number) => percentForm.format(share);
/** From -100 to 100, with its sign. */
export const points = (value: number) => pointForm.format(Math.round(value) || 0);

/** `pt-BR` as the reader calls it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([LOCALE], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
const listForm = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
/** "Tags, a note and the end". */
export const list = (parts: readonly string[]) => listForm.format(parts);
