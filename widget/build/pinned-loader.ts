import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * The loader once more, under an address that never changes its content, for pages that pin it with `integrity`. It
 * stands beside the panel's module, so its address for that loses a folder.
 */
export function pinnedLoader(): Plugin {
  return {
    name: 'deskbell:pinned-loader',
    applyToEnvironment: (environment) => environment.name === 'loader',
    generateBundle(_options, bundle) {
      const loader = bundle['deskbell.js'];
      if (loader?.type !== 'chunk') return this.error('The loader is not where it was.');
      const parts = loader.code.split('w/widget-');
      if (parts.length !== 2) return this.error('The loader names its panel elsewhere than it did.');
      const source = parts.join('widget-');
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      this.emitFile({ type: 'asset', fileName: `w/deskbell-${hash}.js`, source });
    },
  };
}
