import type { TrackedEvent, VisitorDescription, VisitorProfile } from '../../protocol/wire/visitor.ts';

/** What pages say of their visitors. Part of the store (store.ts). */
export interface VisitorStore {
  /** Adds to what was said before; `too_many` attributes together: nothing is changed. */
  describeVisitor(input: {
    visitorId: string;
    part: VisitorDescription;
    at: number;
  }): Promise<'described' | 'too_many'>;
  /** Keeps the last EVENTS_KEPT_MAX. */
  trackVisitor(input: { visitorId: string; event: TrackedEvent }): Promise<void>;
  /** Of a visitor of whom nothing was said: empty. */
  readVisitorProfile(visitorId: string): Promise<VisitorProfile>;
}
