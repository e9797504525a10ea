import { lineOf, type Module, type Node, type Violation } from '../modules.ts';

/** Files that only pass on what others export hide who uses what. */
export function findBarrels(modules: Module[]): Violation[] {
  return modules.flatMap((module) => {
    const body = module.program.body as Node[];
    const passedOn = body.filter((node) => node.type.startsWith('Export') && node.source);
    const star = passedOn.find((node) => node.type === 'ExportAllDeclaration');
    const real = body.filter((node) => !passedOn.includes(node) && node.type !== 'ImportDeclaration');
    if (star) {
      const message = '"export *" hides where a name comes from. Let readers import from the file that defines it.';
      return [{ path: module.path, line: lineOf(module, star), message }];
    }
    if (passedOn.length > 0 && real.length === 0) {
      const message = 'This file only passes on exports. Delete it and import from the files that define them.';
      return [{ path: module.path, line: 1, message }];
    }
    return [];
  });
}
