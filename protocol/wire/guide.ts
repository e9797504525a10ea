/** The first run: from the set-up link to a first message from a page of one's own (docs/setup.md). */
export const GUIDE_STEPS = ['site', 'tag', 'hours', 'message'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

export interface GuideState {
  /** The site that it is about; null until one is chosen. */
  siteKey: string | null;
  /** Left for later; what is done is seen from what there is. */
  skipped: GuideStep[];
  /** Said to be right as they are. */
  confirmed?: GuideStep[] | undefined;
  /** Over: it is not offered any more. */
  endedAt: number | null;
}

/** GET and PUT /api/v1/agent/guide */
export interface GuideRead {
  state: GuideState | null;
}
