/** What stands between two separators, and the line of the file on which the row begins, from 1 on. */
export interface CsvLine {
  cells: string[];
  /** One with a quoted end of line within goes on over several. */
  at: number;
}

/** A quote that is opened and never closed, or so late that it is none: the line on which its row begins is no row. */
export interface TornLine {
  /** Where the row begins, and where the quote does. */
  at: number;
  quotedAt: number;
}

/**
 * RFC 4180, a piece at a time: fields may stand in quotes, and a quote within them twice; a line ends with either of CR and LF, or with both. Nothing but the row
 * that has begun is kept, and no more of it than `rowCharsMax`: of a longer one its first line is torn off, and reading goes on with its next.
 */
export class CsvCutter {
  readonly #separator: string;
  readonly #rowCharsMax: number;
  #cells: string[] = [];
  #cell = '';
  #raw = '';
  #isQuoted = false;
  /** Within quotes there was one: the next sign says whether it was the last. */
  #wasQuote = false;
  #wasReturn = false;
  /** Of a line that is too long already, up to its end. */
  #skips = false;
  #quotedAt = 1;
  #here = 1;
  #begin = 1;

  constructor(separator: string, rowCharsMax = Number.POSITIVE_INFINITY) {
    this.#separator = separator;
    this.#rowCharsMax = rowCharsMax;
  }

  push(text: string): (CsvLine | TornLine)[] {
    const found: (CsvLine | TornLine)[] = [];
    for (let at = 0; at < text.length; at += 1) {
      this.#take(text[at] as string, found);
      if (this.#raw.length > this.#rowCharsMax) found.push(...this.#tear());
    }
    return found;
  }

  end(): (CsvLine | TornLine)[] {
    if (this.#isQuoted && !this.#wasQuote) return [...this.#tear(), ...this.end()];
    const found: (CsvLine | TornLine)[] = [];
    if (this.#cell !== '' || this.#cells.length > 0) this.#endLine(found);
    return found;
  }

  #take(letter: string, found: (CsvLine | TornLine)[]): void {
    this.#raw += letter;
    const isSecond = this.#wasReturn && letter === '\n';
    this.#wasReturn = letter === '\r';
    const isEnd = !isSecond && (letter === '\n' || letter === '\r');
    if (isEnd) this.#here += 1;
    if (this.#skips) {
      this.#skips = !isEnd;
      this.#reset(this.#here);
    } else if (this.#isQuoted && !(this.#wasQuote && letter !== '"')) {
      if (letter !== '"' || this.#wasQuote) this.#cell += letter;
      this.#wasQuote = letter === '"' && !this.#wasQuote;
    } else this.#takePlain(letter, isEnd, isSecond, found);
  }

  #takePlain(letter: string, isEnd: boolean, isSecond: boolean, found: (CsvLine | TornLine)[]): void {
    this.#isQuoted = false;
    this.#wasQuote = false;
    if (letter === '"' && this.#cell === '') {
      this.#isQuoted = true;
      this.#quotedAt = this.#here;
    } else if (letter === this.#separator) {
      this.#cells.push(this.#cell);
      this.#cell = '';
    } else if (isEnd) this.#endLine(found);
    else if (isSecond) this.#raw = '';
    else this.#cell += letter;
  }

  #endLine(found: (CsvLine | TornLine)[]): void {
    found.push({ cells: [...this.#cells, this.#cell], at: this.#begin });
    this.#reset(this.#here);
  }

  #reset(here: number): void {
    this.#cells = [];
    this.#cell = '';
    this.#raw = '';
    this.#isQuoted = false;
    this.#wasQuote = false;
    this.#here = here;
    this.#begin = here;
  }

  /** What follows the first line of the row was held for a part of it: it is read again, as lines of their own. */
  #tear(): (CsvLine | TornLine)[] {
    const torn = { at: this.#begin, quotedAt: this.#quotedAt };
    const [first = ''] = /^[^\r\n]*(?:\r\n|[\r\n])?/.exec(this.#raw) ?? [];
    const rest = this.#raw.slice(first.length);
    this.#skips = !/[\r\n]$/.test(first);
    this.#reset(this.#skips ? this.#here : this.#begin + 1);
    if (rest !== '') this.#wasReturn = false;
    return [torn, ...this.push(rest)];
  }
}

export function isTorn(line: CsvLine | TornLine): line is TornLine {
  return 'quotedAt' in line;
}

/** Spreadsheets of many countries write semicolons. */
export function separatorOf(head: string): string {
  return head.includes(';') && !head.includes(',') ? ';' : ',';
}

/** The names of columns, or what is wrong with them. */
export function namesOf(head: CsvLine): string[] | { hint: string } {
  const names = head.cells.map((name) => name.trim().toLowerCase());
  // Which of two columns counts is not ours to guess. Spreadsheets leave empty names behind: those are in no order.
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  return twice === undefined
    ? names
    : { hint: `The first line names ${JSON.stringify(twice)} twice: keep one column of it. Nothing was stored.` };
}
