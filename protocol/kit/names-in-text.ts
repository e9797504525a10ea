/** Who is named in a note: `@` and the whole name of a colleague, at a word's beginning. Of two names the longer one counts (D10). */
export interface Named {
  id: string;
  name: string;
}

export interface MentionPiece {
  text: string;
  /** Of whom it is the name; empty for plain text. */
  ids: string[];
}

/** The text in pieces, names apart from the rest. */
export function mentionPieces(body: string, team: readonly Named[]): MentionPiece[] {
  const names = [...new Set(team.map(({ name }) => name))].filter((name) => name.length > 0);
  names.sort((one, other) => other.length - one.length);
  const pieces: MentionPiece[] = [];
  let plain = '';
  for (let at = 0; at < body.length; ) {
    const name = isStart(body, at) ? names.find((one) => isNamed(body, at + 1, one)) : undefined;
    if (name === undefined) {
      plain += body[at];
      at += 1;
      continue;
    }
    if (plain) pieces.push({ text: plain, ids: [] });
    plain = '';
    const text = body.slice(at, at + 1 + name.length);
    pieces.push({ text, ids: team.filter((one) => one.name === name).map(({ id }) => id) });
    at += text.length;
  }
  if (plain) pieces.push({ text: plain, ids: [] });
  return pieces;
}

export function mentionedIds(body: string, team: readonly Named[]): string[] {
  return [...new Set(mentionPieces(body, team).flatMap(({ ids }) => ids))];
}

/** What is asked for at the caret: the letters after an `@`; null where none is being written. */
export function askedName(text: string, caret: number): { from: number; word: string } | null {
  const found = /(?:^|[\s([{,.;:!?„“"'])@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const word = found[1] ?? '';
  return { from: caret - word.length - 1, word };
}

/** No address such as `mia@example.org`. */
function isStart(body: string, at: number): boolean {
  return body[at] === '@' && (at === 0 || !/[\p{L}\p{N}_]/u.test(body[at - 1] ?? ''));
}

function isNamed(body: string, at: number, name: string): boolean {
  if (body.slice(at, at + name.length).toLowerCase() !== name.toLowerCase()) return false;
  return !/[\p{L}\p{N}_]/u.test(body[at + name.length] ?? '');
}
