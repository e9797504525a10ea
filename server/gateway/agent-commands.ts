import type { AgentCommands } from '../../protocol/wire/events.ts';
import { agentCommands as schemas } from '../../protocol/wire/schemas.ts';
import { acceptAsk } from '../usecases/accept-ask.ts';
import { addNote } from '../usecases/add-note.ts';
import { acceptOffer, declineOffer } from '../usecases/answer-offer.ts';
import { askColleague } from '../usecases/ask-colleague.ts';
import { askQuestion } from '../usecases/ask-question.ts';
import { changeTeamRules } from '../usecases/change-team-rules.ts';
import { closeConversation } from '../usecases/close-conversation.ts';
import type { AgentSubject } from '../usecases/context.ts';
import { doInBulk } from '../usecases/do-in-bulk.ts';
import { listDrafts, writeDraft } from '../usecases/drafts.ts';
import { cancelAsk, declineAsk } from '../usecases/end-ask.ts';
import { endQuestion } from '../usecases/end-question.ts';
import { endWrapUp } from '../usecases/end-wrap-up.ts';
import { readFileRules } from '../usecases/file-rules.ts';
import { findEarlier } from '../usecases/find-earlier.ts';
import { addFollowUp, changeFollowUp, endFollowUp, listFollowUps } from '../usecases/follow-ups.ts';
import { leaveConversation } from '../usecases/leave-conversation.ts';
import { listClosed } from '../usecases/list-closed.ts';
import { listInbox } from '../usecases/list-inbox.ts';
import { listQuestions, seeQuestions } from '../usecases/list-questions.ts';
import { listTeam } from '../usecases/list-team.ts';
import { sendTranscript } from '../usecases/mail/request-transcript.ts';
import { listMentions, seeMentions } from '../usecases/mentions.ts';
import { setVisible } from '../usecases/notices/set-visible.ts';
import { pickConversation } from '../usecases/pick-conversation.ts';
import { addPlanned, cancelPlanned, changePlanned, listPlanned } from '../usecases/planned.ts';
import { readBoard } from '../usecases/read-board.ts';
import { readOwnFeedback } from '../usecases/read-feedback.ts';
import { readVisitor } from '../usecases/read-visitor.ts';
import { moveConversation, returnConversation } from '../usecases/return-conversation.ts';
import { editMessage, removeMessage } from '../usecases/revise-message.ts';
import { runMacro } from '../usecases/run-macro.ts';
import { listViews, orderViews, removeView, saveView } from '../usecases/saved-views.ts';
import { sendMessage } from '../usecases/send-message.ts';
import { sendPlannedNow } from '../usecases/send-planned.ts';
import { setAvailability } from '../usecases/set-availability.ts';
import { setReceipt } from '../usecases/set-receipt.ts';
import { setTyping } from '../usecases/set-typing.ts';
import { syncConversation } from '../usecases/sync-conversation.ts';
import { syncInbox } from '../usecases/sync-inbox.ts';
import { syncTeam } from '../usecases/sync-team.ts';
import { tagConversation } from '../usecases/tag-conversation.ts';
import { takeOverConversation } from '../usecases/take-over-conversation.ts';
import { touchSession } from '../usecases/touch-session.ts';
import { watchBoard } from '../usecases/watch-board.ts';
import { watchConversation } from '../usecases/watch-conversation.ts';
import { rowsFrom } from './rows.ts';

/** Who only looks on writes nothing, not even what is still hers from another role (T1). */
const serving = { bucket: 'signal', may: 'conversation:serve' } as const;

