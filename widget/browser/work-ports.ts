import { sha256 } from '@noble/hashes/sha2.js';
import type { SearchPorts } from '../model/search.ts';

/** What a browser works with (J18): `crypto.subtle` is missing where the page came without TLS. */
export function workPorts(): SearchPorts {
  const spelled = new TextEncoder();
  return { hash: (text) => sha256(spelled.encode(text)), now: () => performance.now(), nextTurn };
}

/** After whatever waits. Not a timer: in a tab that nobody looks at those come once in a second. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
