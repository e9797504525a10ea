import type { Clock } from '../../protocol/kit/clock.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';
import type { Composing } from './composing.ts';
import type { Inbox } from './inbox.ts';
import { Notes } from './notes.ts';
import type { Panes } from './panes.ts';
import type { Attention, Calendar, NewClientId } from './ports.ts';
import type { Receipts } from './receipts.ts';
import type { Senders } from './senders.ts';
import { ShownProfile } from './shown-profile.ts';
import { Thread } from './thread.ts';

export interface ThreadMaking {
  clock: Clock;
  calendar: Calendar;
  newClientId: NewClientId;
  attention: Attention;
  me: AgentProfile;
  connection: AgentConnection;
  senders: Senders;
  receipts: Receipts;
  inbox: Inbox;
  composing: Composing;
  panes: Pick<Panes, 'beside' | 'isShown'>;
  /** The relay's time. */
  now(): number;
}

/** What the desk gives to a conversation that is opened. */
export function createThread(conversationId: string, desk: ThreadMaking): Thread {
  const { clock, calendar, newClientId, attention, connection, me, receipts, panes } = desk;
  const { notes, noteOutbox } = desk.senders;
  const { drafts, noteDrafts, held, outbox } = desk.composing;
  return new Thread({
    ...{ conversationId, connection, sender: held.sender, outbox },
    notes: new Notes({
      ...{ conversationId, connection, sender: notes, outbox: noteOutbox },
      ...{ drafts: noteDrafts, newClientId, me },
    }),
    summary: () => desk.inbox.find(conversationId),
    ...{ drafts, receipts, clock, newClientId, me },
    dayOf: (at) => calendar.dayOf(at),
    shown: new ShownProfile(connection, conversationId),
    beside: () => panes.beside(conversationId),
    looking: () => attention.looking() && panes.isShown(conversationId),
    now: desk.now,
  });
}
