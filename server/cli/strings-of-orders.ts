/** What the commands about orders say. */
export const orderStrings = {
  about: 'orders that a site reports from a file of any length',
  site: 'the key of the site; "site list" shows it',
  import: {
    about: 'read orders of a CSV file or of one with a JSON object on each line; a running relay goes on beside it',
    after:
      'The columns are those of docs/business.md: id, total, currency and at, and customer and cancelled where there are any. Wrong rows are named with their\nline on standard error, and all others are stored. Ended half-way, go on behind the line that was said last with --after, or read the whole file\nagain: what is stored already changes nothing.',
    file: 'the file; - reads standard input',
    format: 'csv or lines; otherwise it is told by the name of the file',
    encoding: 'in which the file is written, as in windows-1252',
    afterLine: 'leave out rows that begin on this line or before: they are stored',
    noSite: 'No site has this key; "site list" shows them.',
    noFormat: 'Say what is in it: --format csv, or --format lines for one JSON object on each line.',
    noEncoding: (label: string) => `No encoding is called "${label}". Give one as utf-8 or windows-1252.`,
    noLine: (text: string) => `--after "${text}" is no line: give a whole number.`,
    unread: (file: string, why: string) => `${file} could not be read: ${why}`,
    unreadable: (hint: string) => `Nothing was stored. ${hint}`,
    wrong: (line: number, field: string, hint: string) => `Line ${line}${field === '' ? '' : `, ${field}`}: ${hint}`,
    waits: (seconds: number) => `The database cannot be reached. These rows are tried again in ${seconds} s.`,
    progress: (line: number, rows: number, wrong: number) =>
      `Stored up to line ${line}: ${rows} rows, ${wrong} of them wrong and left out.`,
    done: (added: number, changed: number, same: number, wrong: number) =>
      `Done: ${added} added, ${changed} changed, ${same} as they were, ${wrong} wrong and left out.`,
  },
};
