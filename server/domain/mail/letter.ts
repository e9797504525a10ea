import type { MailWords } from './mail-words.ts';

/** What a mail says, before it is text and HTML. Every value is plain text. */
export interface Letter {
  lang: string;
  dir: MailWords['dir'];
  subject: string;
  parts: Part[];
  /** Small, at the end. */
  foot: string[];
}

export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'said'; who: string; at: string; text: string }
  | { kind: 'link'; label: string; href: string }
  | { kind: 'table'; title: string; rows: { name: string; value: string; more: string }[] };

const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Signs that turn the direction of what follows: nobody may dress one name as another with them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
const SUBJECT_CHARS_MAX = 150;

/** E5: one line, whatever a person wrote: nothing in it can begin another header. */
export function oneLine(text: string, max = SUBJECT_CHARS_MAX): string {
  const line = text.replace(CONTROLS, ' ').replace(TURNS, '').replace(/ {2,}/g, ' ').trim();
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}

export function toText({ parts, foot }: Letter): string {
  const blocks = parts.map(partText);
  return `${blocks.join('\n\n')}\n\n-- \n${foot.join('\n')}\n`.replace(TURNS, '');
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'words':
      return part.text;
    case 'said':
      return `${part.who}, ${part.at}\n${part.text}`;
    case 'link':
      return `${part.label}:\n${part.href}`;
    case 'table':
      return [
        part.title,
        ...part.rows.map(({ name, value, more }) => `  ${name}: ${value}${more && ` (${more})`}`),
      ].join('\n');
  }
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** E5: what people wrote is text, in elements and in attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(TURNS, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

const BODY = 'margin:0;padding:24px;background:#fff;color:#1c1c1e;font:16px/1.5 system-ui,sans-serif';
const FOOT = 'margin-top:32px;padding-top:12px;border-top:1px solid #ddd;color:#636366;font-size:13px';

/** No picture, no script, nothing from elsewhere: opening it tells nobody (E6). */
export function toHtml(letter: Letter): string {
  const parts = letter.parts.map(partHtml).join('\n');
  const foot = letter.foot.map((line) => `<p style="margin:4px 0">${linked(line)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${escapeHtml(letter.lang)}" dir="${letter.dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(letter.subject)}</title></head>
<body style="${BODY}"><div style="max-width:600px;margin:0 auto">
${parts}
<div style="${FOOT}">
${foot}
</div></div></body></html>
`;
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case 'words':
      return `<p>${lines(part.text)}</p>`;
    case 'said':
      return `<p style="margin:16px 0 0;color:#636366;font-size:13px"><b dir="auto" style="color:#1c1c1e">${escapeHtml(part.who)}</b> ${escapeHtml(part.at)}</p>
<p dir="auto" style="margin:2px 0 0">${lines(part.text)}</p>`;
    case 'link':
      return `<p><a href="${escapeHtml(part.href)}" style="color:#0b57d0">${escapeHtml(part.label)}</a></p>`;
    case 'table': {
      const cell = 'padding:4px 16px 4px 0;text-align:start;border-bottom:1px solid #eee';
      const rows = part.rows.map(
        ({ name, value, more }) =>
          `<tr><th scope="row" style="${cell};font-weight:400">${escapeHtml(name)}</th><td style="${cell}"><b>${escapeHtml(value)}</b></td><td style="${cell};color:#636366">${escapeHtml(more)}</td></tr>`,
      );
      return `<h2 style="margin:24px 0 4px;font-size:16px">${escapeHtml(part.title)}</h2>\n<table style="border-collapse:collapse">${rows.join('')}</table>`;
    }
  }
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>');
}

/** Only our own foot lines hold an address, at their end. */
function linked(line: string): string {
  const [, before = line, href] = /^(.*?)(https?:\/\/\S+)$/s.exec(line) ?? [];
  if (href === undefined) return escapeHtml(before);
  return `<a href="${escapeHtml(href)}" style="color:#636366">${escapeHtml(before.replace(/:\s*$/, ''))}</a>`;
}
