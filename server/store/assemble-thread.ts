import type { Engine } from './engine.ts';
import { findEarlier } from './queries/find-earlier.ts';
import { findStanding } from './queries/find-standing.ts';
import { findMessage, findRevision, reviseMessage } from './queries/revise-message.ts';
import type { ThreadStore } from './thread-store.ts';

/** Part of assemble-store.ts. */
export function threadOf(engine: Engine): ThreadStore {
  return {
    findMessage: (input) => engine.read(findMessage, input),
    findRevision: (input) => engine.read(findRevision, input),
    reviseMessage: (input) => engine.write(reviseMessage, input),
    findEarlier: (conversationId) => engine.read(findEarlier, { conversationId }),
    findStanding: (conversationId) => engine.read(findStanding, conversationId),
  };
}
