import { lineAt, lineOf, type Module, type Node, type Violation, walk } from '../modules.ts';

const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 70;
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Blanks and comments do not count: they make a file longer and easier. */
export function findLongCode(modules: Module[]): Violation[] {
  return modules.flatMap((module) => {
    const counts = countCodeLines(module);
    const found: Violation[] = [];
    const total = counts.filter(Boolean).length;
    if (total > FILE_LINES_MAX) {
      const message = `${total} lines of code; at most ${FILE_LINES_MAX}. Split it by what changes together.`;
      found.push({ path: module.path, line: 1, message });
    }
    walk(module.program, (node, parent) => {
      if (!FUNCTIONS.has(node.type) || isSuite(node, parent)) return;
      const first = lineOf(module, node);
      const length = counts.slice(first - 1, lineAt(module, node.end)).filter(Boolean).length;
      if (length <= FUNCTION_LINES_MAX) return;
      const message = `A function of ${length} lines; at most ${FUNCTION_LINES_MAX}. Give its steps names of their own.`;
      found.push({ path: module.path, line: first, message });
    });
    return found;
  });
}

/** `describe`, and a function whose own statements are tests, hold tests as a file holds functions. */
function isSuite(node: Node, parent: Node | undefined): boolean {
  if (calleeOf(parent) === 'describe') return true;
  const statements = (node.body as Node | undefined)?.body;
  if (!Array.isArray(statements)) return false;
  return (statements as Node[]).some(({ expression }) => {
    const call = expression as Node | undefined;
    // A name and what is done: `test.setTimeout(…)` holds nothing.
    return ['describe', 'it', 'test'].includes(calleeOf(call) ?? '') && ((call?.arguments ?? []) as Node[]).length > 1;
  });
}

/** The first name of what is called: `test` for `test(…)`, `test.each(…)(…)`. */
function calleeOf(call: Node | undefined): string | undefined {
  const callee = call?.callee as Node | undefined;
  if (!callee) return undefined;
  if (callee.type === 'CallExpression') return calleeOf(callee);
  return ((callee.object as Node | undefined)?.name ?? callee.name) as string | undefined;
}

/** For each line whether it holds code. */
function countCodeLines(module: Module): boolean[] {
  let blanked = module.source;
  for (const comment of module.comments) {
    const kept = blanked.slice(comment.start, comment.end).replace(/[^\n]/g, ' ');
    blanked = blanked.slice(0, comment.start) + kept + blanked.slice(comment.end);
  }
  return blanked.split('\n').map((line) => line.trim() !== '');
}
