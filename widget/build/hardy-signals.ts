import type { Plugin } from 'vite';

/**
 * A page may have frozen what every object inherits from. There an assignment to an inherited name throws, which would keep the whole
 * panel away: the library gives its signals a `valueOf`, a `toString` and a `toJSON` in this way. Nothing here asks for them, so
 * they stay out (decision 0157).
 */
export function hardySignals(): Plugin {
  const conveniences =
    /\b\w+\.prototype\.(?:valueOf|toString|toJSON)\s*=\s*function\(\)\s*\{\s*return this\.value(?:\s*\+\s*"")?;?\s*\}[;,]/g;
  return {
    name: 'deskbell:hardy-signals',
    applyToEnvironment: (environment) => environment.name === 'widget',
    transform: {
      filter: { id: /\/@preact\/signals-core\/dist\// },
      handler(code) {
        const found = code.match(conveniences)?.length;
        if (found !== 3) this.error(`The signals have ${found ?? 'none'} of their three conveniences: look again.`);
        return { code: code.replace(conveniences, ''), map: null };
      },
    },
  };
}
