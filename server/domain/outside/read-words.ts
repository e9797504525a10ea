import { MESSAGE_CHARS_MAX } from '../../../protocol/wire/limits.ts';

/** What a translator answered (LibreTranslate); null: another form. */
export function readTranslation(answer: unknown): { text: string; from: string | null } | null {
  const { translatedText, detectedLanguage } = asRecord(answer);
  if (typeof translatedText !== 'string') return null;
  const { language } = asRecord(detectedLanguage);
  const from = typeof language === 'string' && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language) ? language : null;
  return { text: asMessage(translatedText), from };
}

/** What an assistant answered (chat completions): plain words, without what it thought by itself; null: another form, or nothing. */
export function readCompletion(answer: unknown): string | null {
  const { choices } = asRecord(answer);
  const [first] = Array.isArray(choices) ? (choices as unknown[]) : [];
  const { content } = asRecord(asRecord(first).message);
  const said = typeof content === 'string' ? content : partsOf(content);
  const text = asMessage(withoutFence(said.replaceAll(/<think>[\s\S]*?(?:<\/think>|$)/g, '')));
  return text === '' ? null : text;
}

function partsOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((part) => asRecord(part).text)
    .filter((text) => typeof text === 'string')
    .join('');
}

/** Some put what they say between three ticks. */
function withoutFence(text: string): string {
  return /^\s*```[a-z]*\n([\s\S]*?)\n?```\s*$/.exec(text)?.[1] ?? text;
}

/** Nothing that could not be sent: no control characters but new lines, no halves of signs, not longer than a message. */
function asMessage(text: string): string {
  const plain = text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .trim();
  if (plain.length <= MESSAGE_CHARS_MAX) return plain;
  return plain
    .slice(0, MESSAGE_CHARS_MAX - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .concat('…');
}

function asRecord(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}
