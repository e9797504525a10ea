import type { Module, Violation } from '../modules.ts';

/** Where the programs that run in a browser begin. */
export const BROWSER_ENTRIES = [
  'widget/main.tsx',
  'widget/embed/loader.ts',
  'widget/proactive/main.ts',
  'widget/check/main.ts',
  'widget/frame/outside.ts',
  'widget/frame/inside.ts',
  'console/main.tsx',
  'console/worker/main.ts',
  'console/speak-first.ts',
];
const NEVER_IN_A_BROWSER = /^(?:protocol\/wire\/(?:[a-z]+-)?schemas\.ts|server\/.*|zod|node:.*)$/;

/** The schema library weighs more than the widget: nothing that a browser loads may reach it, by whatever way. */
export function findServerCodeInBrowsers(modules: Module[]): Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const found: Violation[] = [];
  const seen = new Set<string>();
  const visit = (module: Module, way: string[]) => {
    if (seen.has(module.path)) return;
    seen.add(module.path);
    const trail = [...way, module.path];
    for (const one of module.imports) {
      if (one.typeOnly) continue;
      if (NEVER_IN_A_BROWSER.test(one.to)) {
        const message = `A browser would load ${one.to} (${trail.join(' → ')}). Import its types only, or check on the server.`;
        found.push({ path: module.path, line: one.line, message });
      }
      const target = byPath.get(one.to);
      if (target) visit(target, trail);
    }
  };
  for (const entry of BROWSER_ENTRIES) {
    const module = byPath.get(entry);
    if (module) visit(module, []);
  }
  return found;
}
