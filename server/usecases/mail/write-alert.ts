import { oneLine } from '../../domain/mail/letter.ts';
import { staffWords as words } from '../../domain/mail/words-of-staff.ts';
import type { Writer } from './writer.ts';

/** E12: a word to one of the team, with the way to the conversation: whoever opens it signs in first. */
export const writeAlert: Writer<'alert'> = async ({ mail, store }, { agentId, title, lines, conversationId }) => {
  if (!(await store.findAgent(agentId))) return { dropped: 'gone' };
  const origin = mail?.origin() ?? '';
  const href = `${origin}/console/inbox/${encodeURIComponent(conversationId ?? '')}`;
  return {
    ...{ lang: 'en', dir: 'ltr', subject: oneLine(title) },
    parts: [
      ...lines.map((text) => ({ kind: 'words', text }) as const),
      ...(conversationId === null ? [] : [{ kind: 'link', label: words.alert.link, href } as const]),
    ],
    foot: [words.foot(origin)],
  };
};
