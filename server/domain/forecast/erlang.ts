/** Erlang C (docs/business.md): people come by chance, are served in turn, and nobody gives up. */

/** The share of those who have to wait. `offered`: conversations at once if nobody waited, in Erlangs; less than `servers`. */
export function shareWaiting(servers: number, offered: number): number {
  if (offered <= 0) return 0;
  if (offered >= servers) return 1;
  // Erlang B by its recursion: no factorials, so it holds for thousands.
  let blocked = 1;
  for (let count = 1; count <= servers; count += 1) blocked = (offered * blocked) / (count + offered * blocked);
  return blocked / (1 - (offered / servers) * (1 - blocked));
}

/** The share whose wait ends within the target. */
export function shareInTarget(servers: number, offered: number, targetMs: number, handlingMs: number): number {
  if (offered <= 0) return 1;
  if (offered >= servers) return 0;
  return 1 - shareWaiting(servers, offered) * Math.exp((-(servers - offered) * targetMs) / handlingMs);
}
