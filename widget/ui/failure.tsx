import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Line } from '../model/thread.ts';
import { failureStrings } from './failure-strings.ts';
import { WarningIcon } from './icons.tsx';
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
}

/** What the person can do about a message that was not taken. */
export function View({ line, actions }: FailureProps) {
  const anew = line.error === 'conversation_closed' || line.error === 'not_found';
  return (
    <div class="failure">
      <p class="failure-words">
        <WarningIcon /> <b>{failureStrings.failed}.</b> {failureOf(line.error)}
      </p>
      <button type="button" class="link" onClick={() => actions.retry(line.clientId)}>
        {anew ? failureStrings.sendAnew : strings.retry}
      </button>
      <button type="button" class="link" onClick={() => actions.copy(line.body)}>
        {failureStrings.copy}
      </button>
      <button type="button" class="link" onClick={() => actions.discard(line.clientId)}>
        {failureStrings.remove}
      </button>
    </div>
  );
}

/** Why a message stays here until the person decides. */
function failureOf(error: ErrorCode | undefined): string {
  switch (error) {
    case 'conversation_closed':
      return failureStrings.conversationClosed;
    case 'not_found':
      return failureStrings.notFound;
    case 'too_large':
      return failureStrings.tooLarge;
    default:
      return failureStrings.refused;
  }
}
