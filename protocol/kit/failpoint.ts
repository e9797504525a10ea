/**
 * Instants at which a fault test may end the process. The house tells facts after the commit and answers after that; at
 * `after_ack_before_broadcast` the answer still goes out and nobody is told, the other order's worst moment.
 */
export type Failpoint =
  | 'before_commit'
  | 'after_commit_before_ack'
  | 'after_broadcast_before_ack'
  | 'after_ack_before_broadcast'
  | 'mid_migration';

/**
 * Does nothing, and the product's build keeps no trace of it or its calls (a gate looks). The fault suite's own build
 * puts test/fault/kit/live-failpoint.ts in this file's place, which ends the process where it was told to.
 */
/* @__NO_SIDE_EFFECTS__ */
export function failpoint(_at: Failpoint): void {}
