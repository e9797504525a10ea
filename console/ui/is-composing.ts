/** What keyboards say of a key that belongs to the choice of a word; Safari says it of the Enter that ends it, after `isComposing` is over. */
const IME_KEY = 229;

/** D12: in Japanese, Chinese, Korean … Enter, Escape and the arrows choose a word, and are nothing else then. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === IME_KEY;
}
