/** An instant in a reader's language and zone. */
export function spellTime(at: number, lang: string, zone: string): string {
  const how = { dateStyle: 'medium', timeStyle: 'short', timeZone: zone } as const;
  return new Intl.DateTimeFormat(lang, how).format(at);
}

export function spellDay(at: number, lang: string, zone: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: zone }).format(at);
}
