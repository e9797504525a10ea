/** For what cannot happen unless the program is wrong. Expected refusals are answers, not exceptions. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${what}`);
}
