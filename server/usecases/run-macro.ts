import type { Answer } from '../../protocol/wire/errors.ts';
import { fillReply } from '../../protocol/wire/fill-reply.ts';
import { MESSAGE_CHARS_MAX, NOTE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { MACRO_RUN_KEPT_MS } from '../../protocol/wire/limits-of-composer.ts';
import type { MacroAction, MacroIn, MacroRun, MacroStep } from '../../protocol/wire/macros.ts';
import { keepAgreed } from '../domain/composer/keep-agreed.ts';
import { addNote } from './add-note.ts';
import { askColleague } from './ask-colleague.ts';
import { closeConversation } from './close-conversation.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { answered, refused } from './finish.ts';
import { addFollowUp } from './follow-ups.ts';
import { loadConversation } from './load-conversation.ts';
import { readReplyValues } from './reply-values.ts';
import { moveConversation } from './return-conversation.ts';
import { sendMessage } from './send-message.ts';
import { tagConversation } from './tag-conversation.ts';
import { takeOverConversation } from './take-over-conversation.ts';

/** Runs under way here: one that is sent twice is one. */
const running = new Map<string, Promise<Done<MacroRun>>>();

/**
 * D13: the actions in their order, each with its own rights and its own transaction; after one that was refused the rest is not tried. What
 * became of each is written down before the next begins, so that a run that is sent again goes on where it stood, and one that has
 * ended is answered with what became of it.
 */
export function runMacro(context: Context, subject: AgentSubject, input: MacroIn): Promise<Done<MacroRun>> {
  const key = `${subject.agent.id} ${input.clientId}`;
  const known = running.get(key);
  if (known) return known.then(({ answer }) => ({ answer, notices: [] }));
  const run = start(context, subject, input).finally(() => running.delete(key));
  running.set(key, run);
  return run;
}

async function start(context: Context, subject: AgentSubject, input: MacroIn): Promise<Done<MacroRun>> {
  const { conversationId, clientId, macroId } = input;
  if (!(await loadConversation(context, subject, conversationId))) return refused('not_found');
  const macro = (await context.store.listMacros()).find((one) => one.id === macroId);
  if (!macro) return refused('not_found', { hint: 'There is no such macro any more.' });
  const at = context.clock.now();
  const opened = await context.store.openMacroRun({
    ...{ agentId: subject.agent.id, clientId, conversationId, macroId, actions: macro.actions, at },
    forgetBefore: at - MACRO_RUN_KEPT_MS,
  });
  if (opened.result !== 'open') return refused(opened.result === 'conflict' ? 'cid_conflict' : 'not_found');
  return goOn(context, subject, input, opened.actions, opened.steps);
}

async function goOn(
  context: Context,
  subject: AgentSubject,
  { conversationId, clientId }: MacroIn,
  actions: readonly MacroAction[],
  before: readonly MacroStep[],
): Promise<Done<MacroRun>> {
  const steps = [...before];
  const notices: Notice[] = [];
  let wakeRouting = false;
  for (const [at, action] of actions.entries()) {
    if (at < steps.length) continue;
    if (steps.some((step) => step.result === 'refused')) steps.push({ do: action.do, result: 'skipped' });
    else {
      const { step, done } = await perform(context, subject, conversationId, action, `${clientId}.${at}`);
      notices.push(...done.notices);
      wakeRouting ||= done.wakeRouting ?? false;
      steps.push(step);
    }
    await context.store.keepMacroSteps({ agentId: subject.agent.id, clientId, steps });
  }
  return answered({ steps }, notices, wakeRouting);
}

async function perform(
  context: Context,
  subject: AgentSubject,
  conversationId: string,
  action: MacroAction,
  /** No client may name an id with a dot, so it is nobody else's. */
  clientId: string,
): Promise<{ step: MacroStep; done: Done<unknown> }> {
  const filled =
    action.do === 'reply' || action.do === 'note'
      ? fillReply(action.body, await readReplyValues(context, subject, conversationId))
      : { text: '', missing: [] };
  const agreed = action.do === 'tag' ? keepAgreed(action, (await context.store.readTeamTags()).tags) : null;
  const done = isSendable(action, filled.text)
    ? await write(context, subject, conversationId, agreed?.action ?? action, { clientId, body: filled.text })
    : refused('invalid_payload', { field: 'body', hint: 'With its words filled in the text is empty, or too long.' });
  const missing = agreed?.missing ?? filled.missing;
  const step = { ...stepOf(action, done.answer), ...(missing.length > 0 ? { missing } : {}) };
  return { step, done };
}

/** What comes from a person was checked at the gate; what was filled in is checked here. */
function isSendable({ do: kind }: MacroAction, text: string): boolean {
  if (kind !== 'reply' && kind !== 'note') return true;
  const max = kind === 'reply' ? MESSAGE_CHARS_MAX : NOTE_CHARS_MAX;
  return text.trim() !== '' && text.length <= max;
}

function write(
  context: Context,
  subject: AgentSubject,
  conversationId: string,
  action: MacroAction,
  written: { clientId: string; body: string },
): Promise<Done<unknown>> {
  switch (action.do) {
    case 'tag':
      return tagConversation(context, subject, { conversationId, add: action.add, remove: action.remove });
    case 'take':
      return takeOverConversation(context, subject, { conversationId });
    case 'transfer':
      return askColleague(context, subject, { conversationId, kind: 'transfer', agentId: action.agentId });
    case 'move':
      return moveConversation(context, subject, { conversationId, departmentId: action.departmentId });
    case 'reply':
      return sendMessage(context, subject, { conversationId, ...written });
    case 'note':
      return addNote(context, subject, { conversationId, ...written });
    case 'snooze': {
      const dueAt = context.clock.now() + action.forMs;
      return addFollowUp(context, subject, { conversationId, clientId: written.clientId, kind: 'snooze', dueAt });
    }
    case 'close':
      return closeConversation(context, subject, { conversationId, outcome: action.outcome });
  }
}

function stepOf(action: MacroAction, answer: Answer<unknown>): MacroStep {
  if (answer.ok) return { do: action.do, result: 'done' };
  const { error, hint } = answer;
  return { do: action.do, result: 'refused', error, ...(hint ? { hint } : {}) };
}
