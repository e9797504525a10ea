import type { Answer } from '../../protocol/wire/errors.ts';
import type { Api } from './api.ts';
import type { HttpQuestion } from './ports.ts';

export interface OutsideParts {
  api: Pick<Api, 'people'>;
  onSessionEnded(): void;
}

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
export async function askOutside<T>(
  { api, onSessionEnded }: OutsideParts,
  { method, path, body, ms, cancel }: Question,
): Promise<Answer<T>> {
  const waiting = { timeoutMs: ms + ROOM_MS, ...(cancel ? { cancel } : {}) };
  const answer = await api.people<T>(method, path, body, waiting);
  if (!answer.ok && answer.error === 'unauthorized') onSessionEnded();
  return answer;
}
