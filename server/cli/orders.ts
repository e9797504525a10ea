import { createReadStream } from 'node:fs';
import { type Command, Option } from 'commander';
import { ORDER_FILE_TOLD_ROWS } from '../../protocol/wire/limits-of-measures.ts';
import { type FileResult, importOrderFile } from '../usecases/import-order-file.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { messageOf, withInstallation } from './installation.ts';
import { complain, print } from './io.ts';
import { orderStrings } from './strings-of-orders.ts';

const words = orderStrings.import;

interface Given {
  site: string;
  format?: 'csv' | 'lines';
  encoding: string;
  after: string;
}

/** G9 */
export function addOrders(program: Command): void {
  program
    .command('orders')
    .description(orderStrings.about)
    .command('import')
    .description(words.about)
    .argument('<file>', words.file)
    .requiredOption('--site <key>', orderStrings.site)
    .addOption(new Option('--format <format>', words.format).choices(['csv', 'lines']))
    .option('--encoding <label>', words.encoding, 'utf-8')
    .option('--after <line>', words.afterLine, '0')
    .addHelpText('after', `\n${words.after}`)
    .action((file: string, given: Given) => withInstallation(({ context }) => importFile(context, file, given)));
}

type FileContext = Parameters<typeof importOrderFile>[0];

async function importFile(context: FileContext, file: string, given: Given): Promise<void> {
  const format = given.format ?? formatOf(file);
  if (!/^\d{1,12}$/.test(given.after)) throw new CommandEnd(EXIT.wrongUse, words.noLine(given.after));
  const text = readText(file, decoderOf(given.encoding));
  const site = (await context.store.listSites()).find(({ key }) => key === given.site);
  if (!site) throw new CommandEnd(EXIT.refused, words.noSite);
  let told = 0;
  const done = await importOrderFile(
    context,
    site,
    { text, format, after: Number(given.after) },
    {
      stored({ line, ...result }) {
        if (rowsOf(result) < told + ORDER_FILE_TOLD_ROWS) return;
        told = rowsOf(result);
        print(words.progress(line, told, result.wrong));
      },
      waits: (ms) => complain(words.waits(ms / 1_000)),
      wrong: ({ line, field, hint }) => complain(words.wrong(line, field, hint)),
    },
  );
  if ('hint' in done) throw new CommandEnd(EXIT.wrongUse, words.unreadable(done.hint));
  print(words.done(done.added, done.changed, done.same, done.wrong));
  if (done.wrong > 0) process.exitCode = EXIT.refused;
}

function rowsOf({ added, changed, same, wrong }: FileResult): number {
  return added + changed + same + wrong;
}

function formatOf(file: string): 'csv' | 'lines' {
  if (/\.csv$/i.test(file)) return 'csv';
  if (/\.(ndjson|jsonl)$/i.test(file)) return 'lines';
  throw new CommandEnd(EXIT.wrongUse, words.noFormat);
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    throw new CommandEnd(EXIT.wrongUse, words.noEncoding(label));
  }
}

async function* readText(file: string, decoder: TextDecoder): AsyncIterable<string> {
  try {
    const bytes: AsyncIterable<Uint8Array> = file === '-' ? process.stdin : createReadStream(file);
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  } catch (error) {
    throw new CommandEnd(EXIT.wrongUse, words.unread(file, messageOf(error)));
  }
  yield decoder.decode();
}
