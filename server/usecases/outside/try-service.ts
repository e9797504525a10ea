import type {
  AssistantPlace,
  InTrouble,
  PanelPlace,
  Said,
  TranslatorPlace,
  TriedAnswer,
} from '../../../protocol/wire/outside.ts';
import { isSamePlace } from '../../domain/outside/service-address.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered } from '../finish.ts';
import { askPanel, planExample } from './ask-panel.ts';
import { askAssistant, askTranslator } from './ask-words.ts';
import { keptOf, openKey, reach } from './outside-settings.ts';

/** One service as it is typed, saved or not. Without a key the kept one goes along, where the address leads to the same place (CS6). */
export type Tried =
  | { panel: PanelPlace }
  | { translator: TranslatorPlace; key?: string | undefined }
  | { assistant: AssistantPlace; key?: string | undefined };

export type TryPlan = (now: number, signal: AbortSignal) => Promise<TriedAnswer>;

const EXAMPLE = { text: 'Good morning. How can we help you?', to: 'es' };
const GREETING = [{ role: 'user' as const, content: 'Answer with one short, friendly sentence: do you work?' }];
const OFF: InTrouble = { kind: 'trouble', trouble: 'inside' };

/** CS7: says what came back, with nothing of anybody's in the question. */
export async function planTry(
  context: Context,
  subject: AgentSubject,
  { key, tried }: { key: string; tried: Tried },
): Promise<Done<TryPlan>> {
  const site = await reach(context, subject, key);
  if ('refused' in site) return site.refused;
  const { outside } = context;
  if (!outside) return answered(async () => OFF);
  if ('panel' in tried) {
    const { answer } = await planExample(context, subject, { key, panel: tried.panel });
    if (!answer.ok) return { answer, notices: [] };
    return answered((now, signal) => askPanel(outside, now, answer.value, signal));
  }
  const { kept } = await keptOf(context, site.id);
  const keyFor = (service: 'translator' | 'assistant', url: string) => {
    if (tried.key !== undefined) return tried.key;
    const was = kept.settings[service];
    return was && isSamePlace(was.url, url) ? openKey(context, site.id, kept, service) : undefined;
  };
  if ('translator' in tried) {
    const place = { ...tried.translator, key: keyFor('translator', tried.translator.url) };
    return answered((_, signal): Promise<Said | InTrouble> => askTranslator(outside.asker, place, EXAMPLE, signal));
  }
  const place = { ...tried.assistant, key: keyFor('assistant', tried.assistant.url) };
  return answered((_, signal): Promise<Said | InTrouble> => askAssistant(outside.asker, place, GREETING, signal));
}
