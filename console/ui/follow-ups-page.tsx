import { useEffect, useState } from 'preact/hooks';
import type { FollowUp } from '../../protocol/wire/feedback.ts';
import { Choice } from './choice.tsx';
import { useApp, useDesk } from './context.ts';
import { CsvLink } from './csv-link.tsx';
import { Empty } from './empty.tsx';
import { FeedbackView } from './feedback-view.tsx';
import { FollowUpRow } from './follow-up-row.tsx';
import { AlertIcon, CheckIcon } from './icons.tsx';
import { KindWordsCard } from './kind-words.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';
import { feedbackWords as words } from './strings-of-feedback.ts';
import './styles/feedback.css';

/** What somebody has promised to look at again, what became of it, and what visitors said. */
export function FollowUpsPage() {
  const app = useApp();
  const desk = useDesk();
  const route = app.route.value;
  const view = route.name === 'followups' ? route.view : 'open';
  const serves = desk.may('conversation:serve');
  const open = desk.followUps.views.filter((one) => serves || one === 'feedback');
  const here = open.includes(view) ? view : 'feedback';
  return (
    <div class="sheet">
      <div class="sheet-head">
        <h1>{words.title}</h1>
        <nav class="segments segments-wrap" aria-label={words.viewsLabel}>
          {open.map((one) => (
            <a
              key={one}
              href={app.hrefOf({ name: 'followups', view: one })}
              aria-current={one === here ? 'true' : undefined}
            >
              {words.views[one]}
            </a>
          ))}
        </nav>
        {here !== 'feedback' && <CsvLink path={`followups?list=${here}`} of={words.views[here]} />}
      </div>
      {here === 'open' && <OpenView />}
      {here === 'done' && <DoneView />}
      {here === 'feedback' && <FeedbackView />}
    </div>
  );
}

type Whose = keyof typeof words.whoseChoices;

function OpenView() {
  const { followUps, team, me } = useDesk();
  const [whose, setWhose] = useState<Whose>('all');
  useEffect(() => {
    void team.load();
    void followUps.load();
    void followUps.loadWords();
  }, [team, followUps]);
  const all = followUps.open.value;
  const fits: Record<Whose, (one: FollowUp) => boolean> = {
    all: () => true,
    mine: ({ owner }) => owner?.id === me.id,
    team: ({ owner }) => owner === null,
  };
  const shown = all.filter(fits[whose]);
  if (followUps.state.value === 'loading') return <Skeleton rows={4} kind="rows" />;
  if (followUps.state.value === 'failed') {
    return (
      <Empty icon={<AlertIcon size={28} />} title={words.failed}>
        <button type="button" class="button" onClick={() => void followUps.load()}>
          {strings.retry}
        </button>
      </Empty>
    );
  }
  return (
    <>
      {all.length > 0 && (
        <div class="follow-head">
          {followUps.leads && (
            <Choice
              label={words.whose}
              value={whose}
              options={Object.entries(words.whoseChoices)}
              onChange={(chosen) => setWhose(chosen as Whose)}
            />
          )}
          <p class="quiet" role="status">
            <bdi>{words.openCount(shown.length, shown.filter(({ dueAt }) => dueAt <= followUps.now.value).length)}</bdi>
          </p>
        </div>
      )}
      {all.length === 0 && <Empty icon={<CheckIcon size={32} />} title={words.empty} hint={words.emptyHint} />}
      {all.length > 0 && shown.length === 0 && <p class="quiet">{words.emptyMine}</p>}
      <Rows followUps={shown} label={words.views.open} />
      {followUps.more.value && <p class="card-note">{words.more}</p>}
      <KindWordsCard />
    </>
  );
}

function DoneView() {
  const { followUps } = useDesk();
  useEffect(() => void followUps.loadDone(), [followUps]);
  const done = followUps.done.value;
  if (done === null) return <Skeleton rows={4} kind="rows" />;
  if (done.length === 0) return <Empty icon={<CheckIcon size={32} />} title={words.doneEmpty} />;
  return <Rows followUps={done} label={words.views.done} />;
}

function Rows({ followUps, label }: { followUps: readonly FollowUp[]; label: string }) {
  if (followUps.length === 0) return null;
  return (
    <ul class="follow-ups" aria-label={label}>
      {followUps.map((one) => (
        <FollowUpRow key={one.id} followUp={one} />
      ))}
    </ul>
  );
}
