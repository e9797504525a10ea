/** Best effort: without the right to the clipboard the text still stands on the screen, to be marked by hand. */
export function copyText(text: string): void {
  navigator.clipboard?.writeText(text).catch(() => {});
}
