import type { Block } from '../../../protocol/wire/people.ts';
import { BLOCKS_MAX } from '../../../protocol/wire/people-limits.ts';
import type { KeptBlock } from '../../store/people-store.ts';
import type { Store } from '../../store/store.ts';
import type { Context, VisitorSubject } from '../context.ts';

/**
 * Who is blocked, as last read (J9): asked for with everything a visitor writes, so it is in memory; read again every few seconds
 * for what another relay changed, and at once for what was changed here.
 */
export class BlockBook {
  #byVisitor = new Map<string, KeptBlock>();
  #byAddress = new Map<string, KeptBlock>();

  fill(blocks: readonly KeptBlock[]): void {
    this.#byVisitor = new Map();
    this.#byAddress = new Map();
    for (const block of blocks) {
      for (const id of block.profiles) this.#byVisitor.set(id, block);
      if (block.addressHash) this.#byAddress.set(`${block.siteId} ${block.addressHash}`, block);
    }
  }

  ofVisitor(visitorId: string, now: number): KeptBlock | undefined {
    return holds(this.#byVisitor.get(visitorId), now);
  }

  /** The visitor, the browser that acts for her, or where she writes from. */
  find(context: Pick<Context, 'ids' | 'identities'>, subject: VisitorSubject, now: number): KeptBlock | undefined {
    const own = this.#byVisitor.size === 0 ? undefined : this.ofVisitor(subject.visitorId, now);
    if (own) return own;
    if (subject.browserId !== undefined && this.#byVisitor.size > 0) {
      const browser = this.ofVisitor(subject.browserId, now);
      if (browser) return browser;
    }
    if (this.#byAddress.size === 0 || subject.address === undefined) return undefined;
    const hash = hashAddress(context, subject.siteId, subject.address);
    return holds(this.#byAddress.get(`${subject.siteId} ${hash}`), now);
  }
}

function holds(block: KeptBlock | undefined, now: number): KeptBlock | undefined {
  return block && (block.until === null || block.until > now) ? block : undefined;
}

/** Keyed with the installation's own secret: whoever has the database alone cannot try all addresses. */
export function hashAddress(
  { ids, identities }: Pick<Context, 'ids' | 'identities'>,
  siteId: string,
  address: string,
): string {
  return ids.hash(`${identities.secretOf('blocks', 'addresses')} ${siteId} ${address}`);
}

/** Of an address nobody is told more than that there is one. */
export function shownBlock({ addressHash, profiles: _, ...block }: KeptBlock): Block {
  return { ...block, address: addressHash !== null };
}

/** One for each store, so that two relays in one process (tests) never share it. */
const books = new WeakMap<Store, BlockBook>();

export function blockBookOf(store: Store): BlockBook {
  let book = books.get(store);
  if (!book) {
    book = new BlockBook();
    books.set(store, book);
  }
  return book;
}

export async function rereadBlocks({ store, clock }: Context): Promise<void> {
  blockBookOf(store).fill(await store.listBlocks({ now: clock.now(), limit: BLOCKS_MAX }));
}
