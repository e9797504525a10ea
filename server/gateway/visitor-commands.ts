import type { VisitorCommands } from '../../protocol/wire/events.ts';
import { visitorCommands as schemas } from '../../protocol/wire/schemas.ts';
import { closeConversation } from '../usecases/close-conversation.ts';
import type { VisitorSubject } from '../usecases/context.ts';
import { describeVisitor, trackVisitor } from '../usecases/describe-visitor.ts';
import { readFaces } from '../usecases/faces.ts';
import { readFileRules } from '../usecases/file-rules.ts';
import { checkIdentity } from '../usecases/judge-identity.ts';
import { leaveContact } from '../usecases/leave-contact.ts';
import { listOwnConversations } from '../usecases/list-own-conversations.ts';
import { logoutVisitor } from '../usecases/logout-visitor.ts';
import { requestTranscript } from '../usecases/mail/request-transcript.ts';
import { openConversation } from '../usecases/open-conversation.ts';
import { keepTrail } from '../usecases/people/keep-visit.ts';
import { listOwnTalks, readOwn } from '../usecases/people/own.ts';
import { rateConversation } from '../usecases/rate-conversation.ts';
import { redirectConversation } from '../usecases/redirect-conversation.ts';
import { editMessage, removeMessage } from '../usecases/revise-message.ts';
import { sendMessage } from '../usecases/send-message.ts';
import { setReceipt } from '../usecases/set-receipt.ts';
import { setTyping } from '../usecases/set-typing.ts';
import { syncConversation } from '../usecases/sync-conversation.ts';
import { rowsFrom } from './rows.ts';

/** What a visitor may ask, over the socket and over HTTP alike. */
export const visitorRows = rowsFrom<VisitorSubject, VisitorCommands>({
  'conversation:open': { schema: schemas['conversation:open'], bucket: 'send', run: openConversation },
  'message:send': { schema: schemas['message:send'], bucket: 'send', run: sendMessage },
  'conversation:sync': { schema: schemas['conversation:sync'], bucket: 'signal', run: syncConversation },
  'conversation:close': { schema: schemas['conversation:close'], bucket: 'signal', run: closeConversation },
  'conversation:rate': { schema: schemas['conversation:rate'], bucket: 'send', run: rateConversation },
  'conversation:redirect': { schema: schemas['conversation:redirect'], bucket: 'send', run: redirectConversation },
  'conversation:contact': { schema: schemas['conversation:contact'], bucket: 'send', run: leaveContact },
  'typing:set': { schema: schemas['typing:set'], bucket: 'signal', run: setTyping },
  'receipt:set': { schema: schemas['receipt:set'], bucket: 'signal', run: setReceipt },
  'visitor:describe': { schema: schemas['visitor:describe'], bucket: 'signal', run: describeVisitor },
  'conversation:list': { schema: schemas['conversation:list'], bucket: 'signal', run: listOwnConversations },
  'visitor:track': { schema: schemas['visitor:track'], bucket: 'signal', run: trackVisitor },
  'files:read': {
    schema: schemas['files:read'],
    bucket: 'signal',
    run: (context, subject) => readFileRules(context, subject, {}),
  },
  'visitor:trail': { schema: schemas['visitor:trail'], bucket: 'signal', run: keepTrail },
  'visitor:identity': { schema: schemas['visitor:identity'], bucket: 'send', run: checkIdentity },
  'transcript:request': { schema: schemas['transcript:request'], bucket: 'send', run: requestTranscript },
  'agent:faces': { schema: schemas['agent:faces'], bucket: 'signal', run: readFaces },
  'message:edit': { schema: schemas['message:edit'], bucket: 'send', run: editMessage },
  'message:remove': { schema: schemas['message:remove'], bucket: 'send', run: removeMessage },
  'own:read': { schema: schemas['own:read'], bucket: 'signal', run: readOwn },
  'own:list': { schema: schemas['own:list'], bucket: 'signal', run: listOwnTalks },
  'visitor:logout': { schema: schemas['visitor:logout'], bucket: 'signal', run: logoutVisitor },
});
