import type { AgentCommands } from '../../protocol/wire/events.ts';
import { agentCommands as schemas } from '../../protocol/wire/schemas.ts';
import { closeConversation } from '../usecases/close-conversation.ts';
import type { AgentSubject } from '../usecases/context.ts';
import { endWrapUp } from '../usecases/end-wrap-up.ts';
import { listInbox } from '../usecases/list-inbox.ts';
import { sendMessage } from '../usecases/send-message.ts';
import { setAvailability } from '../usecases/set-availability.ts';
import { setReceipt } from '../usecases/set-receipt.ts';
import { setTyping } from '../usecases/set-typing.ts';
import { syncConversation } from '../usecases/sync-conversation.ts';
import { syncInbox } from '../usecases/sync-inbox.ts';
import { touchSession } from '../usecases/touch-session.ts';
import { watchConversation } from '../usecases/watch-conversation.ts';
import { rowsFrom } from './rows.ts';

/** What an agent may ask, over the socket and over HTTP alike. */
export const agentRows = rowsFrom<AgentSubject, AgentCommands>({
  'message:send': { schema: schemas['message:send'], bucket: 'send', run: sendMessage },
  'conversation:sync': { schema: schemas['conversation:sync'], bucket: 'signal', run: syncConversation },
  'conversation:watch': { schema: schemas['conversation:watch'], bucket: 'signal', run: watchConversation },
  'conversation:close': { schema: schemas['conversation:close'], bucket: 'signal', run: closeConversation },
  'inbox:list': { schema: schemas['inbox:list'], bucket: 'signal', run: listInbox },
  'inbox:sync': { schema: schemas['inbox:sync'], bucket: 'signal', run: syncInbox },
  'agent:availability': { schema: schemas['agent:availability'], bucket: 'signal', run: setAvailability },
  'typing:set': { schema: schemas['typing:set'], bucket: 'signal', run: setTyping },
  'receipt:set': { schema: schemas['receipt:set'], bucket: 'signal', run: setReceipt },
  'wrapup:end': { schema: schemas['wrapup:end'], bucket: 'signal', run: endWrapUp },
  'session:touch': { schema: schemas['session:touch'], bucket: 'signal', run: touchSession },
});
