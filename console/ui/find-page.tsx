import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { FoundLine } from '../../protocol/wire/find.ts';
import type { FindFilters } from '../model/find.ts';
import type { Route } from '../model/route.ts';
import { asAsked, called } from './called.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { Empty } from './empty.tsx';
import { dayTime, exact } from './format.ts';
import { AlertIcon, FindIcon } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';
import { findWords as words } from './strings-of-find.ts';
import './styles/find.css';

/** Looks while one types; every line leads to its conversation (docs/find.md). */
export function FindPage() {
  const app = useApp();
  const { find } = app;
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  // Before anybody can type: a picture later the address would take away what was typed meanwhile.
  useLayoutEffect(() => {
    const { value: route } = app.route;
    if (route.name === 'find' && asAsked(route.text) !== find.text.peek()) {
      find.text.value = asAsked(route.text);
      void find.look();
    } else void find.look(find.lines.peek().length);
    box.current?.focus();
  }, [app, find]);
  return (
    <div class="find">
      <h1>{words.title}</h1>
      <search>
        <form
          class="find-form"
          onSubmit={(event) => {
            event.preventDefault();
            app.go({ name: 'find', text: find.text.peek() });
            void find.look();
          }}
        >
          <div class="field">
            <label for={id}>{words.label}</label>
            <p class="field-hint" id={`${id}-hint`}>
              {words.hint}
            </p>
            <input
              id={id}
              ref={box}
              type="search"
              dir="auto"
              autocomplete="off"
              maxLength={find.charsMax}
              aria-describedby={`${id}-hint`}
              value={called(find.text.value)}
              onInput={(event) => find.type(asAsked(event.currentTarget.value))}
            />
          </div>
          <Filters />
        </form>
      </search>
      <Found />
    </div>
  );
}

function Filters() {
  const { find } = useApp();
  const { kind, status, author } = find.filters.value;
  return (
    <div class="find-filters">
      <Choice
        label={words.kind}
        value={kind ?? ''}
        options={words.kinds}
        onChange={(next) => find.filter({ kind: (next || null) as FindFilters['kind'] })}
      />
      <Choice
        label={words.author}
        value={author ?? ''}
        options={words.authors}
        onChange={(next) => find.filter({ author: (next || null) as FindFilters['author'] })}
      />
      <Choice
        label={words.status}
        value={status ?? ''}
        options={words.statuses}
        onChange={(next) => find.filter({ status: (next || null) as FindFilters['status'] })}
      />
    </div>
  );
}

function Found() {
  const { find } = useApp();
  const state = find.state.value;
  const lines = find.lines.value;
  const more = find.next.value !== null;
  if (state === 'nothing_asked') {
    return <Empty icon={<FindIcon size={28} />} title={words.empty} hint={words.emptyHint} />;
  }
  if (state === 'refused') return <Empty icon={<FindIcon size={28} />} title={words.refused} />;
  if (state === 'failed') {
    return (
      <Empty icon={<AlertIcon size={28} />} title={words.failed}>
        <button type="button" class="button" onClick={() => void find.look()}>
          {words.again}
        </button>
      </Empty>
    );
  }
  return (
    <>
      <p class="find-count quiet" role="status">
        {state === 'loading' ? words.loading : words.found(lines.length, more)}
      </p>
      {find.catchingUp.value && <p class="find-behind">{words.catchingUp}</p>}
      {state === 'loading' && lines.length === 0 && <Skeleton rows={5} kind="rows" />}
      {state === 'ready' && lines.length === 0 && (
        <Empty icon={<FindIcon size={28} />} title={words.none} hint={words.noneHint} />
      )}
      <ul class="find-lines">
        {lines.map((line) => (
          <li key={`${line.conversationId} ${line.kind} ${line.place}`}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {more && state === 'ready' && (
        <button type="button" class="button" onClick={() => void find.more()}>
          {words.more}
        </button>
      )}
    </>
  );
}

function Line({ line }: { line: FoundLine }) {
  const app = useApp();
  return (
    <a class="find-line" href={app.hrefOf(routeOf(line))}>
      <span class="find-who">
        <bdi>{called(line.visitorLabel)}</bdi>
        <span class="quiet">
          <bdi>{line.siteName}</bdi>
        </span>
        {line.kind !== 'message' && <span class={`tag tag-${line.kind}`}>{words[line.kind]}</span>}
        {line.status === 'closed' && <span class="tag">{words.closed}</span>}
        <span class="quiet find-at" title={exact(line.at)}>
          {dayTime(line.at)}
        </span>
      </span>
      <span class="find-text" dir="auto">
        {line.kind !== 'person' && (
          <span class="quiet">
            <bdi>{line.author === 'agent' ? line.agentName : words.visitor}</bdi>:{' '}
          </span>
        )}
        <Marked {...saidOf(line)} />
      </span>
    </a>
  );
}

/** Where it was said, however far back (L7). */
function routeOf({ kind, conversationId, place }: FoundLine): Route {
  const at = kind === 'message' ? { at: place } : kind === 'note' ? { note: place } : {};
  return { name: 'inbox', conversationId, ...at };
}

/** J19: what is found of a person begins with her label; of what was marked in it only the signs stand there as well. */
function saidOf({ kind, text, marks, visitorLabel: label }: FoundLine): Pick<FoundLine, 'text' | 'marks'> {
  const said = called(label);
  if (kind !== 'person' || said === label || !text.startsWith(label)) return { text, marks };
  const by = said.length - label.length;
  const signs = label.lastIndexOf(' ') + 1;
  const kept = marks.filter(([from]) => from >= (signs || label.length));
  return {
    text: said + text.slice(label.length),
    marks: kept.map(([from, to]) => [from + by, to + by]),
  };
}

/** Around the first words found, so that a long message shows why it is here. */
const BEFORE_CHARS = 60;
const SHOWN_CHARS = 240;

function Marked({ text, marks }: Pick<FoundLine, 'text' | 'marks'>) {
  const [first = 0] = marks[0] ?? [];
  const from = first > BEFORE_CHARS ? first - BEFORE_CHARS : 0;
  const to = Math.min(text.length, from + SHOWN_CHARS);
  const parts = [];
  let at = from;
  for (const [start, end] of marks) {
    if (start >= to) break;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, Math.min(end, to))}</mark>);
    at = Math.min(end, to);
  }
  parts.push(text.slice(at, to));
  return (
    <>
      {from > 0 && '…'}
      {parts}
      {to < text.length && '…'}
    </>
  );
}
