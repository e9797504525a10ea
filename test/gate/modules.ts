import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** One source file as the rules see it. Paths are relative to the top, with forward slashes. */
export interface Module {
  path: string;
  source: string;
  program: Node;
  comments: { start: number; end: number }[];
  imports: Import[];
}

export interface Import {
  /** A path of this repository, a package's name (`@scope/name`), or `node:…`. */
  to: string;
  kind: 'file' | 'package' | 'node';
  /** Gone after compilation: `import type`, or only types inside the braces. */
  typeOnly: boolean;
  dynamic: boolean;
  line: number;
}

export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

export interface Violation {
  path: string;
  line: number;
  /** What is wrong and what to do, one sentence each. */
  message: string;
}

const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'data']);
const CODE = /\.(?:ts|tsx)$/;

export function readModules(top: string): Module[] {
  return listFiles(top)
    .filter((path) => CODE.test(path))
    .map((path) => parseModule(path, readFileSync(join(top, path), 'utf8')));
}

function listFiles(top: string): string[] {
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else found.push(relative(top, path).split(sep).join('/'));
    }
  };
  visit(top);
  return found.sort();
}

/** Throws on a file that does not parse: a rule that sees half a file would be a rule that does not bite. */
export function parseModule(path: string, source: string): Module {
  const parsed = parseSync(path, source, { lang: path.endsWith('x') ? 'tsx' : 'ts', sourceType: 'module' });
  const [error] = parsed.errors;
  if (error) throw new Error(`${path} does not parse: ${error.message}`);
  const program = parsed.program as unknown as Node;
  const module: Module = { path, source, program, comments: parsed.comments, imports: [] };
  walk(program, (node) => {
    const found = importOf(node);
    if (found) module.imports.push({ ...resolve(path, found.from), ...found, line: lineOf(module, node) });
  });
  return module;
}

function importOf(node: Node): { from: string; typeOnly: boolean; dynamic: boolean } | undefined {
  const from = (node.source as { value?: unknown } | null | undefined)?.value;
  if (typeof from !== 'string') return undefined;
  if (node.type === 'TSImportType') return { from, typeOnly: true, dynamic: false };
  if (node.type === 'ImportExpression') return { from, typeOnly: false, dynamic: true };
  if (!/^(?:Import|Export)\w*Declaration$/.test(node.type)) return undefined;
  const specifiers = (node.specifiers ?? []) as { importKind?: string; exportKind?: string }[];
  const onlyTypes = specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type');
  const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || onlyTypes;
  return { from, typeOnly, dynamic: false };
}

function resolve(path: string, from: string): Pick<Import, 'to' | 'kind'> {
  if (from.startsWith('.')) {
    const file = from.replace(/\?.*$/, '');
    return { to: posix.normalize(posix.join(posix.dirname(path), file)), kind: 'file' };
  }
  if (from.startsWith('node:')) return { to: from, kind: 'node' };
  return {
    to: from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/'),
    kind: 'package',
  };
}

/** Visits every node, types too; `visit` answers `false` to leave out what is below. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => unknown, parent?: Node): void {
  if (visit(node, parent) === false) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string') {
        walk(child as Node, visit, node);
      }
    }
  }
}

export function lineOf(module: Module, node: Node): number {
  return lineAt(module, node.start);
}

export function lineAt(module: Module, offset: number): number {
  return module.source.slice(0, offset).split('\n').length;
}
