const BEGIN = '\u2068';
const END = '\u2069';

/** A name within a sentence: whichever way it is read, it turns nothing around it. */
export const isolate = (name: string): string => `${BEGIN}${name.replaceAll(/[\u2066-\u2069]/g, '')}${END}`;

/** A sentence of ours, read as the page is, with each isolated name in an element of its own. */
export function Isolated({ text }: { text: string }) {
  return <>{text.split(/[\u2068\u2069]/).map((part, at) => (at % 2 === 1 ? <bdi key={at}>{part}</bdi> : part))}</>;
}
