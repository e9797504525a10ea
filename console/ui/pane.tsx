import type { ComponentChildren } from 'preact';
import type { Thread } from '../model/thread.ts';
import { nameOf } from './called.ts';
import { PaneContext, useApp, useDesk } from './context.ts';
import { strings } from './strings.ts';
import { paneWords } from './strings-of-panes.ts';
import './styles/pane.css';

interface Props {
  thread: Thread;
  /** Counted from one; of two. */
  place: number;
  children: ComponentChildren;
}

/** U14: one of two conversations, with a name of its own; whatever is done in it has the focus with it. Alone it is the page. */
export function Pane({ thread, place, children }: Props) {
  const app = useApp();
  const { panes, inbox } = useDesk();
  const two = panes.shown.value.length > 1;
  const visitor = inbox.find(thread.id)?.visitor;
  const name = visitor ? nameOf(visitor) : strings.thread.unknownVisitor;
  const hasFocus = panes.thread.value === thread;
  return (
    <PaneContext.Provider value={thread.id}>
      <section
        class={`thread-place${two ? ' pane' : ''}${two && hasFocus ? ' pane-here' : ''}`}
        data-pane={thread.id}
        aria-label={two ? paneWords.pane(place, name) : undefined}
        // A press anywhere in it, also where nothing is to press, is a press in this one.
        tabIndex={two ? -1 : undefined}
        onFocusIn={() => app.focusPane(thread.id)}
      >
        {children}
      </section>
    </PaneContext.Provider>
  );
}
