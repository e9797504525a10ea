/** Words as somebody typed them, but for their case. */
const PIECE = /[^\s"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\uff02]+/gu;

/** L3: lines that have the words with the very accents with which they were asked for, and then the others; in each the order stays. */
export function typedFirst<Line extends { text: string }>(lines: readonly Line[], question: string): Line[] {
  const pieces = plain(question).match(PIECE) ?? [];
  const isTyped = ({ text }: Line) => {
    const said = plain(text);
    return pieces.every((piece) => said.includes(piece));
  };
  const typed = new Set(lines.filter(isTyped));
  return [...typed, ...lines.filter((line) => !typed.has(line))];
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
