/** Queues with exponential times, by the textbook. Rates per hour. */
export interface Queue {
  servers: number;
  arrivals: number;
  /** Conversations that one server ends in an hour. */
  serves: number;
}

/** Erlang C: the share of visitors who have to wait. */
export function shareThatWaits({ servers, arrivals, serves }: Queue): number {
  const offered = arrivals / serves;
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (offered * blocked) / (n + offered * blocked);
  return blocked / (1 - (offered / servers) * (1 - blocked));
}

export function meanWaitMs(queue: Queue): number {
  return (shareThatWaits(queue) / (queue.servers * queue.serves - queue.arrivals)) * 3_600_000;
}

/** The wait that this share of visitors does not exceed. */
export function waitMsAt(queue: Queue, share: number): number {
  const waits = shareThatWaits(queue);
  if (waits <= 1 - share) return 0;
  return (Math.log(waits / (1 - share)) / (queue.servers * queue.serves - queue.arrivals)) * 3_600_000;
}

/** Erlang A: the share that leaves, where patience is exponential. `leaves`: how many an hour each would be. */
export function shareThatLeaves({ servers, arrivals, serves }: Queue, leaves: number): number {
  const STATES = 5_000;
  const weights = [1];
  for (let n = 1; n < STATES; n += 1) {
    const out = Math.min(n, servers) * serves + Math.max(0, n - servers) * leaves;
    weights.push(((weights[n - 1] as number) * arrivals) / out);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const waiting = weights.reduce((sum, weight, n) => sum + weight * Math.max(0, n - servers), 0) / total;
  return (waiting * leaves) / arrivals;
}
