import { useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { Person } from '../../protocol/wire/people.ts';
import { BlockDialog } from './block-dialog.tsx';
import { useApp, useDesk } from './context.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { dayTime } from './format.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { peopleProblem } from './people-problem.ts';
import { peopleWords as words } from './strings-of-people.ts';

/** What changes who may write and who is one person: for those who direct (J8, J9). */
export function PersonActions({ person }: { person: Person }) {
  const { people } = useApp();
  const desk = useDesk();
  const [asking, setAsking] = useState<'block' | 'merge' | 'erase' | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  if (!desk.may('person:direct')) return null;
  const ask = (what: 'block' | 'merge' | 'erase') => (event: MouseEvent) => {
    opener.current = event.currentTarget as HTMLButtonElement;
    setAsking(what);
  };
  const close = () => {
    setAsking(null);
    opener.current?.focus();
  };
  const { block } = person;
  return (
    <section class="person-part">
      {person.joined.length > 0 && (
        <>
          <h3>{words.joined}</h3>
          <ul class="person-lines">
            {person.joined.map(({ id, fromLabel, by, at }) => (
              <li key={id}>
                {words.joinedBy(fromLabel, by.name, dayTime(at))}{' '}
                <button type="button" class="link-button" onClick={() => void people.undoMerge(id).then(setProblem)}>
                  {words.undo}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="person-actions">
        {desk.may('settings:write') && (
          <a class="button" href={people.exportHref(person.id)} download={`${person.id}.json`}>
            {words.exportAll}
          </a>
        )}
        <button type="button" class="button" onClick={ask('merge')}>
          {words.merge}
        </button>
        {block ? (
          <button type="button" class="button" onClick={() => void people.unblock(block.id).then(setProblem)}>
            {words.unblock}
          </button>
        ) : (
          <button type="button" class="button button-danger" onClick={ask('block')}>
            {words.block}
          </button>
        )}
        {desk.may('settings:write') && (
          <button type="button" class="button button-danger" onClick={ask('erase')}>
            {words.erase}
          </button>
        )}
      </p>
      {problem && (
        <p class="problem" role="alert">
          {peopleProblem(problem)}
        </p>
      )}
      {asking === 'block' && <BlockDialog onClose={close} />}
      {asking === 'erase' && <EraseDialog onClose={close} />}
      {asking === 'merge' && <MergeDialog onClose={close} />}
    </section>
  );
}
