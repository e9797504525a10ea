/** What had the focus is about to go: the answer is written on. */
export function toBox(from: Element): void {
  from.closest('form')?.querySelector('textarea')?.focus();
}