/** What an agent may ask, over the socket and over HTTP alike. */
export const agentRows = rowsFrom<AgentSubject, AgentCommands>({
  'message:send': { ...serving, bucket: 'send', schema: schemas['message:send'], run: sendMessage },
  'conversation:sync': { schema: schemas['conversation:sync'], bucket: 'signal', run: syncConversation },
  'conversation:watch': { schema: schemas['conversation:watch'], bucket: 'signal', run: watchConversation },
  'conversation:close': { ...serving, schema: schemas['conversation:close'], run: closeConversation },
  'inbox:list': { schema: schemas['inbox:list'], bucket: 'signal', run: listInbox },
  'inbox:sync': { schema: schemas['inbox:sync'], bucket: 'signal', run: syncInbox },
  'agent:availability': { ...serving, schema: schemas['agent:availability'], run: setAvailability },
  'typing:set': { ...serving, schema: schemas['typing:set'], run: setTyping },
  'receipt:set': { ...serving, schema: schemas['receipt:set'], run: setReceipt },
  'wrapup:end': { ...serving, schema: schemas['wrapup:end'], run: endWrapUp },
  'attention:set': { schema: schemas['attention:set'], bucket: 'signal', run: setVisible },
  'session:touch': { schema: schemas['session:touch'], bucket: 'signal', run: touchSession },
  'conversation:pick': { ...serving, schema: schemas['conversation:pick'], run: pickConversation },
  'conversation:takeover': { ...serving, schema: schemas['conversation:takeover'], run: takeOverConversation },
  'conversation:return': { ...serving, schema: schemas['conversation:return'], run: returnConversation },
  'conversation:move': { ...serving, schema: schemas['conversation:move'], run: moveConversation },
  'conversation:ask': { ...serving, schema: schemas['conversation:ask'], run: askColleague },
  'offer:accept': { ...serving, schema: schemas['offer:accept'], run: acceptOffer },
  'offer:decline': { ...serving, schema: schemas['offer:decline'], run: declineOffer },
  'ask:accept': { ...serving, schema: schemas['ask:accept'], run: acceptAsk },
  'ask:decline': { ...serving, schema: schemas['ask:decline'], run: declineAsk },
  'ask:cancel': { ...serving, schema: schemas['ask:cancel'], run: cancelAsk },
  'conversation:leave': { ...serving, schema: schemas['conversation:leave'], run: leaveConversation },
  'note:add': { ...serving, bucket: 'send', schema: schemas['note:add'], run: addNote },
  'team:sync': { schema: schemas['team:sync'], bucket: 'signal', run: syncTeam },
  'board:read': { schema: schemas['board:read'], bucket: 'signal', may: 'board:read', run: readBoard },
  'board:watch': { schema: schemas['board:watch'], bucket: 'signal', may: 'board:read', run: watchBoard },
  'team:change': { schema: schemas['team:change'], bucket: 'signal', may: 'settings:write', run: changeTeamRules },
  'team:list': { schema: schemas['team:list'], bucket: 'signal', run: listTeam },
  'visitor:read': { schema: schemas['visitor:read'], bucket: 'signal', run: readVisitor },
  'transcript:send': { ...serving, bucket: 'send', schema: schemas['transcript:send'], run: sendTranscript },
  'followup:list': { ...serving, schema: schemas['followup:list'], run: listFollowUps },
  'followup:add': { ...serving, bucket: 'send', schema: schemas['followup:add'], run: addFollowUp },
  'followup:change': { ...serving, schema: schemas['followup:change'], run: changeFollowUp },
  'followup:done': { ...serving, bucket: 'send', schema: schemas['followup:done'], run: endFollowUp },
  'feedback:own': { ...serving, schema: schemas['feedback:own'], run: readOwnFeedback },
  'inbox:closed': { schema: schemas['inbox:closed'], bucket: 'signal', may: 'conversation:read', run: listClosed },
  'inbox:bulk': { ...serving, bucket: 'send', schema: schemas['inbox:bulk'], run: doInBulk },
  'conversation:tag': { ...serving, schema: schemas['conversation:tag'], run: tagConversation },
  'view:list': { schema: schemas['view:list'], bucket: 'signal', run: listViews },
  'view:save': { schema: schemas['view:save'], bucket: 'signal', run: saveView },
  'view:remove': { schema: schemas['view:remove'], bucket: 'signal', run: removeView },
  'view:order': { schema: schemas['view:order'], bucket: 'signal', run: orderViews },
  'files:read': { schema: schemas['files:read'], bucket: 'signal', run: readFileRules },
  'message:edit': { ...serving, bucket: 'send', schema: schemas['message:edit'], run: editMessage },
  'message:remove': { ...serving, bucket: 'send', schema: schemas['message:remove'], run: removeMessage },
  'conversation:earlier': {
    schema: schemas['conversation:earlier'],
    bucket: 'signal',
    may: 'conversation:read',
    run: findEarlier,
  },
  'draft:write': { ...serving, schema: schemas['draft:write'], run: writeDraft },
  'draft:list': { ...serving, schema: schemas['draft:list'], run: listDrafts },
  'planned:add': { ...serving, bucket: 'send', schema: schemas['planned:add'], run: addPlanned },
  'planned:change': { ...serving, bucket: 'send', schema: schemas['planned:change'], run: changePlanned },
  'planned:send': { ...serving, bucket: 'send', schema: schemas['planned:send'], run: sendPlannedNow },
  // Also by an author who only looks on since (D7).
  'planned:cancel': { schema: schemas['planned:cancel'], bucket: 'signal', run: cancelPlanned },
  'planned:list': { schema: schemas['planned:list'], bucket: 'signal', run: listPlanned },
  'macro:run': { ...serving, bucket: 'send', schema: schemas['macro:run'], run: runMacro },
  'mention:list': { schema: schemas['mention:list'], bucket: 'signal', run: listMentions },
  'question:ask': { ...serving, bucket: 'send', schema: schemas['question:ask'], run: askQuestion },
  'question:end': { ...serving, bucket: 'send', schema: schemas['question:end'], run: endQuestion },
  'question:list': {
    schema: schemas['question:list'],
    bucket: 'signal',
    may: 'conversation:read',
    run: listQuestions,
  },
  'question:seen': { ...serving, schema: schemas['question:seen'], run: seeQuestions },
  'mention:seen': { schema: schemas['mention:seen'], bucket: 'signal', run: seeMentions },
});
