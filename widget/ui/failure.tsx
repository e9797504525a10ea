import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Line } from '../model/thread.ts';
import { failureStrings } from './failure-strings.ts';
import type { Formats } from './formats.ts';
import type { FrontProps } from './front.tsx';
import { handed } from './handed.ts';
import type { LaterView } from './later.tsx';
import type { QueueFullProps } from './queue-full.tsx';
import { strings } from './strings.ts';
import css from './styles/failure.css?inline';

export { css, failureStrings as words };

export interface LineActions {
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Puts a text on the clipboard. */
  copy(text: string): void;
}

export interface FailureProps {
  line: Line;
  actions: LineActions;
  formats: Formats;
  chat: QueueFullProps['chat'] & FrontProps['chat'];
  views: QueueFullProps['views'] & { queueFull: LaterView<QueueFullProps>; front: LaterView<FrontProps> };
}

/** What the person can do about a message that was not taken. */
export function View(props: FailureProps) {
  const { line, actions, views } = props;
  if (line.error === 'queue_full') return <handed.Later of={views.queueFull} with={props} />;
  if (line.error === 'form_required')
    return <handed.Later of={views.front} with={{ ...props, part: 'form', clientId: line.clientId }} />;
  const anew = line.error === 'conversation_closed' || line.error === 'not_found';
  return (
    <div class="row">
      <p class="row wrong failure-words">
        <b>{failureStrings.failed}.</b> {failureStrings[REASONS[line.error ?? 'internal'] ?? 'refused']}
      </p>
      <Way leaves words={anew ? failureStrings.sendAnew : strings.retry} go={() => actions.retry(line.clientId)} />
      <Way words={failureStrings.copy} go={() => actions.copy(line.body)} />
      <Way leaves words={failureStrings.remove} go={() => actions.discard(line.clientId)} />
    </div>
  );
}

/** Why a message stays here until the person decides. */
const REASONS: Partial<Record<ErrorCode, keyof typeof failureStrings>> = {
  conversation_closed: 'conversationClosed',
  not_found: 'notFound',
  too_large: 'tooLarge',
  blocked: 'blocked',
};

/** One that `leaves` goes away with what it does: the focus goes on in the text box (W14). */
function Way({ words, leaves, go }: { words: string; leaves?: true; go(): void }) {
  return (
    <button
      type="button"
      class="link"
      onClick={(event) => {
        if (leaves) event.currentTarget.closest('.panel')?.querySelector<HTMLElement>('[data-focus]')?.focus();
        go();
      }}
    >
      {words}
    </button>
  );
}
