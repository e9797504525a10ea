import type { ThreadItem } from '../model/thread.ts';
import type { Formats } from './formats.ts';
import { handed } from './handed.ts';
import { strings } from './strings.ts';

/** A conversation as lines that stand for themselves: when, who, what. */
interface CopyLine {
  when: string;
  /** Empty: it happened, nobody said it. */
  who: string;
  what: string;
}

function linesOf(items: readonly ThreadItem[], formats: Formats): CopyLine[] {
  return items.flatMap((item): CopyLine[] => {
    if (item.kind === 'event')
      return [{ when: formats.exact(item.at), who: '', what: handed.wordsOf?.(item.happening, formats) ?? '' }];
    if (item.kind !== 'group') return [];
    const who = item.own ? strings.you : item.author || strings.team;
    // What was not taken by the relay is no part of the conversation.
    return item.lines
      .filter(({ state }) => state !== 'failed' && state !== 'pending')
      .map(({ at, body }) => ({ when: formats.exact(at), who, what: body }));
  });
}

export function spellText(title: string, items: readonly ThreadItem[], formats: Formats): string {
  const lines = linesOf(items, formats).map(({ when, who, what }) =>
    who ? `[${when}] ${who}:\n${what}` : `[${when}] ${what}`,
  );
  return `${[title, ...lines].join('\n\n')}\n`;
}

/** A page without a script that loads nothing; every text in it is a text, whatever it looks like. */
export function spellPage(title: string, items: readonly ThreadItem[], formats: Formats): string {
  const rows = linesOf(items, formats).map(({ when, who, what }) =>
    who
      ? `<dt dir="auto">${escaped(who)} <small>${escaped(when)}</small></dt><dd dir="auto">${escaped(what)}</dd>`
      : `<dt dir="auto"><small>${escaped(when)} ${escaped(what)}</small></dt>`,
  );
  return `<!doctype html>
<html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:2em auto;padding:0 1em;color-scheme:light dark}dt{font-weight:600;margin-top:1em}small{font-weight:400}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1 dir="auto">${escaped(title)}</h1>
<dl>
${rows.join('\n')}
</dl>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
