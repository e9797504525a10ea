import { describe, expect, test } from 'vitest';
import { checkTree } from './check-tree.ts';
import { parseModule } from './modules.ts';

/** Plants files and answers what the rules say about them. */
function plant(files: Record<string, string>): string[] {
  return checkTree(Object.entries(files).map(([path, source]) => parseModule(path, source)));
}

describe('a planted violation is found, and the message says what to do', () => {
  const one = (path: string, source: string) => plant({ [path]: source }).join('\n');

  test.each([
    ['a file without a room', 'shared/x.ts', 'export const x = 1;', 'belongs to no room'],
    ['domain → store', 'server/domain/a.ts', "import { a } from '../store/store.ts';\na();", 'Decide on values'],
    ['domain → Node', 'server/domain/a.ts', "import { readFile } from 'node:fs';\nreadFile;", 'must run without Node'],
    [
      'use case → gateway',
      'server/usecases/a.ts',
      "import { a } from '../gateway/fanout.ts';\na;",
      'returning notices',
    ],
    ['use case → store, a value', 'server/usecases/a.ts', "import { a } from '../store/store.ts';\na;", 'types only'],
    ['use case → sqlite, types', 'server/usecases/a.ts', "import type { A } from '../store/sqlite/a.ts';", 'Context'],
    ['gateway → domain', 'server/gateway/a.ts', "import { a } from '../domain/routing.ts';\na;", 'neither decides'],
    ['gateway → store, types', 'server/gateway/a.ts', "import type { A } from '../store/store.ts';", 'neither decides'],
    [
      'http → domain',
      'server/http/a.ts',
      "import { a } from '../domain/routing.ts';\na;",
      'neither decides nor stores',
    ],
    ['sqlite → postgres', 'server/store/sqlite/a.ts', "import '../postgres/a.ts';", 'never knows the other'],
    ['sqlite → pg', 'server/store/sqlite/a.ts', "import pg from 'pg';\npg;", 'package "pg"'],
    ['store.ts → sqlite', 'server/store/store.ts', "import '../store/sqlite/a.ts';", 'knows no implementation'],
    ['server → widget', 'server/app.ts', "import '../widget/main.tsx';", 'no browser room'],
    ['server → test', 'server/app.ts', "import '../test/support/a.ts';", 'nobody imports it'],
    ['wire → zod', 'protocol/wire/ids.ts', "import { z } from 'zod';\nz;", 'only schemas.ts'],
    ['kit → wire', 'protocol/kit/a.ts', "import type { A } from '../wire/model.ts';", 'stands alone'],
    ['client → carrier', 'protocol/client/a.ts', "import { a } from './socket-connection.ts';\na;", 'Connection'],
    ['client → socket.io', 'protocol/client/a.ts', "import { io } from 'socket.io-client';\nio;", 'socket.io-client'],
    ['model → ui', 'widget/model/a.ts', "import { a } from '../ui/a.tsx';\na;", 'port'],
    ['model → preact', 'console/model/a.ts', "import { h } from 'preact';\nh;", 'package "preact"'],
    [
      'model → carrier',
      'widget/model/a.ts',
      "export * as c from '../../protocol/client/socket-connection.ts';",
      'port',
    ],
    ['model → browser, lazily', 'widget/model/a.ts', "export const a = () => import('../browser/a.ts');", 'port'],
    ['ui → model, a value', 'console/ui/a.tsx', "import { a } from '../model/a.ts';\na;", 'types only'],
    ['ui → browser', 'console/ui/a.tsx', "import { a } from '../browser/a.ts';\na;", 'props'],
    ['widget → console', 'widget/ui/a.tsx', "import type { A } from '../../console/model/a.ts';", 'props'],
    ['loader → preact', 'widget/embed/a.ts', "import { h } from 'preact';\nh;", 'Every page pays'],
    ['loader → model', 'widget/embed/a.ts', "import { a } from '../model/a.ts';\na;", 'Every page pays'],
    [
      'an import type expression',
      'server/domain/a.ts',
      "export type A = import('../store/store.ts').Store;",
      'server/store',
    ],
  ])('imports: %s', (_, path, source, expected) => {
    expect(one(path, source)).toContain(expected);
  });

  test('imports: type rights let types through, and only types', () => {
    expect(one('server/usecases/a.ts', "import type { Store } from '../store/store.ts';")).toBe('');
    expect(one('server/usecases/a.ts', "import { type Store } from '../store/store.ts';")).toBe('');
    expect(one('server/usecases/a.ts', "import { type Store, x } from '../store/store.ts';\nx;")).toContain(
      'types only',
    );
  });

  test('cycles: a ring of two and of three', () => {
    const ring = { 'protocol/kit/a.ts': "import './b.ts';", 'protocol/kit/b.ts': "import './c.ts';" };
    expect(plant({ ...ring, 'protocol/kit/c.ts': 'export const c = 1;' })).toEqual([]);
    expect(plant({ ...ring, 'protocol/kit/c.ts': "import './a.ts';" }).join()).toContain('import each other');
    expect(plant({ ...ring, 'protocol/kit/c.ts': "import type { A } from './b.ts';" }).join()).toContain('third file');
  });

  test('barrels: a file of re-exports, and a star', () => {
    expect(one('protocol/kit/all.ts', "export { a } from './a.ts';\nexport type { B } from './b.ts';")).toContain(
      'Delete it',
    );
    expect(one('protocol/kit/all.ts', "export * from './a.ts';\nexport const x = 1;")).toContain('export *');
    expect(one('protocol/kit/index.ts', 'export const x = 1;')).toContain('index files');
  });

  test('reach: schemas by way of a file that may import them', () => {
    const files = {
      'console/main.tsx': "import '../protocol/client/a.ts';",
      'protocol/client/a.ts': "import '../wire/b.ts';",
      'protocol/wire/schemas.ts': "import { z } from 'zod';\nexport const s = z;",
    };
    const value = plant({ ...files, 'protocol/wire/b.ts': "import { s } from './schemas.ts';\ns;" }).join('\n');
    expect(value).toContain('A browser would load protocol/wire/schemas.ts (console/main.tsx → protocol/client/a.ts');
    const types = plant({ ...files, 'protocol/wire/b.ts': "import type { s } from './schemas.ts';" }).join('\n');
    expect(types).not.toContain('A browser would load');
  });

  test.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'setTimeout(() => {}, 5)',
    'globalThis.setInterval(() => {}, 5)',
    'performance.now()',
    '(Date as unknown as { now(): number }).now()',
    'crypto.randomUUID()',
    'AbortSignal.timeout(5)',
  ])('clocks: %s outside of the clock rooms', (expression) => {
    const source = `export const x = ${expression};`;
    expect(one('server/usecases/a.ts', source)).toContain('Take a Clock');
    expect(one('widget/ui/a.ts', source)).toContain('Take a Clock');
    expect(one('server/platform/a.ts', source)).toBe('');
    expect(one('widget/browser/a.ts', source)).toBe('');
  });

  test('clocks: types, keys and properties of that name are none', () => {
    const source = 'export const f = (at: Date, more: { performance: number }) => [at, more.performance, { Date: 1 }];';
    expect(one('server/domain/a.ts', source)).toBe('');
  });

  test.each([
    ['server/domain/routing-helper.ts', 'export const x = 1;', '"helper" says nothing'],
    ['server/utils/a.ts', 'export const x = 1;', '"utils" says nothing'],
    ['server/domain/sendMessage.ts', 'export const x = 1;', 'lower case with hyphens'],
    ['server/domain/a.ts', 'export function loadData() {}', 'the word "data"'],
    ['server/domain/a.ts', 'export class SessionManager {}', 'the word "manager"'],
    ['server/domain/a.ts', 'export const VISITOR_INFO = 1;', 'the word "info"'],
  ])('names: %s %s', (path, source, expected) => {
    expect(one(path, source)).toContain(expected);
  });

  test.each([
    ['a part', 'const words = strings.thread;'],
    ['a list', 'const ALL = Object.keys(strings.outcomes) as string[];'],
    ['a call', 'export const NAMES = [{ name: strings.many(2) }];'],
  ])('words: read while the file is loaded, %s', (_, source) => {
    const file = (line: string) => one('console/ui/a.tsx', `import { strings } from './strings.ts';\n${line}`);
    expect(file(source)).toContain('inside the function');
    expect(file('export const read = () => strings.title;\nexport type Titles = typeof strings;')).toBe('');
  });

  test('names: commands are orders, facts are past', () => {
    const events = (source: string) => one('protocol/wire/events.ts', source);
    expect(events("export type VisitorCommands = { 'message:send': 1 };")).toBe('');
    expect(events("export type VisitorCommands = { 'message:added': 1 };")).toContain('as an order');
    expect(events('export type VisitorCommands = { sendMessage: 1 };')).toContain('noun:verb');
    expect(events("interface SharedFacts { 'entry:add': 1 }")).toContain('in the past');
    expect(events("export type AgentFacts = SharedFacts & { 'inbox:move': 1 };")).toContain('in the past');
  });

  test('lengths: 300 lines a file and 70 a function, blanks and comments aside', () => {
    const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');
    expect(one('server/domain/a.ts', lines(300, 'f();'))).toBe('');
    expect(one('server/domain/a.ts', lines(301, 'f();'))).toContain('at most 300');
    const long = (count: number) => `export function f() {\n${lines(count, '  g();')}\n${lines(99, '// why\n')}\n}`;
    expect(one('server/domain/a.ts', long(68))).toBe('');
    expect(one('server/domain/a.ts', long(69))).toContain('at most 70');
    const suite = (line: string) => `export function suite() {\n${lines(99, line)}\n}`;
    expect(one('test/contract/a.ts', suite("test('x', () => {});"))).toBe('');
    expect(one('test/contract/a.ts', suite('prepare();'))).toContain('at most 70');
    expect(one('test/contract/a.ts', suite('test.setTimeout(5);'))).toContain('at most 70');
  });

  test.each(['test.skip', 'describe.only', 'it.todo', 'test.fixme'])('honest tests: %s', (call) => {
    expect(one('test/unit/a.test.ts', `${call}('x', () => {});`)).toContain('make the test run');
  });

  test('honest tests: sleeps', () => {
    expect(one('test/flow/a.test.ts', 'await new Promise((resolve) => setTimeout(resolve, 50));')).toContain('A sleep');
    expect(one('test/browser/a.spec.ts', 'await page.waitForTimeout(500);')).toContain('A sleep is not a reason');
  });

  test('a file that does not parse is an error, not a pass', () => {
    expect(() => plant({ 'server/domain/a.ts': 'export const = ;' })).toThrow('does not parse');
  });
});
