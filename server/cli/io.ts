import { CommandEnd, EXIT } from './exit.ts';
import { strings } from './strings.ts';

/** Where a command reads and writes; the process's own streams, or a test's. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** One table or list for people, or the same as JSON for programs. */
export function printAs(json: boolean | undefined, value: unknown, lines: () => string[]): void {
  if (json) print(JSON.stringify(value, null, 2));
  else for (const line of lines()) print(line);
}

/** Columns as wide as their widest cell. */
export function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** One line from standard input; on a terminal it asks, and shows nothing of what is typed. */
export async function readPassword(): Promise<string> {
  const { stdin } = process;
  const password = stdin.isTTY ? await readHidden() : await readLine();
  if (password === '') throw new CommandEnd(EXIT.wrongUse, strings.agent.noPassword);
  return password;
}

async function readLine(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return (text.split('\n')[0] ?? '').replace(/\r$/, '');
}

const ENTER = new Set(['\r', '\n', '\u0004']);
const ERASE = new Set(['\u007f', '\b']);
const INTERRUPT = '\u0003';

function readHidden(): Promise<string> {
  const { stdin } = process;
  process.stderr.write(strings.agent.password);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const finish = () => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', onData);
      process.stderr.write('\n');
    };
    function onData(chunk: string) {
      for (const key of chunk) {
        if (key === INTERRUPT) {
          finish();
          return reject(new CommandEnd(EXIT.failed, strings.agent.noPassword));
        }
        if (ENTER.has(key)) {
          finish();
          return resolve(typed);
        }
        typed = ERASE.has(key) ? [...typed].slice(0, -1).join('') : typed + key;
      }
    }
    stdin.on('data', onData);
  });
}
