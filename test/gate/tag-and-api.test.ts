import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Node, parseModule, walk } from './modules.ts';

/** Y5 Every attribute of the tag has its twin in `boot`, and the document has a row for it; read from the source of both. */

const top = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(top, path), 'utf8');
const page = read('docs/widget.md');

/** The members of a type or an interface of widget/embed/api.ts. */
function members(name: string): string[] {
  const found: string[] = [];
  walk(parseModule('widget/embed/api.ts', read('widget/embed/api.ts')).program, (node, parent) => {
    if ((node as { id?: { name?: string } }).id?.name !== name) return;
    const body = (node.typeAnnotation ?? node.body) as Node & { members?: Node[]; body?: Node[] };
    for (const member of body.members ?? body.body ?? []) {
      const key = member.key as { name?: string; value?: string } | undefined;
      if (key) found.push(key.name ?? key.value ?? '');
    }
    return parent === undefined;
  });
  return [...new Set(found)];
}

/** Names under which the widget's own files read options: `options.color`, `const { inline } = options`. */
function readNames(): Map<string, string> {
  const files = readdirSync(join(top, 'widget'), { recursive: true, encoding: 'utf8' })
    .map((name) => `widget/${name}`)
    .filter((name) => /\.tsx?$/.test(name) && !/^widget\/(?:adapters|build|wrappers)\//.test(name));
  const found = new Map<string, string>();
  for (const file of files) {
    walk(parseModule(file, read(file)).program, (node) => {
      const isOptions = (one: unknown) => (one as { name?: string } | null)?.name === 'options';
      if (node.type === 'MemberExpression' && isOptions(node.object) && !node.computed)
        found.set(String((node.property as { name?: string }).name), file);
      if (node.type === 'VariableDeclarator' && isOptions(node.init))
        for (const { key } of (node.id as { properties?: { key: { name?: string } }[] }).properties ?? [])
          found.set(String(key.name), file);
    });
  }
  return found;
}

const kebab = (name: string) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const options = members('DeskbellOptions');

test('Y5 the tag hands over all of its attributes, boot all of its options: what one may say the other may too', () => {
  expect(options.length).toBeGreaterThan(18);
  expect(read('widget/embed/config.ts')).toContain('return { ...script.dataset,');
  expect(read('widget/embed/deskbell.ts')).toContain('for (const name in given)');
});

test('Y5 whatever the widget reads of its options is one of them, so it has both forms', () => {
  const known = new Set([...options, 'scriptUrl', 'textOpenChat']);
  const unknown = [...readNames()].filter(([name]) => !known.has(name)).map(([name, file]) => `${file}: ${name}`);
  expect(unknown).toEqual([]);
});

test('Y5 each option is read somewhere', () => {
  const names = readNames();
  // `boot` takes these apart by their names; the loader reads autoboot of the tag alone, as `boot` is its twin, and isolate by its own.
  const elsewhere = ['name', 'email', 'tags', 'department', 'autoboot', 'isolate', 'radius', 'font'];
  expect(options.filter((name) => !names.has(name) && !elsewhere.includes(name))).toEqual([]);
});

test('Y5 docs/widget.md has a row for each attribute with its twin, each command and each event', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  const missing = [
    ...options.filter((name) => !rows.some((row) => row.includes(`\`${kebab(name)}`) && row.includes(`\`${name}`))),
    ...[...members('DeskbellApi'), ...members('DeferredVerbs')].filter(
      (name) => !rows.some((row) => row.startsWith(`| \`${name}`)),
    ),
    ...members('DeskbellEvents').filter((name) => !rows.some((row) => row.startsWith(`| \`${name}\``))),
  ];
  expect(missing).toEqual([]);
});

test('Y5 the document names no attribute, command or event that does not exist', () => {
  const attributes = [...page.matchAll(/`(data-[a-z-]+)/g)].map(([, name]) => name ?? '');
  const known = new Set(options.map(kebab));
  expect(attributes.filter((name) => !known.has(name) && !/^data-text-/.test(name))).toEqual([]);
  const commands = [...page.matchAll(/Deskbell\('(\w+)'/g), ...page.matchAll(/Deskbell\??\.(\w+)\(/g)].map(
    ([, name]) => name,
  );
  const verbs = new Set([...members('DeskbellApi'), ...members('DeferredVerbs')]);
  expect(commands.filter((name) => !verbs.has(name ?? ''))).toEqual([]);
  const events = [...page.matchAll(/Deskbell\('on(?:ce)?', '([\w:]+)'/g)].map(([, name]) => name ?? '');
  expect(events.filter((name) => !members('DeskbellEvents').includes(name))).toEqual([]);
});
