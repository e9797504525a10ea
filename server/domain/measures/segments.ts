/** Who a visitor is to the owner: her tags, whether she was here before, and the message that she answered (X9). Each once, in one order. */
export function segmentsOf(tags: readonly string[], isReturning: boolean, message?: string): string[] {
  const begun = message === undefined ? [] : [`message:${message}`];
  return [...new Set([...tags, isReturning ? 'returning' : 'new', ...begun])].sort();
}
