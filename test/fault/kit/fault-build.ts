import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBuilder, type Plugin } from 'vite';

/**
 * The product's own server build with four files exchanged: failpoints that work, budgets that twenty senders do not
 * exhaust, a clock that can be set, one more migration to be killed in. Everything else is what people run.
 */
const top = fileURLToPath(new URL('../../..', import.meta.url));
/** Inside the package, so that its dependencies and dist/public are found. */
const OUT_DIR = 'node_modules/.cache/deskbell-fault';
const EXCHANGED: Record<string, string> = {
  'protocol/kit/failpoint.ts': 'live-failpoint.ts',
  'server/gateway/allowances.ts': 'lifted-allowances.ts',
  'server/platform/system-clock.ts': 'shifted-clock.ts',
  'server/store/migrations/all-migrations.ts': 'more-migrations.ts',
};

export const faultCli = join(top, OUT_DIR, 'cli.js');

export async function buildFaultRelay(): Promise<void> {
  const builder = await createBuilder({
    root: top,
    configFile: join(top, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [exchange()],
    environments: { ssr: { build: { outDir: join(top, OUT_DIR), emptyOutDir: true } } },
  });
  const { ssr } = builder.environments;
  if (!ssr) throw new Error('The build has no server.');
  await builder.build(ssr);
  if (!existsSync(faultCli)) throw new Error(`The fault suite's build left no ${faultCli}.`);
}

function exchange(): Plugin {
  const left = new Set(Object.keys(EXCHANGED));
  return {
    name: 'deskbell:fault-build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const name = found?.id.startsWith(top) ? found.id.slice(top.length) : '';
      if (!EXCHANGED[name]) return null;
      const other = fileURLToPath(new URL(EXCHANGED[name], import.meta.url));
      // A stand-in may build on what it stands in for.
      if (importer === other) return null;
      left.delete(name);
      return other;
    },
    buildEnd(error) {
      if (!error && left.size > 0)
        this.error(`The server no longer uses ${[...left].join(', ')}: look at the fault build again.`);
    },
  };
}
