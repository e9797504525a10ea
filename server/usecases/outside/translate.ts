import type { InTrouble, Translation, Translations } from '../../../protocol/wire/outside.ts';
import { TRANSLATIONS_BESIDE_MAX } from '../../../protocol/wire/outside-limits.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { askTranslator, type Keyed } from './ask-words.ts';
import type { OutsideAsker } from './asker.ts';
import { keptOf, openKey } from './outside-settings.ts';
import type { WordShelf } from './word-shelf.ts';

export interface TranslationPlan {
  place: Keyed<{ url: string }>;
  to: string;
  /** Of messages: with their place. */
  texts: { seq: number; text: string }[];
}

const FORBIDDEN = { hint: 'Your role may not do this: conversation:serve.' };
const NONE = { hint: 'The site has no translation. An owner names one under Settings, Services.' };

/** CS8: what is translated is what stands in the conversation, and nothing else that somebody sends here. */
export async function planTranslation(
  context: Context,
  subject: AgentSubject,
  { conversationId, seqs, to }: { conversationId: string; seqs: number[]; to: string },
): Promise<Done<TranslationPlan>> {
  const found = await findTranslator(context, subject, conversationId);
  if ('refused' in found) return found.refused;
  const [first, last] = [Math.min(...seqs), Math.max(...seqs)];
  const page = await context.store.readPage({ conversationId, afterSeq: first - 1, limit: last - first + 1 });
  const texts = (page?.entries ?? []).flatMap((entry) =>
    entry.kind === 'message' && seqs.includes(entry.seq) && !entry.file && entry.body.trim() !== ''
      ? [{ seq: entry.seq, text: entry.body }]
      : [],
  );
  return answered({ place: found.place, to, texts });
}

/** An answer that was written and not sent. */
export async function planAnswer(
  context: Context,
  subject: AgentSubject,
  { conversationId, text, to }: { conversationId: string; text: string; to: string },
): Promise<Done<TranslationPlan>> {
  const found = await findTranslator(context, subject, conversationId);
  return 'refused' in found ? found.refused : answered({ place: found.place, to, texts: [{ seq: 0, text }] });
}

/** A few at once, each once for everybody; what fails is asked again by whoever asks next. */
export async function translateAll(
  asker: OutsideAsker,
  shelf: WordShelf,
  { place, to, texts }: TranslationPlan,
  now: () => number,
  signal?: AbortSignal,
): Promise<Translations> {
  const translations: Translation[] = [];
  let trouble: InTrouble | undefined;
  const waiting = [...texts];
  const work = async () => {
    for (let next = waiting.shift(); next && !trouble; next = waiting.shift()) {
      const { seq, text } = next;
      const known = shelf.find(place.url, to, text, now());
      const said = known ?? (await askTranslator(asker, place, { text, to }, signal));
      if (said.kind === 'trouble') trouble = said;
      else {
        shelf.keep(place.url, to, text, said, now());
        translations.push({ seq, text: said.text, from: said.from ?? null });
      }
    }
  };
  await Promise.all(Array.from({ length: TRANSLATIONS_BESIDE_MAX }, work));
  translations.sort((one, other) => one.seq - other.seq);
  return { kind: 'translated', translations, ...(trouble ? { trouble } : {}) };
}

async function findTranslator(
  context: Context,
  { agent }: AgentSubject,
  conversationId: string,
): Promise<{ place: TranslationPlan['place'] } | { refused: Done<never> }> {
  if (!may(agent, 'conversation:serve')) return { refused: refused('forbidden', FORBIDDEN) };
  const conversation = await context.store.findConversation(conversationId);
  if (!conversation) return { refused: refused('not_found') };
  const { siteId } = conversation;
  const { kept } = await keptOf(context, siteId);
  const place = kept.settings.translator;
  if (!place) return { refused: refused('not_found', NONE) };
  return { place: { ...place, key: openKey(context, siteId, kept, 'translator') } };
}
