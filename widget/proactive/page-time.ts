import type { Address } from './address.ts';
import type { Moment } from './choose.ts';
import type { PageSaid } from './page-said.ts';

/** A page that slept did not show itself for so long. */
const TICK_MS_MAX = 2_000;

export interface PagePorts {
  address(): Address;
  isVisible(): boolean;
  scrolledPercent(): number;
}

/** What has happened on this page so far. Where it draws itself anew, another address is another page (X3). */
export function createPageTime(ports: PagePorts) {
  let here = nameOf(ports.address());
  let [onPageMs, scrolledPercent, scriptError] = [0, 0, false];
  const said: PageSaid = { cart: null, currency: '', returning: false, events: [] };

  let moved = false;
  /** How far down the page before was left: a router takes its time to go up. */
  let leftAt: number | null = null;

  const arrive = (): Address => {
    const address = ports.address();
    const next = nameOf(address);
    if (next !== here) {
      here = next;
      [onPageMs, scrolledPercent, scriptError, moved] = [0, 0, false, true];
      said.events = [];
      leftAt = ports.scrolledPercent();
    }
    return address;
  };

  return {
    said,
    /** Before anything is counted: what happens right after the address changed is of the new page. */
    arrive(): PageSaid {
      arrive();
      return said;
    },
    /** The address, where it is another one than before. */
    pass(ms: number): Address | null {
      const address = arrive();
      if (ports.isVisible()) onPageMs += Math.min(ms, TICK_MS_MAX);
      const down = ports.scrolledPercent();
      if (down !== leftAt) [leftAt, scrolledPercent] = [null, Math.max(scrolledPercent, down)];
      const isOther = moved;
      moved = false;
      return isOther ? address : null;
    },
    fail() {
      arrive();
      scriptError = true;
    },
    moment: (): Pick<Moment, 'address' | 'onPageMs' | 'scrolledPercent' | 'scriptError' | 'cart' | 'events'> => ({
      ...{ address: ports.address(), onPageMs, scrolledPercent, scriptError },
      ...{ cart: said.cart, events: said.events },
    }),
  };
}

/** A hash is a place on the page, unless the page writes its routes there. */
function nameOf({ origin, path, search, hash }: Address): string {
  return origin + path + search + (/^#!?\//.test(hash) ? hash : '');
}
