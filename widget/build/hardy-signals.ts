import type { Plugin } from 'vite';

/**
 * A page may have frozen what every object inherits from. There an assignment to an inherited name throws, which would keep the whole
 * panel away: the library gives its signals a `valueOf` and a `toString` in this way. Nothing here asks for them, so they stay
 * out (decision 0157).
 */
export function hardySignals(): Plugin {
  const conveniences =
    /\b\w+\.prototype\.(?:valueOf|toString)\s*=\s*function\(\)\s*\{\s*return this\.value(?:\s*\+\s*"")?;?\s*\}[;,]/g;
  return {
    name: 'deskbell:hardy-signals',
    applyToEnvironment: (environment) => environment.name === 'widget',
    transform: {
      filter: { id: /\/@preact\/signals-core\/dist\// },
      handler(code) {
        const found = code.match(conveniences)?.length;
        if (found !== 2) this.error(`The signals have ${found ?? 'none'} of their two conveniences: look again.`);
        return { code: code.replace(conveniences, ''), map: null };
      },
    },
  };
}
