import type { ThreadItem } from '../model/thread-items.ts';
import { exact, time } from './format.ts';
import { LockIcon } from './icons.tsx';
import { Isolated } from './isolated.tsx';
import { strings } from './strings.ts';
import { teamLine } from './strings-of-team.ts';

/** Why it went as it did, for the team's eyes: a lock, and quieter than what the visitor sees. */
export function TeamLine({ entry }: { entry: Extract<ThreadItem, { kind: 'team' }>['entry'] }) {
  const note = entry.kind === 'asked' || entry.kind === 'moved' ? entry.note : undefined;
  return (
    <div class="state-line team-line">
      <p>
        <LockIcon size={12} />
        <span class="visually-hidden">{strings.team.modeHints.note}: </span>
        <Isolated text={teamLine(entry)} /> ·{' '}
        <time dir="auto" title={exact(entry.at)}>
          {time(entry.at)}
        </time>
      </p>
      {note && (
        <p class="team-note" dir="auto">
          {note}
        </p>
      )}
    </div>
  );
}
