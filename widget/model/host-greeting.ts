import type { Watch } from './host-events.ts';
import type { HostChat } from './host-ports.ts';
import { textOf } from './host-values.ts';

/** What the page said to the visitor before she opened the chat (X9): the chat begins with it, and the relay hears which it was. */
export function createGreeting(
  { front, intake, timeline }: Pick<HostChat, 'front' | 'intake' | 'timeline'>,
  watch: Watch,
) {
  let stop: (() => void) | null = null;

  return {
    say(before: unknown) {
      const { greeting, rule } = Object(before) as { greeting?: unknown; rule?: unknown };
      const said = greeting === undefined ? '' : textOf(greeting, 'newMessage: the greeting');
      const key = rule === undefined ? undefined : textOf(rule, 'newMessage: the rule');
      stop?.();
      intake.value = { ...intake.peek(), proactive: key };
      const begun = timeline.peek()?.conversationId;
      // The relay tells its own greeting with each connection; this one was said first.
      stop = watch(() => {
        if (said && front.value?.greeting !== said) front.value = { ...front.value, greeting: said };
        // Said once: the next conversation begins by itself.
        if (timeline.value?.conversationId === begun) return;
        if (intake.peek()?.proactive) intake.value = { ...intake.peek(), proactive: undefined };
      });
    },
    stop: () => stop?.(),
  };
}
