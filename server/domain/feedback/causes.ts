import { FOLLOW_UP_CAUSES, type FollowUpCause } from '../../../protocol/wire/feedback.ts';
import type { Outcome } from '../../../protocol/wire/model.ts';
import type { FollowUpRule } from '../../../protocol/wire/rating-settings.ts';

/** What was said or happened just now. */
export interface Said {
  score?: number | undefined;
  solved?: 'yes' | 'partly' | 'no' | undefined;
  complaint?: boolean | undefined;
  outcome?: Outcome | undefined;
}

/** K1: why somebody has to look at it again, the gravest first; empty: nobody has to. */
export function causesOf(rule: FollowUpRule, { score, solved, complaint, outcome }: Said): FollowUpCause[] {
  const found: Record<FollowUpCause, boolean> = {
    complaint: rule.onComplaint && complaint === true,
    low_score: rule.lowScoreMax !== null && score !== undefined && score <= rule.lowScoreMax,
    unresolved: rule.onUnresolved && (solved === 'no' || outcome === 'unresolved'),
  };
  return FOLLOW_UP_CAUSES.filter((cause) => found[cause]);
}
