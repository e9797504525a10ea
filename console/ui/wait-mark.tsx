import type { Wait } from '../model/waiting.ts';
import { shortDuration } from './format.ts';
import { AlertIcon, ClockIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** A running wait: icon, word and colour say the same thing. */
export function WaitMark({ wait }: { wait: Wait }) {
  const word = strings.list.levels[wait.level];
  return (
    <span class={`wait wait-${wait.level}`}>
      {wait.level === 'danger' ? <AlertIcon size={14} /> : <ClockIcon size={14} />}
      <span class={wait.level === 'calm' ? 'visually-hidden' : 'wait-word'}>{word}</span>
      <bdi class="wait-time">{shortDuration(wait.ms)}</bdi>
    </span>
  );
}
