import type { ThreadItem } from '../model/thread.ts';
import { amendedStrings as words } from './amended-strings.ts';
import type { AmendedProps } from './handed.ts';

interface ChoicesProps {
  choices: readonly string[];
  line: NonNullable<AmendedProps['line']>;
  /** Without it they are only shown. */
  chat: AmendedProps['chat'];
}

/** Where nothing can be sent there is nothing to press. */
const OVER = ['rating', 'ended', 'blocked'];

/** Answers that a message offers (W37): pressed, one is sent as the visitor's own words. Once she answered they only show what was offered. */
export function Choices({ choices, line, chat }: ChoicesProps) {
  const isOpen = () => chat && !OVER.includes(chat.screen.value) && !isAnswered(chat.thread.value, line.clientId);
  const choose = (choice: string, from: HTMLElement) => {
    // The second press of a double click comes before they are drawn anew.
    if (!isOpen()) return;
    const panel = from.closest('.panel');
    if (chat?.say(choice)) goOn(panel);
  };
  const open = isOpen();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place among words
    <span class="choices" role="group" aria-label={open ? words.choices : words.choicesSpent}>
      {choices.map((choice) =>
        open ? (
          <button
            key={choice}
            type="button"
            class="choice"
            dir="auto"
            onClick={(event) => choose(choice, event.currentTarget)}
          >
            {choice}
          </button>
        ) : (
          <span key={choice} class="choice spent">
            <bdi>{choice}</bdi>{' '}
          </span>
        ),
      )}
    </span>
  );
}

/** What was not taken is no answer: it waits under the thread, and so do these. */
function isAnswered(items: readonly ThreadItem[], clientId: string): boolean {
  const at = items.findIndex((item) => item.kind === 'group' && item.lines.some((line) => line.clientId === clientId));
  return items
    .slice(at + 1)
    .some((item) => item.kind === 'group' && item.own && item.lines.some(({ state }) => state !== 'failed'));
}

/** Where she writes on; on a touch screen not into the box, whose keyboard would cover what comes. */
function goOn(panel: Element | null): void {
  const place = matchMedia('(pointer: coarse)').matches ? '.log' : '.composer textarea';
  panel?.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
}
