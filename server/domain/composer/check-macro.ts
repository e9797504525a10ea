import { NOTE_CHARS_MAX } from '../../../protocol/wire/limits.ts';
import type { MacroAction } from '../../../protocol/wire/macros.ts';

/** After these the conversation is not one's own any more, or over. */
const LAST = new Set<MacroAction['do']>(['close', 'move', 'transfer']);

/** What no run could ever do (D13); undefined: nothing. */
export function findMacroFault(actions: readonly MacroAction[]): string | undefined {
  const end = actions.findIndex((one) => LAST.has(one.do));
  if (end >= 0 && end < actions.length - 1) {
    return 'An action that ends the conversation or gives it away comes last.';
  }
  const once = actions.filter((one) => one.do === 'take' || one.do === 'snooze').map((one) => one.do);
  if (new Set(once).size < once.length) return 'Taking it and a reminder stand in it once at most.';
  if (actions.some((one) => one.do === 'note' && one.body.length > NOTE_CHARS_MAX))
    return `A note has at most ${NOTE_CHARS_MAX} characters.`;
  const tag = actions.find((one) => one.do === 'tag' && one.add.length + one.remove.length === 0);
  return tag && 'Say which tags are added or removed.';
}
