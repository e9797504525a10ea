/** How long one turn of the event loop has lasted, as those see it who are served in it. */
export interface TurnAge {
  /** Called once for each command: how many of this turn there were with it, and ms since the first of them. */
  count(): { commands: number; ms: number };
}

/** The turn ends where Node runs what was put off with setImmediate: after all that the sockets had to say. */
export function watchTurns(now: () => number = () => performance.now()): TurnAge {
  let commands = 0;
  let startedAt = 0;
  const end = () => {
    commands = 0;
  };
  return {
    count() {
      if (commands === 0) {
        startedAt = now();
        setImmediate(end).unref();
      }
      commands += 1;
      return { commands, ms: now() - startedAt };
    },
  };
}
