import { lineOf, type Module, type Node, type Violation, walk } from '../modules.ts';

const SWITCHED_OFF = new Set(['only', 'skip', 'todo', 'fixme', 'skipIf', 'runIf', 'fails']);
const TESTS = new Set(['test', 'it', 'describe']);

/** A test that is switched off, waits for luck, or is tried again proves nothing. */
export function findDishonestTests(modules: Module[]): Violation[] {
  return modules
    .filter((module) => module.path.startsWith('test/'))
    .flatMap((module) => {
      const found: Violation[] = [];
      const say = (node: Node, message: string) =>
        found.push({ path: module.path, line: lineOf(module, node), message });
      walk(module.program, (node) => {
        if (node.type === 'CallExpression' && isSleep(module.source.slice(node.start, node.end))) {
          say(node, 'A sleep is not a reason: turn the manual clock, or wait for what must happen.');
        }
        if (node.type !== 'MemberExpression') return;
        const owner = String((node.object as Node).name);
        const name = String((node.property as Node).name);
        if (TESTS.has(owner) && SWITCHED_OFF.has(name))
          say(node, `"${owner}.${name}": make the test run, or delete it.`);
        if (name === 'waitForTimeout') say(node, 'A sleep is not a reason: wait for what the person would see.');
      });
      return found;
    });
}

/** `setTimeout(resolve, 50)`: a promise that waits for nothing but time. */
function isSleep(call: string): boolean {
  return /^setTimeout\(\w+, ?[\w.]+\)$/.test(call);
}
