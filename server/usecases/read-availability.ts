import type { Context } from './context.ts';

/** Whether a visitor who writes now would find anybody: an available agent who is present. */
export function readAvailability(context: Context): Promise<boolean> {
  return context.store.isAnyAvailable(context.clock.now());
}
