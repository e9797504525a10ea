import { lineOf, type Module, type Node, type Violation, walk } from '../modules.ts';

/** Where real time and real chance come in; everywhere else they are arguments, so that tests can turn them. */
const CLOCK_ROOMS =
  /^(?:test|bench|demo)\/|^(?:widget|console)\/(?:browser\/|main\.tsx$)|^widget\/(?:(?:proactive|check)\/main|frame\/outside)\.ts$|^server\/(?:platform|cli)\/|^vite\.config\.ts$/;
/** Not time but the end of a turn: commits that arrive together wait for it. */
const TURN_ROOMS = /^server\/store\//;
/** No model runs in the loader, and it weighs every byte. */
const LOADER = /^widget\/embed\//;
const GLOBALS = new Set(['Date', 'setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'performance']);
const MEMBERS = new Set(['Math.random', 'AbortSignal.timeout', 'crypto.randomUUID', 'crypto.getRandomValues']);
const HOLDERS = new Set(['window', 'globalThis', 'self']);

/** Finds clocks, timers and chance outside of the rooms that hold them. */
export function findHiddenClocks(modules: Module[]): Violation[] {
  return modules
    .filter((module) => !CLOCK_ROOMS.test(module.path) && !LOADER.test(module.path))
    .flatMap((module) => {
      const found: Violation[] = [];
      walk(module.program, (node, parent) => {
        if (isTypeOnly(node)) return false;
        const name = globalName(node, parent);
        if (name && !(name === 'setImmediate' && TURN_ROOMS.test(module.path))) {
          const message = `"${name}" hides a clock or chance. Take a Clock, Random or ids as an argument; real ones live in */browser and server/platform.`;
          found.push({ path: module.path, line: lineOf(module, node), message });
        }
        return true;
      });
      return found;
    });
}

/** Types name Date without reading a clock. Wrappers such as `x as T` hold an expression: those are visited. */
function isTypeOnly(node: Node): boolean {
  const wrappers = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion'];
  return node.type.startsWith('TS') && !wrappers.includes(node.type);
}

function globalName(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression') {
    const object = node.object as Node;
    const property = node.property as Node;
    const member = `${String(object.name)}.${String(property.name)}`;
    if (MEMBERS.has(member)) return member;
    if (HOLDERS.has(String(object.name)) && GLOBALS.has(String(property.name))) return member;
  }
  if (node.type !== 'Identifier' || !GLOBALS.has(String(node.name))) return undefined;
  const isPropertyName = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
  const isKey = /Property|MethodDefinition/.test(parent?.type ?? '') && parent?.key === node && !parent.shorthand;
  return isPropertyName || isKey ? undefined : String(node.name);
}
