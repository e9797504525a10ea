import type { Group, Line, LineState } from '../model/thread.ts';
import type { Formats } from './formats.ts';
import { ClockIcon, TickIcon, TicksIcon, WarningIcon } from './icons.tsx';
import { failureOf, strings } from './strings.ts';

export interface LineActions {
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Puts a text on the clipboard. */
  copy(text: string): void;
}

/** Messages of one author; time and state stand once, under the last. */
export function MessageGroup({ group, formats, actions }: { group: Group; formats: Formats; actions: LineActions }) {
  const last = group.lines.at(-1);
  return (
    <div class={group.own ? 'group own' : 'group'}>
      {group.own ? <span class="unseen">{strings.you}</span> : <p class="author">{group.author || strings.team}</p>}
      {group.lines.map((line) => (
        <Bubble key={line.clientId} line={line} formats={formats} actions={actions} />
      ))}
      {last && last.state !== 'failed' && <Foot line={last} formats={formats} />}
    </div>
  );
}

function Bubble({ line, formats, actions }: { line: Line; formats: Formats; actions: LineActions }) {
  const failed = line.state === 'failed';
  return (
    <>
      <p class={`bubble ${line.state}`} dir="auto" title={formats.exact(line.at)}>
        {line.body}
      </p>
      {failed && <Failure line={line} actions={actions} />}
    </>
  );
}

function Failure({ line, actions }: { line: Line; actions: LineActions }) {
  const anew = line.error === 'conversation_closed' || line.error === 'not_found';
  return (
    <div class="failure">
      <p class="failure-words">
        <WarningIcon /> <b>{strings.failed}.</b> {failureOf(line.error)}
      </p>
      <button type="button" class="link" onClick={() => actions.retry(line.clientId)}>
        {anew ? strings.sendAnew : strings.retry}
      </button>
      <button type="button" class="link" onClick={() => actions.copy(line.body)}>
        {strings.copy}
      </button>
      <button type="button" class="link" onClick={() => actions.discard(line.clientId)}>
        {strings.remove}
      </button>
    </div>
  );
}

const MARKS: Partial<Record<LineState, { icon: () => preact.JSX.Element; words: string }>> = {
  pending: { icon: ClockIcon, words: strings.pending },
  sent: { icon: TickIcon, words: strings.sent },
  delivered: { icon: TicksIcon, words: strings.delivered },
  read: { icon: TicksIcon, words: strings.read },
};

function Foot({ line, formats }: { line: Line; formats: Formats }) {
  const mark = MARKS[line.state];
  return (
    <p class={`foot ${line.state}`}>
      <time title={formats.exact(line.at)}>{formats.time(line.at)}</time>
      {mark && (
        <>
          <mark.icon />
          <span>{mark.words}</span>
        </>
      )}
    </p>
  );
}
