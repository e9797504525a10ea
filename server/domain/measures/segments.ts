/** Who a visitor is to the owner: her tags, and whether she was here before. Each once, in one order. */
export function segmentsOf(tags: readonly string[], isReturning: boolean): string[] {
  return [...new Set([...tags, isReturning ? 'returning' : 'new'])].sort();
}
