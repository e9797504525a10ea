import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A sheet that comes with a later part stays when somebody goes on to another page: a class of its own is nobody else's. */

const folder = join(import.meta.dirname, '../../console/ui/styles');
const sheetOf = (name: string) => readFileSync(join(folder, name), 'utf8');
/** They build on each other, in the order of this list. */
const first = new Set([...sheetOf('all.css').matchAll(/@import "\.\/([\w-]+\.css)"/g)].map(([, name = '']) => name));
/** The log of a thread is begun in thread.css, and paper is a page of its own. */
const SHARED = new Set(['messages.css .log', 'messages.css .log-column']);

/** Classes that a sheet styles by themselves, on the screen. */
function classesOf(name: string): string[] {
  const screen = sheetOf(name)
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@media print \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const selectors = [...screen.matchAll(/(?:^|[{}])([^{}@;]+)\{/g)].flatMap(([, text = '']) => text.split(','));
  return [...new Set(selectors.map((one) => one.trim()).filter((one) => /^\.[\w-]+$/.test(one)))];
}

test('a class of a later part’s sheet is styled by itself in no other', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.css'));
  expect(first.size).toBeGreaterThan(5);
  const owners = new Map<string, string[]>();
  for (const name of names) for (const one of classesOf(name)) owners.set(one, [...(owners.get(one) ?? []), name]);
  const faults = [...owners].flatMap(([one, sheets]) =>
    sheets.length > 1
      ? sheets
          .filter((name) => !first.has(name) && !SHARED.has(`${name} ${one}`))
          .map((name) => `${name} ${one}, also in ${sheets.filter((other) => other !== name).join(', ')}`)
      : [],
  );
  expect(faults).toEqual([]);
});

test('Z13 who draws the choice between two owners brings its styles with it, whichever page was opened first', () => {
  const ui = join(import.meta.dirname, '../../console/ui');
  const own = classesOf('conflict.css').map((one) => one.slice(1));
  expect(own).toContain('draft-conflict');
  const files = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  const drawing = files.filter((name) => {
    const classes = [...readFileSync(join(ui, name), 'utf8').matchAll(/class="([^"]+)"/g)].flatMap(([, all = '']) =>
      all.split(' '),
    );
    return classes.some((one) => own.includes(one));
  });
  expect(drawing.sort()).toEqual(['draft-bar.tsx', 'meanwhile.tsx']);
  for (const name of drawing) expect(readFileSync(join(ui, name), 'utf8')).toContain("import './styles/conflict.css'");
});

test('a value that a sheet asks for by name is somewhere: a name that nobody has makes the whole line void', () => {
  const ui = join(import.meta.dirname, '../../console');
  const files = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(css|tsx?)$/.test(name));
  const given = new Set(
    files.flatMap((name) => readFileSync(join(ui, name), 'utf8').match(/--[\w-]+(?=['"]?\]?[:,])/g) ?? []),
  );
  expect(given.size).toBeGreaterThan(50);
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
  const faults = sheets.flatMap((name) =>
    [...sheetOf(name).matchAll(/var\((--[\w-]+)\)/g)]
      .filter(([, asked = '']) => !given.has(asked))
      .map(([, asked]) => `${name} ${asked}`),
  );
  expect(faults).toEqual([]);
});
