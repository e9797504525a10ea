import { buildFaultRelay } from '../../test/fault/kit/fault-build.ts';
import { top } from '../kit/bundle.ts';
import { machine, printResult, printTable } from '../kit/print.ts';
import { longRows } from './rows.ts';

/**
 * `npm run soak`: the long form of the fault suite, row after row; about an hour and a quarter, everything on loopback,
 * and it ends by itself. `-- --only kills-sqlite,storm` runs some of them.
 */
process.chdir(top);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]?.split(',') : undefined;
const unknown = only?.filter((name) => !longRows.some((row) => row.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${longRows.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

console.log(machine());
await buildFaultRelay();
const table: string[][] = [];
for (const row of longRows.filter(({ name }) => only?.includes(name) ?? true)) {
  const startedAt = performance.now();
  const told = await row.run().catch((error: Error) => ({ seen: {}, over: [error.message] }));
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  printResult('soak', { row: row.name, seconds, seen: told.seen, over: told.over });
  table.push([row.name, String(seconds), told.over.length === 0 ? 'held' : `over: ${told.over.join('; ')}`]);
}
printTable('The long form', ['row', 'seconds', 'bars'], table);
process.exit(table.every(([, , bars]) => bars === 'held') ? 0 : 1);
