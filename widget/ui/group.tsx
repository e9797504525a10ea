import type { Group, Line, LineState } from '../model/thread.ts';
import type { FaceProps } from './face.tsx';
import type { FailureProps, LineActions } from './failure.tsx';
import type { Formats } from './formats.ts';
import type { AmendedProps } from './handed.ts';
import { ClockIcon, TickIcon, TicksIcon } from './icons.tsx';
import { Later, Soon } from './later.tsx';
import { strings } from './strings.ts';
import type { Views } from './views.ts';
import { Words } from './words.tsx';

export interface LineParts {
  formats: Formats;
  actions: LineActions;
  views: Pick<Views, 'failure' | 'queueFull' | 'email' | 'links' | 'event' | 'front' | 'files' | 'face' | 'amended'>;
  chat: FailureProps['chat'] & NonNullable<AmendedProps['chat']>;
}

/** Messages of one author; time and state stand once, under the last. */
export function MessageGroup({ group, parts }: { group: Group; parts: LineParts }) {
  const last = group.lines.at(-1);
  return (
    <div class={group.own ? 'group own' : 'group'}>
      {group.own ? (
        <span class="unseen">{strings.you}</span>
      ) : (
        <>
          <p class="author">
            {group.author || strings.team}
            <AgentFace agent={group.agent} views={parts.views} part="title" />
          </p>
          <AgentFace agent={group.agent} views={parts.views} part="small" />
        </>
      )}
      {group.lines.map((line) => (
        <Bubble key={line.clientId} line={line} parts={parts} />
      ))}
      {last && last.state !== 'failed' && <Foot line={last} formats={parts.formats} />}
    </div>
  );
}

interface FacePlace extends Pick<LineParts, 'views'> {
  agent: FaceProps['agent'] | undefined;
  part: FaceProps['part'];
}

function AgentFace({ agent, views, part }: FacePlace) {
  return agent ? <Soon of={views.face} due with={{ agent, part }} /> : null;
}

function Bubble({ line, parts }: { line: Line; parts: LineParts }) {
  const { formats, views } = parts;
  const words = (text: string) => (
    <Soon of={views.files} due={line.file} with={line}>
      <Words text={text} views={views} />
    </Soon>
  );
  return (
    <>
      <p class={`bubble ${line.state}`} dir="auto" title={formats.exact(line.at)}>
        <Soon of={views.amended} due with={{ ...parts, line, words }}>
          {words(line.body)}
        </Soon>
      </p>
      {line.state === 'failed' && <Later of={views.failure} with={{ ...parts, line }} />}
    </>
  );
}

const MARKS: Partial<Record<LineState, () => preact.JSX.Element>> = {
  pending: ClockIcon,
  sent: TickIcon,
  delivered: TicksIcon,
  read: TicksIcon,
};

function Foot({ line, formats }: { line: Line; formats: Formats }) {
  const Mark = MARKS[line.state];
  return (
    <p class={`foot ${line.state}`}>
      <time title={formats.exact(line.at)}>{formats.time(line.at)}</time>
      {Mark && (
        <>
          <Mark />
          <span>{strings[line.state as 'sent']}</span>
        </>
      )}
    </p>
  );
}
