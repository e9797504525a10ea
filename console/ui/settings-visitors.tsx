import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { Block, VisitorSettings } from '../../protocol/wire/people.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { called } from './called.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { dayTime } from './format.ts';
import { NotLoaded } from './not-loaded.tsx';
import { peopleProblem } from './people-problem.ts';
import { OfOwner } from './settings-owner.tsx';
import { Skeleton } from './skeleton.tsx';
import { peopleWords } from './strings-of-people.ts';
import './styles/people.css';

/** What is told of visitors before they write, the pages of a visit, and who is blocked (J5, J9, J10). */
export function SettingsVisitors() {
  return (
    <>
      <OfOwner page="visitors">{(draft) => <Told draft={draft} />}</OfOwner>
      <Blocks />
    </>
  );
}

function Told({ draft }: { draft: SettingsDraft }) {
  const { visitors, proactive } = draft.draft.value;
  const set = (changed: Partial<VisitorSettings>) => draft.change({ visitors: { ...visitors, ...changed } });
  const isStrict = proactive.privacy === 'strict';
  return (
    <>
      <section class="card form" aria-labelledby="visitors-title">
        <h2 id="visitors-title">{peopleWords.settings.title}</h2>
        <p class="quiet">{peopleWords.settings.hint}</p>
        <Check
          checked={visitors.presence}
          hint={peopleWords.settings.presenceHint}
          onChange={(presence) => set({ presence })}
        >
          {peopleWords.settings.presence}
        </Check>
        <Check checked={visitors.trail} hint={peopleWords.settings.trailHint} onChange={(trail) => set({ trail })}>
          {peopleWords.settings.trail}
        </Check>
        {visitors.trail && isStrict && <p class="person-hint">{peopleWords.settings.trailStrict}</p>}
      </section>
      <section class="card form" aria-labelledby="spam-title">
        <h2 id="spam-title">{peopleWords.settings.spam}</h2>
        <Check
          checked={visitors.asksWork === true}
          hint={peopleWords.settings.workHint}
          onChange={(asksWork) => set({ asksWork })}
        >
          {peopleWords.settings.work}
        </Check>
      </section>
    </>
  );
}

function Blocks() {
  const { people } = useApp();
  useEffect(() => void people.loadBlocks(), [people]);
  const blocks = people.blocks.value;
  const [problem, setProblem] = useState<Refusal | null>(null);
  return (
    <section class="card" aria-labelledby="blocks-title">
      <h2 id="blocks-title">{peopleWords.blocksTitle}</h2>
      {problem && (
        <p class="problem" role="alert">
          {peopleProblem(problem)}
        </p>
      )}
      {people.blocksFailed.value && (
        <NotLoaded text={peopleWords.blocksFailed} onRetry={() => void people.loadBlocks()} />
      )}
      {blocks === null ? (
        !people.blocksFailed.value && <Skeleton rows={2} kind="rows" />
      ) : blocks.length === 0 ? (
        <p class="quiet">{peopleWords.blocksNone}</p>
      ) : (
        <ul class="person-lines blocks">
          {blocks.map((block) => (
            <Line key={block.id} block={block} onEnd={() => void people.endBlock(block.id).then(setProblem)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ block, onEnd }: { block: Block; onEnd(): void }) {
  const { id, label, until, address, by, at, reason } = block;
  return (
    <li class="block-line">
      <div>
        <strong>
          <bdi id={`block-${id}`}>{label === null ? peopleWords.erasedPerson : called(label)}</bdi>
        </strong>{' '}
        {until === null ? peopleWords.blockedForGood : peopleWords.blockedUntil(dayTime(until))}
        {address && <> {peopleWords.withAddress}</>}
        <p class="quiet">{peopleWords.blockedBy(by.name, dayTime(at))}</p>
        {reason && <p dir="auto">{reason}</p>}
      </div>
      <button
        type="button"
        class="button"
        id={`block-end-${id}`}
        aria-labelledby={`block-end-${id} block-${id}`}
        onClick={onEnd}
      >
        {peopleWords.unblock}
      </button>
    </li>
  );
}
