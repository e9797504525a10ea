import { useEffect } from 'preact/hooks';
import type { Person } from '../../protocol/wire/people.ts';
import { useApp, useDesk } from './context.ts';
import { dayTime } from './format.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonNotes } from './person-notes.tsx';
import { PersonOrders } from './person-orders.tsx';
import { PersonTags } from './person-tags.tsx';
import { PersonVisit } from './person-visit.tsx';
import { Skeleton } from './skeleton.tsx';
import { Stars } from './stars.tsx';
import { strings } from './strings.ts';
import { peopleWords as words } from './strings-of-people.ts';
import './styles/people.css';

/** Who this is (docs/people.md): read when it is shown, and again whenever something is told about her. */
export function PersonProfile() {
  const { people } = useApp();
  const { thread, shown } = useDesk();
  const id = thread.value?.id;
  const said = shown.profile.value;
  // What is said of her anew is a reason to ask again.
  useEffect(() => {
    if (id !== undefined) void people.show(id);
  }, [people, id, said]);
  // Of the conversation before it stands there until this one has asked; nobody reads it beneath another's name.
  const { value: read } = people.person;
  const person = id !== undefined && people.isOf(id) ? read : null;
  if (!person)
    return people.failed.value ? (
      <div class="person-part">
        <p class="problem" role="alert">
          {words.failed}
        </p>
        <button type="button" class="button" onClick={() => id !== undefined && void people.show(id)}>
          {strings.retry}
        </button>
      </div>
    ) : (
      <Skeleton rows={3} kind="rows" />
    );
  return (
    <>
      {person.block && <Blocked block={person.block} />}
      {person.joinedTo !== null && <p class="person-hint">{words.joinedTo}</p>}
      <PersonTags person={person} />
      <PersonNotes person={person} />
      <PersonVisit person={person} />
      <PersonOrders person={person} />
      <Ratings person={person} />
      <Conversations person={person} hereId={id} />
      <PersonActions person={person} />
    </>
  );
}

function Blocked({ block }: { block: NonNullable<Person['block']> }) {
  return (
    <section class="person-blocked" aria-label={words.blocked}>
      <p>
        <strong>{words.blocked}</strong>{' '}
        {block.until === null ? words.blockedForGood : words.blockedUntil(dayTime(block.until))}
        {block.address && <> {words.withAddress}</>}
      </p>
      <p class="quiet">{words.blockedBy(block.by.name, dayTime(block.at))}</p>
      {block.reason && <p dir="auto">{block.reason}</p>}
    </section>
  );
}

function Ratings({ person: { ratings } }: { person: Person }) {
  const app = useApp();
  if (ratings.length === 0) return null;
  return (
    <section class="person-part" aria-label={words.ratings}>
      <h3>{words.ratings}</h3>
      <ul class="person-lines">
        {ratings.map(({ conversationId, at, score, comment }) => (
          <li key={`${conversationId} ${at}`}>
            <a href={app.hrefOf({ name: 'inbox', conversationId })}>
              <Stars score={score} /> {strings.list.rated(score)}
            </a>{' '}
            <bdi class="quiet">{dayTime(at)}</bdi>
            {comment && (
              <p class="person-quote" dir="auto">
                {comment}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Conversations({ person: { conversations }, hereId }: { person: Person; hereId: string | undefined }) {
  const app = useApp();
  if (conversations.length < 2) return null;
  return (
    <section class="person-part" aria-label={words.conversations}>
      <h3>{words.conversations}</h3>
      <ul class="person-lines">
        {conversations.map(({ id, openedAt, outcome, lastText }) => (
          <li key={id}>
            {id === hereId ? (
              <span>
                <bdi>{dayTime(openedAt)}</bdi> <span class="quiet">({words.thisOne})</span>
              </span>
            ) : (
              <a href={app.hrefOf({ name: 'inbox', conversationId: id })}>
                <bdi>{dayTime(openedAt)}</bdi>
              </a>
            )}{' '}
            <span class="quiet">{outcome === null ? strings.open : strings.outcomes[outcome]}</span>
            <p class="person-line-text" dir="auto">
              {lastText}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
