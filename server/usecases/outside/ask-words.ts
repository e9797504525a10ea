import type { AssistantPlace, InTrouble, Said } from '../../../protocol/wire/outside.ts';
import {
  ASSIST_BYTES_MAX,
  ASSIST_MS_MAX,
  TRANSLATE_BYTES_MAX,
  TRANSLATE_MS_MAX,
} from '../../../protocol/wire/outside-limits.ts';
import { readCompletion, readTranslation } from '../../domain/outside/read-words.ts';
import { addressOf } from '../../domain/outside/service-address.ts';
import type { PromptMessage } from '../../domain/outside/write-prompt.ts';
import { readJson } from './ask-panel.ts';
import type { OutsideAsker } from './asker.ts';

/** With the key that goes to it; undefined: it asks for none. Null: what was kept cannot be read any more. */
export type Keyed<Place> = Place & { key: string | null | undefined };

const WRONG_FORM: InTrouble = { kind: 'trouble', trouble: 'wrong_form' };
const NO_KEY: InTrouble = { kind: 'trouble', trouble: 'no_key' };

/** CS8: as LibreTranslate is asked. Never rejects. */
export async function askTranslator(
  asker: OutsideAsker,
  { url, key }: Keyed<{ url: string }>,
  { text, to }: { text: string; to: string },
  signal?: AbortSignal,
): Promise<Said | InTrouble> {
  if (key === null) return NO_KEY;
  const target = to.split('-')[0];
  const named = { q: text, source: 'auto', target, format: 'text', ...(key === undefined ? {} : { api_key: key }) };
  const limits = { msMax: TRANSLATE_MS_MAX, bytesMax: TRANSLATE_BYTES_MAX };
  const body = JSON.stringify(named);
  const said = readJson(await asker.ask({ url: addressOf(url, '/translate'), headers: {}, body, ...limits, signal }));
  if ('kind' in said) return said;
  const read = readTranslation(said.json);
  return read ? { kind: 'said', ...read } : WRONG_FORM;
}

/** CS9: as OpenAI's chat completions are asked. Never rejects. */
export async function askAssistant(
  asker: OutsideAsker,
  { url, model, key }: Keyed<AssistantPlace>,
  messages: PromptMessage[],
  signal?: AbortSignal,
): Promise<Said | InTrouble> {
  if (key === null) return NO_KEY;
  const headers: Record<string, string> = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  const body = JSON.stringify({ model, messages, stream: false });
  const limits = { msMax: ASSIST_MS_MAX, bytesMax: ASSIST_BYTES_MAX };
  const address = addressOf(url, '/chat/completions');
  const said = readJson(await asker.ask({ url: address, headers, body, ...limits, signal }));
  if ('kind' in said) return said;
  const text = readCompletion(said.json);
  return text === null ? WRONG_FORM : { kind: 'said', text };
}
