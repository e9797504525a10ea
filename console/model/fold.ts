/** As somebody types who looks for it: without case, accents and what stands around. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
