import type { Context } from '../context.ts';

/**
 * Links that mails carry: each opens one small page for one purpose, and nothing of a conversation (E9, E11). Not stored: what
 * they say is signed with the installation's key.
 */
export type MailLink =
  | { to: 'rating'; conversationId: string; episode: number; until: number; language: string }
  | { to: 'stop'; siteId: string; mailbox: string; language: string };

export function linkUrl(context: Context, link: MailLink): string | null {
  const { mail } = context;
  if (!mail?.isOn) return null;
  const text = spell(link);
  return `${mail.origin()}/mail/${link.to}/${text}.${mail.sign(text)}`;
}

/** Undefined: it is not ours, or not for this page. */
export function readLink<To extends MailLink['to']>(
  { mail }: Context,
  to: To,
  token: string,
): Extract<MailLink, { to: To }> | undefined {
  const [, text = '', signature = ''] = /^(.+)\.([\w-]+)$/.exec(token) ?? [];
  if (!mail || text === '' || !mail.isSigned(text, signature)) return undefined;
  const link = read(text.split('.').map(unescapePart));
  return link?.to === to ? (link as Extract<MailLink, { to: To }>) : undefined;
}

function spell(link: MailLink): string {
  const parts =
    link.to === 'rating'
      ? [link.to, link.conversationId, String(link.episode), String(link.until), link.language]
      : [link.to, link.siteId, link.mailbox, link.language];
  return parts.map(escapePart).join('.');
}

/** With `~` where an address has `%`: frameworks read those before we see the token, and then it is not what was signed. */
function escapePart(part: string): string {
  const plain = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(part)
    .replace(/[.~!'()*]/g, plain)
    .replaceAll('%', '~');
}

function unescapePart(part: string): string {
  return decodeURIComponent(part.replaceAll('~', '%'));
}

function read([to, first = '', second = '', third = '', fourth = '']: string[]): MailLink | undefined {
  if (to === 'rating')
    return { to, conversationId: first, episode: Number(second), until: Number(third), language: fourth };
  return to === 'stop' ? { to, siteId: first, mailbox: second, language: third } : undefined;
}
