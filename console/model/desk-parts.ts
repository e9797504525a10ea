import type { Lead } from '../../protocol/client/lead.ts';
import type { OutboxStore } from '../../protocol/client/outbox-keep.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Random } from '../../protocol/kit/random.ts';
import type { Department } from '../../protocol/wire/departments.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { MeasuresToday } from '../../protocol/wire/measures.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';
import type { OwnedOutgoing } from './outbox-keep.ts';
import type { Attention, Awake, Bell, Calendar, Leaving, Memory, NewClientId, Tabs } from './ports.ts';

/** What a desk is made of. */
export interface DeskParts {
  /** The hello carries the epoch that the desk holds. */
  connect(epoch: () => string | undefined): AgentConnection;
  clock: Clock;
  random: Random;
  memory: Memory;
  /** Unsent messages, shared by this browser's tabs, and who of them sends. */
  outbox: OutboxStore<OwnedOutgoing>;
  lead: Lead;
  attention: Attention;
  bell: Bell;
  awake: Awake;
  tabs: Tabs;
  calendar: Calendar;
  leaving: Leaving;
  newClientId: NewClientId;
  me: AgentProfile;
  /** The relay does not know this session any more. */
  onSessionEnded(): void;
  /** The relay knows this agent by another name or role now. */
  onMeChanged(me: AgentProfile): void;
  /** How she is told of news was chosen anew, here or on another device (NT2, NT6). */
  onNoticesChanged(): void;
  /** Nothing of this conversation is kept any more. */
  onErased(conversationId: string): void;
  departments(): Promise<Answer<Department[]>>;
  /** Today's figures for the board, by the days of this browser. */
  today(): Promise<Answer<MeasuresToday>>;
}
