import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * The loader once more, under addresses that never change their content, for pages that pin it with `integrity`: one in each
 * language, since what is pinned cannot be spoken while it is served (W33). They stand beside the panel's module, so their
 * address for that loses a folder.
 */
export function pinnedLoader(codes: readonly string[], speak: (text: string, code: string) => string): Plugin {
  return {
    name: 'deskbell:pinned-loader',
    applyToEnvironment: (environment) => environment.name === 'loader',
    generateBundle(_options, bundle) {
      const loader = bundle['deskbell.js'];
      if (loader?.type !== 'chunk') return this.error('The loader is not where it was.');
      const parts = loader.code.split(/w\/(?=(?:widget|frame)-)/);
      if (parts.length !== 3) return this.error('The loader names its panel elsewhere than it did.');
      const english = parts.join('');
      for (const code of codes) {
        const source = speak(english, code);
        if (code !== 'en' && source === english) this.error(`The loader has no words that could be ${code}.`);
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
        this.emitFile({ type: 'asset', fileName: `w/deskbell-${code}-${hash}.js`, source });
      }
    },
  };
}
