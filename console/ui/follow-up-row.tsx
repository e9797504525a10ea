import { useId } from 'preact/hooks';
import type { FollowUp, FollowUpOutcome } from '../../protocol/wire/feedback.ts';
import { called } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { dayTime, duration, exact } from './format.ts';
import { AlertIcon, ClockIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { Stars } from './stars.tsx';
import { strings } from './strings.ts';
import { feedbackWords as words } from './strings-of-feedback.ts';
import { causesOf, followUpWords } from './strings-of-follow-ups.ts';

/** One thing to look at: why, what was said, whose it is, until when, and how it ends. */
export function FollowUpRow({ followUp }: { followUp: FollowUp }) {
  const app = useApp();
  const { label, siteName, score, comment, note, by, conversationId, done } = followUp;
  return (
    <li class="follow-up card">
      <div class="follow-what">
        <p class="follow-causes">
          <span class={followUp.kind === 'feedback' ? 'tag tag-cause' : 'tag'}>{causesOf(followUp)}</span>
          {score !== null && (
            <span class="follow-score">
              <Stars score={score} />
              <span class="visually-hidden">{strings.list.rated(score)}</span>
            </span>
          )}
        </p>
        <p class="follow-who">
          <a href={app.hrefOf({ name: 'inbox', conversationId })}>
            <bdi>{called(label)}</bdi>
          </a>{' '}
          <span class="quiet">
            <bdi>{siteName}</bdi>
            {by && <> · {words.madeBy(by.name)}</>}
          </span>
        </p>
        {comment && (
          <blockquote class="comment" dir="auto">
            {comment}
          </blockquote>
        )}
        {note && (
          <p class="follow-note" dir="auto">
            {note}
          </p>
        )}
      </div>
      {done ? <Ended followUp={followUp} done={done} /> : <Handling followUp={followUp} />}
    </li>
  );
}

function Handling({ followUp }: { followUp: FollowUp }) {
  const { followUps } = useDesk();
  return (
    <div class="follow-how">
      <Due followUp={followUp} />
      <Owner followUp={followUp} />
      {followUps.mayHandle(followUp) && <EndMenu followUp={followUp} />}
    </div>
  );
}

function Due({ followUp: { dueAt } }: { followUp: FollowUp }) {
  const { followUps } = useDesk();
  const leftMs = dueAt - followUps.now.value;
  const isOver = leftMs <= 0;
  return (
    <p class={isOver ? 'follow-due follow-due-over' : 'follow-due'} title={exact(dueAt)}>
      {isOver ? <AlertIcon size={16} /> : <ClockIcon size={16} />}
      <bdi>
        {isOver ? followUpWords.overdueBy(duration(roundly(-leftMs))) : followUpWords.due(duration(roundly(leftMs)))}
      </bdi>
    </p>
  );
}

const MINUTE_MS = 60_000;

/** Seconds would only move. */
function roundly(ms: number): number {
  return ms < MINUTE_MS ? MINUTE_MS : ms - (ms % MINUTE_MS);
}

function Owner({ followUp }: { followUp: FollowUp }) {
  const app = useApp();
  const { followUps, team } = useDesk();
  const id = useId();
  const { owner } = followUp;
  if (!followUps.mayHandle(followUp) || followUp.kind === 'snooze') {
    return <p class="quiet follow-owner">{owner?.name ?? words.team}</p>;
  }
  const members = team.serving.value;
  const isKnown = owner === null || members.some((one) => one.id === owner.id);
  const assign = async (ownerId: string) => {
    if (!(await followUps.assign(followUp.id, ownerId || null))) await failed(app, followUps);
  };
  return (
    <div class="field follow-owner">
      <label class="visually-hidden" for={id}>
        {words.owner}
      </label>
      <select id={id} value={owner?.id ?? ''} onChange={(event) => void assign(event.currentTarget.value)}>
        <option value="">{words.team}</option>
        {!isKnown && <option value={owner?.id}>{owner?.name || words.gone}</option>}
        {members.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}

const OF_VISITORS: readonly FollowUpOutcome[] = ['won_back', 'not_won_back', 'no_answer'];
const OUTCOMES: Record<FollowUp['kind'], readonly FollowUpOutcome[]> = {
  feedback: OF_VISITORS,
  by_hand: ['done', ...OF_VISITORS],
  snooze: ['done'],
};

function EndMenu({ followUp }: { followUp: FollowUp }) {
  const app = useApp();
  const { followUps } = useDesk();
  const end = async (outcome: FollowUpOutcome) => {
    if (!(await followUps.end(followUp.id, outcome))) await failed(app, followUps);
  };
  const choices = OUTCOMES[followUp.kind].map((outcome) => ({
    name: words.endAs[outcome],
    onChoose: () => void end(outcome),
  }));
  return (
    <div class="split">
      <Menu label={words.endLong(called(followUp.label))} buttonClass="button button-primary" choices={choices}>
        {words.end}
      </Menu>
    </div>
  );
}

/** Somebody was faster, or the link is gone: what is shown is asked for again. */
async function failed(
  app: ReturnType<typeof useApp>,
  followUps: ReturnType<typeof useDesk>['followUps'],
): Promise<void> {
  app.notice.show('follow_up_not_done');
  await followUps.load();
}

function Ended({ followUp, done }: { followUp: FollowUp; done: NonNullable<FollowUp['done']> }) {
  const isOnTime = done.at <= followUp.dueAt;
  return (
    <div class="follow-how">
      <p>
        <span class={done.outcome === 'won_back' ? 'tag tag-good' : 'tag'}>{words.endAs[done.outcome]}</span>
      </p>
      <p class="quiet">
        {words.doneBy(done.by?.name ?? words.gone, dayTime(done.at))}
        {followUp.kind !== 'snooze' && <> · {isOnTime ? words.onTime : words.late}</>}
      </p>
      {done.note && <p dir="auto">{done.note}</p>}
    </div>
  );
}
