import { useEffect, useId } from 'preact/hooks';
import type { Outside } from '../model/outside.ts';
import type { PanelLoad } from '../model/outside-talk.ts';
import { useDesk } from './context.ts';
import { time } from './format.ts';
import { AlertIcon, ChevronDownIcon } from './icons.tsx';
import { PanelShown } from './panel-shown.tsx';
import { Skeleton } from './skeleton.tsx';
import { troubleOf, outsideWords as words } from './strings-of-outside.ts';
import { useOutsideTalk } from './use-outside.ts';
import './styles/outside.css';
import './styles/people.css';

/** CS3: what the owner's own systems say of the person, each asked when it is folded out. */
export function PersonSystems() {
  const id = useDesk().thread.value?.id;
  const found = useOutsideTalk(id);
  const offered = found?.talk.offered.state.value;
  if (!found || offered?.status !== 'ready') return null;
  const { outside, talk } = found;
  return (
    <>
      {offered.value.panels.map((panel) => (
        <System key={`${id} ${panel.id}`} outside={outside} {...panel} load={talk.panel(panel.id)} />
      ))}
    </>
  );
}

interface Props {
  outside: Outside;
  id: string;
  title: string;
  load: PanelLoad;
}

function System({ outside, id, title, load }: Props) {
  const body = useId();
  const isOut = outside.folded.value.has(id);
  useEffect(() => {
    if (isOut && load.answer.state.peek().status === 'idle') void load.ask(false);
  }, [isOut, load]);
  return (
    <section class="person-part system" aria-label={title}>
      <h3>
        <button
          type="button"
          class="system-fold"
          aria-expanded={isOut}
          aria-controls={isOut ? body : undefined}
          onClick={() => outside.fold(id, !isOut)}
        >
          <bdi>{title}</bdi>
          <ChevronDownIcon size={18} />
        </button>
      </h3>
      {isOut && (
        <div id={body} class="system-body">
          <Said title={title} load={load} />
        </div>
      )}
    </section>
  );
}

function Said({ title, load }: Pick<Props, 'title' | 'load'>) {
  const state = load.answer.state.value;
  if (state.status === 'idle' || state.status === 'loading') return <Skeleton rows={2} kind="rows" />;
  const refused = state.status === 'failed' ? state.refusal : null;
  const answer = state.status === 'ready' ? state.value : null;
  return (
    <>
      {refused && <Problem>{refused.error === 'rate_limited' ? words.tooOften : words.notAsked}</Problem>}
      {answer?.kind === 'trouble' && <Problem>{troubleOf(title, answer)}</Problem>}
      {answer?.kind === 'unknown' && <p class="quiet">{words.unknown}</p>}
      {answer?.kind === 'shown' && <PanelShown panel={answer.panel} />}
      <p class="system-foot">
        {answer && answer.kind !== 'trouble' && <span class="quiet">{words.asOf(time(answer.at))}</span>}
        <button
          type="button"
          class="link-button"
          aria-label={words.askAgainNamed(title)}
          onClick={() => void load.ask(true)}
        >
          {words.askAgain}
        </button>
      </p>
    </>
  );
}

function Problem({ children }: { children: string }) {
  return (
    <p class="problem system-problem" role="alert">
      <AlertIcon size={16} /> <span>{children}</span>
    </p>
  );
}
