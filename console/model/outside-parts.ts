import type { Answer } from '../../protocol/wire/errors.ts';
import type { People } from './people.ts';
import type { HttpQuestion } from './ports.ts';

/** Asks the relay, and says where the session has ended. */
export type OutsideParts = Pick<People, 'ask'>;

/** Beyond what a service may take: for the relay's own work and the way. */
const ROOM_MS = 6_000;

interface Question {
  method: HttpQuestion['method'];
  path: string;
  body?: unknown;
  /** How long the service may take. */
  ms: number;
  cancel?: HttpQuestion['cancel'];
}

/** One question to the relay about a service outside. */
export function askOutside<T>(parts: OutsideParts, { method, path, body, ms, cancel }: Question): Promise<Answer<T>> {
  const waiting = { timeoutMs: ms + ROOM_MS, ...(cancel ? { cancel } : {}) };
  return parts.ask<T>(method, path, body, waiting);
}
