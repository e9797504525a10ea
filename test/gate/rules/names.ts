import { lineOf, type Module, type Node, type Violation } from '../modules.ts';

const FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:contract|flow|fuzz|test|spec|config))*\.tsx?$/;
const HOLLOW_WORDS = ['data', 'info', 'manager', 'util', 'utils', 'helper', 'helpers'];
const COMMAND = /^[a-z]+:[a-z]+$/;
/** Facts are past; these three say it without an -ed. */
const FACTS_WITHOUT_ED = new Set(['session:ready', 'heads:told', 'server:closing']);

/** Names say what a thing is; the vocabulary keeps its form. */
export function findPoorNames(modules: Module[]): Violation[] {
  return modules.flatMap((module) => [...fileName(module), ...exportedNames(module), ...vocabulary(module)]);
}

function fileName(module: Module): Violation[] {
  const name = module.path.split('/').at(-1) ?? '';
  const found: string[] = [];
  if (!FILE.test(name)) found.push(`Name files in lower case with hyphens: "${name}".`);
  if (name.startsWith('index.')) found.push('Name the file after what it holds; index files become barrels.');
  for (const part of module.path.replace(/\.\w+$/, '').split('/')) {
    const hollow = part.split(/[-.]/).find((word) => HOLLOW_WORDS.includes(word));
    if (hollow) found.push(`"${hollow}" says nothing: name what ${part} does or holds.`);
  }
  return found.map((message) => ({ path: module.path, line: 1, message }));
}

function exportedNames(module: Module): Violation[] {
  const found: Violation[] = [];
  for (const node of module.program.body as Node[]) {
    const declaration = node.declaration as Node | null | undefined;
    if (node.type !== 'ExportNamedDeclaration' || !declaration) continue;
    for (const name of declaredNames(declaration)) {
      const hollow = words(name).find((word) => HOLLOW_WORDS.includes(word));
      if (!hollow) continue;
      const message = `"${name}": the word "${hollow}" says nothing; name what it does or holds.`;
      found.push({ path: module.path, line: lineOf(module, node), message });
    }
  }
  return found;
}

function declaredNames(declaration: Node): string[] {
  const own = declaration.id as { name?: string } | null | undefined;
  if (own?.name) return [own.name];
  const list = (declaration.declarations ?? []) as { id: { name?: string } }[];
  return list.flatMap((one) => (one.id.name ? [one.id.name] : []));
}

function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');
}

function vocabulary(module: Module): Violation[] {
  if (module.path !== 'protocol/wire/events.ts') return [];
  const found: Violation[] = [];
  for (const [table, node, name] of tableKeys(module)) {
    const past = name.endsWith('ed') || FACTS_WITHOUT_ED.has(name);
    const say = (message: string) => found.push({ path: module.path, line: lineOf(module, node), message });
    if (!COMMAND.test(name)) say(`"${name}" is not of the form noun:verb in lower case.`);
    else if (table.endsWith('Commands') && past) say(`The command "${name}" reads like a fact: write it as an order.`);
    else if (table.endsWith('Facts') && !past) say(`The fact "${name}" reads like an order: write it in the past.`);
  }
  return found;
}

function tableKeys(module: Module): [table: string, node: Node, name: string][] {
  const found: [string, Node, string][] = [];
  for (const statement of module.program.body as Node[]) {
    const declaration = (statement.declaration ?? statement) as Node;
    const table = (declaration.id as { name?: string } | undefined)?.name ?? '';
    if (!/(?:Commands|Facts)$/.test(table)) continue;
    collectKeys(declaration, (node, name) => found.push([table, node, name]));
  }
  return found;
}

/** Only the outermost members are the vocabulary; what they carry has names of its own. */
function collectKeys(declaration: Node, add: (node: Node, name: string) => void): void {
  const type = declaration.typeAnnotation as Node | undefined;
  const parts = (type?.types as Node[] | undefined) ?? (type ? [type] : []);
  const body = declaration.body as { body?: Node[] } | undefined;
  const members = [...parts.flatMap((part) => (part.members as Node[] | undefined) ?? []), ...(body?.body ?? [])];
  for (const member of members) {
    const key = member.key as { value?: unknown; name?: string } | undefined;
    if (key) add(member, String(key.value ?? key.name));
  }
}
