import { useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { Person } from '../../protocol/wire/people.ts';
import { BlockDialog } from './block-dialog.tsx';
import { called } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { dayTime } from './format.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { peopleProblem } from './people-problem.ts';
import { peopleWords as words } from './strings-of-people.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

/** What changes who may write and who is one person: for those who direct (J8, J9). */
export function PersonActions({ person }: { person: Person }) {
  const { people } = useApp();
  const desk = useDesk();
  const [asking, setAsking] = useState<'block' | 'merge' | 'erase' | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const { block } = person;
  const begin = (what: 'block' | 'merge' | 'erase') => () => {
    opener.current = null;
    setAsking(what);
  };
  const mayErase = desk.may('settings:write');
  const choices = [
    { id: 'people:merge', name: words.merge, onChoose: begin('merge') },
    ...(block ? [] : [{ id: 'people:block', name: words.block, onChoose: begin('block') }]),
    ...(mayErase ? [{ id: 'people:erase', name: words.erase, onChoose: begin('erase') }] : []),
  ];
  const directs = desk.may('person:direct');
  useChoiceCommands('people', directs ? choices : []);
  if (!directs) return null;
  const ask = (what: 'block' | 'merge' | 'erase') => (event: MouseEvent) => {
    opener.current = event.currentTarget as HTMLButtonElement;
    setAsking(what);
  };
  const close = () => {
    setAsking(null);
    opener.current?.focus();
  };
  return (
    <section class="person-part">
      <Joined person={person} onProblem={setProblem} />
      <p class="person-actions">
        {mayErase && (
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
        {mayErase && (
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

/** Profiles that were joined to this one, each to be taken apart again. */
function Joined({ person, onProblem }: { person: Person; onProblem(problem: Refusal | null): void }) {
  const { people } = useApp();
  if (person.joined.length === 0) return null;
  return (
    <>
      <h3>{words.joined}</h3>
      <ul class="person-lines">
        {person.joined.map(({ id, fromLabel, by, at }) => (
          <li key={id}>
            {words.joinedBy(called(fromLabel), by.name, dayTime(at))}{' '}
            <button type="button" class="link-button" onClick={() => void people.undoMerge(id).then(onProblem)}>
              {words.undo}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
