import type { Wait } from '../model/waiting.ts';
import { passed, shortDuration } from './format.ts';
import { AlertIcon, ClockIcon, Icon } from './icons.tsx';
import { strings } from './strings.ts';

/** Letters of word and time beside which a made-up name has room in a line of the list, whatever the language. */
const BESIDE_NAME_MAX = 16;

/** A running wait: icon, word and colour say the same thing. In a line where it would cut the name, the time is as long as its larger unit. */
export function WaitMark({ wait, line = false }: { wait: Wait; line?: boolean }) {
  const word = strings.list.levels[wait.level];
  const whole = shortDuration(wait.ms);
  const isLong = line && wait.level !== 'calm' && word.length + whole.length > BESIDE_NAME_MAX;
  return (
    <span class={`wait wait-${wait.level}`}>
      <LevelIcon level={wait.level} />
      <span class={wait.level === 'calm' ? 'visually-hidden' : 'wait-word'}>{word}</span>
      <bdi class="wait-time">{isLong ? passed(wait.ms) : whole}</bdi>
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
