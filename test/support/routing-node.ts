import type { Clock } from '../../protocol/kit/clock.ts';
import { type Store, StoreUnavailable } from '../../server/store/store.ts';
import type { Context } from '../../server/usecases/context.ts';
import { keepPresence } from '../../server/usecases/keep-presence.ts';
import { resumePresence } from '../../server/usecases/resume-presence.ts';
import { createRoutingWorker } from '../../server/workers/routing-worker.ts';
import { createSweeper } from '../../server/workers/sweeper.ts';

/** Sees each choice just before it is stored, and hears when it was. */
export type Watch = (given: { conversationId: string; agentId: string; at: number }) => Promise<() => void>;

/** One relay of several over one store: its worker, its sweeper, its memory, and the agents who are connected to it. */
export class RoutingNode {
  /** What its use cases see. */
  readonly context: Context;
  readonly connected = new Set<string>();
  readonly failures: unknown[] = [];
  readonly #routing: ReturnType<typeof createRoutingWorker>;
  readonly #sweeper: ReturnType<typeof createSweeper>;
  isAlive = true;

  private constructor(context: Context, watch: Watch) {
    const store = this.#whileAlive(context.store, watch);
    this.context = { ...context, store };
    const parts = {
      ...{ store, clock: context.clock as Clock, tell: () => {} },
      onFailure: (_task: string, error: unknown) => {
        if (this.isAlive) this.failures.push(error);
      },
    };
    this.#routing = createRoutingWorker(parts);
    this.#sweeper = createSweeper({
      ...parts,
      wakeRouting: this.#routing.wake,
      listOpenSessions: () => [],
      keepPresence: () => this.renew(),
    });
  }

  /** As a relay begins (R8); its sweeper has not looked yet. */
  static async start(context: Context, watch: Watch): Promise<RoutingNode> {
    const node = new RoutingNode(context, watch);
    await resumePresence(node.context);
    node.#routing.start();
    return node;
  }

  async renew(): Promise<void> {
    if (this.isAlive) await keepPresence(this.context, [...this.connected]);
  }

  async sweep(): Promise<void> {
    if (this.isAlive) await this.#sweeper.sweep();
  }

  wake(): void {
    if (this.isAlive) this.#routing.wake();
  }

  idle(): Promise<void> {
    return this.#routing.idle();
  }

  /** In the middle of whatever it was doing: what it decided and had not stored is lost, and nobody's lease ends for it. */
  async kill(): Promise<void> {
    this.#routing.wake();
    this.isAlive = false;
    await this.#routing.stop();
  }

  async stop(): Promise<void> {
    await this.#routing.stop();
    await this.#sweeper.stop();
  }

  #whileAlive(store: Store, watch: Watch): Store {
    const guarded = <In, Out>(write: (input: In) => Promise<Out>) => {
      return async (input: In): Promise<Out> => {
        if (!this.isAlive) throw new StoreUnavailable('This node is dead.');
        return write(input);
      };
    };
    const watched = <In extends Parameters<Watch>[0], Out extends { result: string }>(
      write: (input: In) => Promise<Out>,
    ) => {
      return guarded(async (input: In) => {
        const isStored = await watch(input);
        const written = await write(input);
        if (written.result === 'changed') isStored();
        return written;
      });
    };
    return {
      ...store,
      assignConversation: watched(store.assignConversation),
      offerConversation: watched(store.offerConversation),
      requeueConversation: guarded(store.requeueConversation),
      endOffer: guarded(store.endOffer),
      missConversation: guarded(store.missConversation),
    };
  }
}
