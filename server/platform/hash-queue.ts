/** Too much work is waiting already; the person is asked to try again in a moment. Nothing was done. */
class Overloaded extends Error {
  override name = 'Overloaded';
}

/**
 * Runs at most `atOnce` jobs and lets at most `waiting` wait: password hashes fill the thread pool that DNS
 * and files need too. Throws Overloaded beyond that.
 */
export function createHashQueue(limits: { atOnce: number; waiting: number }): <T>(job: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let running = 0;

  return async (job) => {
    if (running >= limits.atOnce) {
      if (queue.length >= limits.waiting) throw new Overloaded('Too many passwords are being checked.');
      // Whoever finishes hands its place over, so that `running` never dips and nobody jumps the queue.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await job();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
