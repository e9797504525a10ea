import type { FollowUpOutcome } from '../../../protocol/wire/feedback.ts';
import { type Holder, may } from '../../../protocol/wire/permissions.ts';

interface Kept {
  kind: 'feedback' | 'by_hand' | 'snooze';
  ownerId: string | null;
}

/** K2: one's own; and everybody's for those who direct the team. */
export function mayHandle(agent: { id: string } & Holder, kept: Pick<Kept, 'ownerId'>): boolean {
  return kept.ownerId === agent.id || may(agent, 'conversation:direct');
}

/** K4: what a visitor's word made ends with what became of the visitor; what somebody made for herself is just done. */
export function fitsOutcome(kept: Pick<Kept, 'kind'>, outcome: FollowUpOutcome): boolean {
  return kept.kind === 'snooze' ? outcome === 'done' : kept.kind === 'by_hand' || outcome !== 'done';
}
