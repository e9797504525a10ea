import type { UploadPorts } from '../../protocol/client/uploads.ts';
import { refusal } from '../../protocol/wire/errors.ts';
import type { ChatPorts } from './ports.ts';

/** J18: a file that begins a conversation goes with what was worked for it, in each of its parts. */
export function sendWorked(send: UploadPorts['send'], work: ChatPorts['work']): UploadPorts['send'] {
  let found: { clientId: string; work: number } | undefined;
  return async (part, content) => {
    const told = await send(found?.clientId === part.clientId ? { ...part, work: found.work } : part, content);
    if (told.ok || !told.work) return told;
    try {
      found = { clientId: part.clientId, work: await work(told.work) };
    } catch {
      return refusal('unavailable');
    }
    return send({ ...part, work: found.work }, content);
  };
}
