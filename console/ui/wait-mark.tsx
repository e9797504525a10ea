import type { Wait } from '../model/waiting.ts';
import { shortDuration } from './format.ts';
import { AlertIcon, ClockIcon, Icon } from './icons.tsx';
import { strings } from './strings.ts';

/** A running wait: icon, word and colour say the same thing. */
export function WaitMark({ wait }: { wait: Wait }) {
  const word = strings.list.levels[wait.level];
  return (
    <span class={`wait wait-${wait.level}`}>
      <LevelIcon level={wait.level} />
      <span class={wait.level === 'calm' ? 'visually-hidden' : 'wait-word'}>{word}</span>
      <bdi class="wait-time">{shortDuration(wait.ms)}</bdi>
    </span>
  );
}

export function LevelIcon({ level }: Pick<Wait, 'level'>) {
  if (level === 'danger') return <AlertIcon size={14} />;
  return level === 'warn' ? <SandIcon /> : <ClockIcon size={14} />;
}

/** An hourglass: the target is nearly reached. */
function SandIcon() {
  return (
    <Icon size={14}>
      <path d="M5 3h10M5 17h10M6 3c0 4 4 5 4 7s-4 3-4 7M14 3c0 4-4 5-4 7s4 3 4 7" />
    </Icon>
  );
}
