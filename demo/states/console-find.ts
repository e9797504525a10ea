import { success } from '../../protocol/wire/errors.ts';
import type { FoundLine, FoundPage } from '../../protocol/wire/find.ts';

const HOUR_MS = 3_600_000;

/** What is found for "café": a message, a note and a person. */
export function foundAnswer(now: number) {
  const line = (more: Partial<FoundLine>): FoundLine => ({
    ...{
      kind: 'message',
      conversationId: '7F3K',
      status: 'active',
      siteName: 'Demo shop',
      visitorLabel: 'Visitor 7F3K',
    },
    ...{ place: 3, at: now - 2 * HOUR_MS, author: 'visitor', agentName: null },
    ...{ text: 'Is the Café next to the shop open on Sunday?', marks: [[7, 11]] },
    ...more,
  });
  return success<FoundPage>({
    lines: [
      line({}),
      line({
        place: 9,
        at: now - HOUR_MS,
        author: 'agent',
        agentName: 'Ana',
        text: 'The café opens at ten.',
        marks: [[4, 8]],
      }),
      line({
        kind: 'note',
        place: 1,
        author: 'agent',
        agentName: 'Bo',
        text: 'Wants a table at the café.',
        marks: [[21, 25]],
      }),
      line({
        kind: 'person',
        place: 0,
        author: null,
        status: 'closed',
        text: 'Visitor 9QXY · cafe@example.org',
        marks: [[15, 19]],
      }),
    ],
    next: '0-7',
    catchingUp: true,
  });
}
