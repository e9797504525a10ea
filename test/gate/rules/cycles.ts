import type { Module, Violation } from '../modules.ts';

/** Files that import each other in a ring, types included: data goes one way. */
export function findCycles(modules: Module[]): Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const found: Violation[] = [];

  const visit = (module: Module) => {
    state.set(module.path, 'open');
    trail.push(module.path);
    for (const one of module.imports) {
      const target = byPath.get(one.to);
      if (!target) continue;
      const seen = state.get(target.path);
      if (seen === undefined) visit(target);
      if (seen === 'open') {
        const ring = [...trail.slice(trail.indexOf(target.path)), target.path].join(' → ');
        const message = `These files import each other: ${ring}. Move what both need into a third file.`;
        found.push({ path: module.path, line: one.line, message });
      }
    }
    trail.pop();
    state.set(module.path, 'done');
  };
  for (const module of modules) if (!state.has(module.path)) visit(module);
  return found;
}
