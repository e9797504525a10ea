import type { FollowUp } from '../../protocol/wire/feedback.ts';
import { BoardRoom } from './board-room.tsx';
import { called } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { exact, number, shortDuration } from './format.ts';
import { boardWords as words } from './strings-of-board.ts';
import { causesOf, followUpWords } from './strings-of-follow-ups.ts';
import { LevelIcon } from './wait-mark.tsx';

/** What the team has promised to look at again (K2), for whoever directs: how many of whom, and what is due first. It is told as it happens. */
export function BoardFollowUps({ onWall }: { onWall: boolean }) {
  const { followUps } = useDesk();
  if (!followUps.leads) return null;
  const open = followUps.open.value.filter(({ kind }) => kind !== 'snooze');
  const late = countLate(open, followUps.now.value);
  const owners = byOwner(open).map((own) => ({ key: own[0]?.owner?.id ?? '', row: <OfOwner own={own} /> }));
  const rows = open.map((one) => ({ key: `one ${one.id}`, row: <One followUp={one} /> }));
  const isEmpty = open.length === 0 && followUps.state.value === 'ready';
  return (
    <section class="card board-card" aria-label={followUpWords.nav}>
      <h2>
        {followUpWords.nav}{' '}
        <span class="board-count">
          {number(open.length)}
          {followUps.more.value && '+'}
        </span>
        {late > 0 && (
          <span class="board-risks">
            <span class="wait wait-danger">
              <LevelIcon level="danger" />
              <bdi>{followUpWords.overdueCount(late)}</bdi>
            </span>
          </span>
        )}
      </h2>
      {isEmpty && <p class="quiet">{words.noFollowUps}</p>}
      <BoardRoom onWall={onWall} total={owners.length + rows.length} rows={[...owners, ...rows]} />
    </section>
  );
}

function countLate(some: readonly FollowUp[], now: number): number {
  return some.filter(({ dueAt }) => dueAt <= now).length;
}

/** Those whose first is due first come first; each list keeps that order. */
function byOwner(open: readonly FollowUp[]): FollowUp[][] {
  const owners = new Map<string, FollowUp[]>();
  for (const one of open) {
    const own = owners.get(one.owner?.id ?? '');
    if (own) own.push(one);
    else owners.set(one.owner?.id ?? '', [one]);
  }
  return [...owners.values()];
}

function OfOwner({ own }: { own: readonly FollowUp[] }) {
  const app = useApp();
  const { followUps } = useDesk();
  const late = countLate(own, followUps.now.value);
  return (
    <div class="board-follow">
      <a class="board-who" dir="auto" href={app.hrefOf({ name: 'followups', view: 'open' })}>
        {own[0]?.owner?.name ?? words.whoeverDirects}
      </a>
      <span class={late > 0 ? 'board-over' : 'quiet'}>
        {words.openOf(number(own.length))}
        {late > 0 && ` · ${followUpWords.overdueCount(late)}`}
      </span>
    </div>
  );
}

function One({ followUp }: { followUp: FollowUp }) {
  const app = useApp();
  const { followUps } = useDesk();
  const { conversationId, label, dueAt } = followUp;
  const leftMs = dueAt - followUps.now.value;
  return (
    <div class="board-follow">
      <span class="board-who">
        <a href={app.hrefOf({ name: 'inbox', conversationId })}>
          <bdi>{called(label)}</bdi>
        </a>{' '}
        <span class="quiet">{causesOf(followUp)}</span>
      </span>
      <span class={leftMs <= 0 ? 'board-over' : 'quiet'} title={exact(dueAt)}>
        {leftMs <= 0
          ? followUpWords.overdueBy(shortDuration(roundly(-leftMs)))
          : followUpWords.due(shortDuration(roundly(leftMs)))}
      </span>
    </div>
  );
}

const MINUTE_MS = 60_000;

/** Seconds would only move. */
function roundly(ms: number): number {
  return ms < MINUTE_MS ? MINUTE_MS : ms - (ms % MINUTE_MS);
}
