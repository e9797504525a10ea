import type { Answer } from '../../protocol/wire/errors.ts';
import type { Face } from '../../protocol/wire/faces.ts';

type Ask = (agentIds: string[]) => Promise<Answer<{ faces: Face[] }>>;

/** How agents are shown, asked for once, together for all who are drawn in one turn (W31). */
export function createFaces(ask: Ask, askedMax: number) {
  const known = new Map<string, Face>();
  const asked = new Set<string>();
  const listeners = new Set<() => void>();
  let next: string[] = [];

  const tell = async () => {
    const now = next.slice(0, askedMax);
    next = next.slice(askedMax);
    if (next.length > 0) void tell();
    const answer = await ask(now);
    // Who is drawn later asks again.
    if (!answer.ok) for (const id of now) asked.delete(id);
    else for (const face of answer.value.faces) known.set(face.agentId, face);
    for (const changed of [...listeners]) changed();
  };
  return {
    faceOf: (agentId: string) => known.get(agentId),
    ask(agentId: string, changed: () => void): () => void {
      listeners.add(changed);
      // The answer may have come between the drawing and the listening.
      if (known.has(agentId)) changed();
      if (!asked.has(agentId)) {
        asked.add(agentId);
        if (next.push(agentId) === 1) void Promise.resolve().then(tell);
      }
      return () => listeners.delete(changed);
    },
  };
}
