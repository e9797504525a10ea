import { type LabelWords, sayLabel } from '../kit/label.ts';
import type { PushDocument } from '../wire/notices.ts';

/** Where the page leaves its words for the worker. */
export const WORDS_PLACE = '/console/words-of-notices';

export interface NoticeWords {
  product: string;
  /** By kind: what has happened, without names. */
  kinds: Record<string, string>;
  something: string;
  made: LabelWords;
  offline: { title: string; hint: string; retry: string };
}

/** What the system shows, and where a press on it leads. The page names its own alike, so that one takes the other's place (NT1). */
export function noticeOf({ kind, conversationId, who, made, text }: PushDocument, words: NoticeWords) {
  const happened = words.kinds[kind] ?? words.something;
  const path = conversationId === null ? '/console/inbox' : `/console/inbox/${encodeURIComponent(conversationId)}`;
  return {
    title: who && made ? sayLabel(who, words.made) : (who ?? words.product),
    body: text ?? happened,
    tag: `deskbell ${conversationId ?? kind}`,
    icon: '/console/icon-192.png',
    badge: '/console/icon-192.png',
    data: { path },
  };
}
