import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const server = fileURLToPath(new URL('..', import.meta.url));

/** The fault suite's instants are no part of the product: the calls that would do nothing go before files are cut, which would hand that nothing on from one to another. */
export function withoutFailpoints(): Plugin {
  return {
    name: 'deskbell:without-failpoints',
    applyToEnvironment: (environment) =>
      environment.config.consumer === 'server' &&
      !environment.getTopLevelConfig().plugins.some(({ name }) => name === 'deskbell:fault-build'),
    transform: {
      order: 'pre',
      handler: (code, id) =>
        id.startsWith(server) && code.includes('failpoint')
          ? { code: code.replaceAll(/^.*\bfailpoint(?:\('\w+'\);| \} from .*)$/gm, ''), map: null }
          : null,
    },
  };
}
