import { lineOf, type Module, type Node, type Violation, walk } from '../modules.ts';

const WORDS = /^console\/ui\/(?:.*\/)?(?:strings(?:-of-[a-z-]+)?|[a-z-]+-strings)\.ts$/;
const LATER = /^Function|^ArrowFunction|^MethodDefinition$|^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)/;
/** What is loaded once the language is chosen, the languages, and what joins the parts. */
const CHOSEN = /^console\/(?:main\.tsx$|ui\/strings\.ts$|ui\/languages\/)/;
/** Words of the file's own: `export const boardWords = inLanguage('board', …)`. */
const FILLED = 'inLanguage';

/** Words are read when something is drawn: at module level the language has perhaps not been chosen, and stays what it was. */
export function findWordsReadEarly(modules: Module[]): Violation[] {
  return modules.filter(({ path }) => path.startsWith('console/') && !CHOSEN.test(path)).flatMap(readEarly);
}

function readEarly(module: Module): Violation[] {
  const names = new Set([...importedWords(module), ...ownWords(module)]);
  if (names.size === 0) return [];
  const found: Violation[] = [];
  for (const statement of module.program.body as Node[]) {
    if (statement.type === 'ImportDeclaration') continue;
    walk(statement, (node, parent) => {
      if (LATER.test(node.type)) return false;
      const name = node.type === 'Identifier' ? (node.name as string) : '';
      if (!names.has(name) || isOnlyNamed(node, parent)) return true;
      const message = `"${name}" is read when the file is loaded: read words inside the function that draws or says them.`;
      found.push({ path: module.path, line: lineOf(module, node), message });
      return true;
    });
  }
  return found;
}

/** A declaration's own name, a member's or a key's name, or what is handed on by `export { … }`. */
function isOnlyNamed(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'VariableDeclarator') return parent.id === node;
  if (parent?.type === 'MemberExpression') return parent.property === node && parent.computed !== true;
  if (parent?.type === 'Property') return parent.key === node && parent.shorthand !== true && parent.computed !== true;
  return parent?.type === 'ExportSpecifier';
}

function importedWords(module: Module): string[] {
  const files = new Set(module.imports.filter(({ to, typeOnly }) => !typeOnly && WORDS.test(to)).map(({ to }) => to));
  if (files.size === 0) return [];
  return (module.program.body as Node[])
    .filter((node) => node.type === 'ImportDeclaration' && node.importKind !== 'type')
    .filter((node) => [...files].some((file) => sameFile(file, (node.source as unknown as { value: string }).value)))
    .flatMap((node) => node.specifiers as { importKind?: string; local: { name: string } }[])
    .filter(({ importKind }) => importKind !== 'type')
    .map(({ local }) => local.name);
}

function sameFile(file: string, from: string): boolean {
  return file.split('/').at(-1) === from.split('/').at(-1);
}

function ownWords(module: Module): string[] {
  const found: string[] = [];
  for (const statement of module.program.body as Node[]) {
    const declaration = (statement.declaration ?? statement) as Node;
    if (declaration.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations as { id: { name?: string }; init: Node | null }[]) {
      const callee = (init?.callee as { name?: string } | undefined)?.name;
      if (callee === FILLED && id.name) found.push(id.name);
    }
  }
  return found;
}
