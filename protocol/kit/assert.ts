/** For what cannot happen unless the program is wrong. Expected refusals are answers, not exceptions. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${what}`);
}

/** Ends an exhaustive switch: the compiler complains here when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
