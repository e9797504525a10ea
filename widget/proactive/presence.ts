import type { PresenceOut } from '../../protocol/wire/people.ts';
import type { Address } from './address.ts';

export interface Invited {
  id: string;
  text: string;
}
export type InviteState = 'seen' | 'dismissed' | 'accepted';

export interface PresencePorts {
  site: string;
  /** 128 random bits, the same while this tab is open where the owner's privacy allows it. */
  key: string;
  address(): Address;
  title(): string;
  language(): string;
  returning(): boolean;
  cart(): number | null;
  currency(): string;
  /** Null: it could not be asked, or was ended by `stop`. */
  ask(body: string): Promise<PresenceOut | null>;
  /** Ends the question that waits. */
  stop(): void;
  after(ms: number, run: () => void): void;
  /** The visitor's page shows it when she is free. */
  invite(invited: Invited): void;
}

/** After an answer, after a failure, and for a page that goes on failing, ms. */
const AGAIN_MS = 200;
const RETRY_MS = [2_000, 10_000, 60_000] as const;

/**
 * J10: says which page is looked at and waits for an answer; asks anew when the page is another one or an invitation was seen.
 * Only where the owner turned it on; the relay's `off` ends it.
 */
export function createPresence(ports: PresencePorts) {
  let said = '';
  let turn = 0;
  let failures = 0;
  let invite = '';
  let ended = false;

  /** Spelled by hand: what libraries put on all objects is not sent (X10). */
  const spell = () => {
    const { origin, path } = ports.address();
    const [cart, currency] = [ports.cart(), ports.currency()];
    return (
      `{"site":${JSON.stringify(ports.site)},"key":${JSON.stringify(ports.key)},` +
      `"url":${JSON.stringify((origin + path).slice(0, 2_000))},"title":${JSON.stringify(ports.title().slice(0, 200))},` +
      `"language":${JSON.stringify(ports.language())},"returning":${ports.returning()},"cart":${cart === null ? 'null' : cart}${currency && `,"currency":${JSON.stringify(currency)}`}${invite}}`
    );
  };
  const ask = () => {
    turn += 1;
    const mine = turn;
    said = spell();
    void ports.ask(said).then((out) => {
      if (ended || mine !== turn) return;
      if (out?.off) {
        ended = true;
        return;
      }
      failures = out ? 0 : failures + 1;
      if (out?.invite) ports.invite(out.invite);
      const wait = out ? AGAIN_MS : (RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? AGAIN_MS);
      ports.after(wait, () => {
        if (!ended && mine === turn) ask();
      });
    });
  };
  const again = () => {
    ports.stop();
    ask();
  };

  return {
    /** Looks whether anything is other than it was told. */
    tick() {
      if (ended || spell() === said) return;
      if (turn === 0) ask();
      else again();
    },
    report(id: string, state: InviteState) {
      invite = `,"invite":{"id":${JSON.stringify(id)},"state":"${state}"}`;
      if (!ended) again();
    },
    end() {
      ended = true;
      ports.stop();
    },
  };
}
