import type { UploadPorts } from '../../protocol/client/uploads.ts';
import type { ChatPorts } from './ports.ts';
import { workFirst } from './work-first.ts';

/** J18: a file that begins a conversation goes with what was worked for it, in each of its parts. */
export function sendWorked(send: UploadPorts['send'], work: ChatPorts['work']): UploadPorts['send'] {
  let last: { clientId?: string; found?: number | undefined } = {};
  return (part, content) => {
    const { clientId } = part;
    if (last.clientId !== clientId) last = { clientId };
    return workFirst((found = last.found) => {
      last = { clientId, found };
      return send({ ...part, work: found }, content);
    }, work);
  };
}
