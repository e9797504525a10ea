import type { ComponentChildren } from 'preact';
import { useApp } from '../context.ts';
import { Empty } from '../empty.tsx';
import { number } from '../format.ts';
import { AlertIcon, LockIcon } from '../icons.tsx';
import { Skeleton } from '../skeleton.tsx';
import { strings } from '../strings.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import type { Asked } from './use-measures.ts';

interface Props<T> {
  of: Asked<T>;
  rows?: number;
  children(value: T): ComponentChildren;
}

/** What was asked for, or why it is not there and what to do. */
export function Shown<T>({ of, rows = 3, children }: Props<T>) {
  const { state, again } = of;
  if (state.status === 'ready') return <>{children(state.value)}</>;
  if (state.status !== 'failed') return <Skeleton rows={rows} kind="cards" />;
  const { error, field } = state.refusal;
  if (error === 'forbidden') return <Empty icon={<LockIcon size={28} />} title={words.forbidden} />;
  if (error === 'invalid_payload' || (error === 'not_found' && field !== undefined))
    return <Refused unknown={error === 'not_found'} />;
  const isOld = error === 'not_found';
  return (
    <Empty
      icon={<AlertIcon size={28} />}
      title={isOld ? words.missing : words.failed}
      {...(isOld ? { hint: words.missingHint } : {})}
    >
      <button type="button" class="button" onClick={again}>
        {strings.retry}
      </button>
    </Empty>
  );
}

/** What no second try would bring. */
export function Refused({ unknown = false }: { unknown?: boolean }) {
  const { daysMax } = useApp().reports;
  const hint = unknown ? words.unknownHint : words.refusedHint(number(daysMax));
  return <Empty icon={<AlertIcon size={28} />} title={words.refused} hint={hint} />;
}
