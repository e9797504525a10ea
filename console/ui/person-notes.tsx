import { useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { Person, PersonNote } from '../../protocol/wire/people.ts';
import { useApp, useDesk } from './context.ts';
import { dayTime, exact } from './format.ts';
import { peopleProblem } from './people-problem.ts';
import { peopleWords as words } from './strings-of-people.ts';
import { TextField } from './text-field.tsx';
import { useChoiceCommands } from './use-choice-commands.ts';

/** Notes about the person, kept across conversations (J3). */
export function PersonNotes({ person: { notes } }: { person: Person }) {
  const { people } = useApp();
  const mayWrite = useDesk().may('person:write');
  const place = useRef<HTMLElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Refusal | null>(null);
  const add = async () => {
    if (!text.trim()) return;
    const refused = await people.addNote(text);
    setProblem(refused);
    if (!refused) setText('');
  };
  const toBox = () => place.current?.querySelector('textarea')?.focus();
  useChoiceCommands('people', mayWrite ? [{ id: 'people:note', name: words.newNote, onChoose: toBox }] : []);
  return (
    <section class="person-part person-notes" aria-label={words.notes} ref={place}>
      <h3>{words.notes}</h3>
      <p class="quiet person-hint">{words.notesHint}</p>
      {mayWrite && (
        <form
          class="person-note-form"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextField label={words.newNote} value={text} maxLength={people.limits.noteMax} onInput={setText} />
          <button type="submit" class="button" aria-disabled={people.busy.value || !text.trim()}>
            {words.saveNote}
          </button>
        </form>
      )}
      {problem && (
        <p class="problem" role="alert">
          {peopleProblem(problem)}
        </p>
      )}
      {notes.length === 0 ? (
        <p class="quiet">{words.noNotes}</p>
      ) : (
        <ul class="person-lines">
          {notes.map((note) => (
            <Note key={note.id} note={note} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Note({ note }: { note: PersonNote }) {
  const { people } = useApp();
  const desk = useDesk();
  const [mode, setMode] = useState<'read' | 'edit' | 'remove'>('read');
  const [text, setText] = useState(note.body);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const mayChange = (note.by.id === desk.me.id && desk.may('person:write')) || desk.may('person:direct');
  const done = (refused: Refusal | null) => {
    setProblem(refused);
    if (!refused) setMode('read');
  };
  return (
    <li class="person-note">
      {mode === 'edit' ? (
        <form
          class="person-note-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) void people.changeNote(note.id, text).then(done);
          }}
        >
          <TextField label={words.editNote} value={text} maxLength={people.limits.noteMax} onInput={setText} focused />
          <p class="person-note-foot">
            <button type="submit" class="button">
              {words.save}
            </button>
            <button type="button" class="button" onClick={() => setMode('read')}>
              {words.cancel}
            </button>
          </p>
        </form>
      ) : (
        <p class="person-note-body" dir="auto">
          {note.body}
        </p>
      )}
      <p class="quiet person-note-by">
        <bdi>{note.by.name}</bdi> · <time title={exact(note.at)}>{dayTime(note.at)}</time>
        {note.editedAt !== null && <> · {words.edited(dayTime(note.editedAt))}</>}
      </p>
      {mayChange && mode === 'read' && (
        <p class="person-note-foot">
          <button type="button" class="link-button" onClick={() => setMode('edit')}>
            {words.edit}
          </button>
          <button type="button" class="link-button" onClick={() => setMode('remove')}>
            {words.remove}
          </button>
        </p>
      )}
      {mode === 'remove' && (
        <p class="person-note-foot" role="alert">
          {words.removeSure}{' '}
          <button type="button" class="button button-danger" onClick={() => void people.removeNote(note.id).then(done)}>
            {words.remove}
          </button>
          <button type="button" class="button" onClick={() => setMode('read')}>
            {words.keep}
          </button>
        </p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {peopleProblem(problem)}
        </p>
      )}
    </li>
  );
}
