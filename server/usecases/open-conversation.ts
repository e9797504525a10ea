import type { VisitorCommands } from '../../protocol/wire/events.ts';
import type { FrontSettings, Intake } from '../../protocol/wire/front.ts';
import type { Attributes } from '../../protocol/wire/visitor.ts';
import { wordsOf } from '../domain/hours/service-state.ts';
import { attributesOf, decideIntake } from '../domain/intake.ts';
import { pageOf } from '../domain/measures/derive-facts.ts';
import { segmentsOf } from '../domain/measures/segments.ts';
import { planOf } from '../domain/routing/plan-of.ts';
import { applyRules, toSettings } from '../domain/routing/rules.ts';
import { settingsFor } from '../domain/routing/standing.ts';
import { targetFor } from '../domain/routing/target.ts';
import type { EpisodeOpening } from '../store/fact-store.ts';
import type { NewFile } from '../store/file-store.ts';
import type { Appended, OpenConversation } from '../store/store.ts';
import { askWork } from './ask-work.ts';
import type { Context, Done, Notice, VisitorSubject } from './context.ts';
import { answered, refused, tellEntries } from './finish.ts';
import { newFollowUp } from './new-follow-up.ts';
import { invitedBy, takeInvited } from './people/accept-invite.ts';
import { keepVisit } from './people/keep-visit.ts';
import { readStage } from './read-stage.ts';
import { loadServiceBook, readServiceTold } from './service-book.ts';
import { intakeWithoutCards, withoutCards } from './without-cards.ts';

const QUEUE_FULL = 'Too many wait. Send it again with leave: true, best with an e-mail address, or later.';

type Open = VisitorCommands['conversation:open'];

/** Opens a conversation with its first message, or adds the message to the visitor's open one (C1). */
export async function openConversation(
  context: Context,
  subject: VisitorSubject,
  input: Open['in'],
  file?: NewFile,
): Promise<Done<Open['out']>> {
  const book = await loadServiceBook(context);
  const { front, proactive } = book.settingsOf(subject.siteId);
  const invited = invitedBy(context, subject, input.intake?.proactive);
  const rules = invited ? [...proactive.rules, invited.rule] : proactive.rules;
  const given = invited ? { ...input.intake, proactive: invited.rule.key } : input.intake;
  const asked = decideIntake(front, given, context.clock.now(), rules);
  if (asked.do === 'ask' && !(await isOpen(context, subject)))
    return refused('form_required', { field: asked.field, hint: 'Ask the visitor what `front.form` names.' });
  const unworked = invited ? undefined : await askWork(context, subject, input);
  if (unworked) return unworked;
  const intake = asked.do === 'keep' ? await intakeWithoutCards(context, subject, asked.intake) : null;
  const { segments, targetMs, ...routing } = await route(context, subject, input, intake, front);
  // H7: nobody is there; it is kept until it opens, and needs no place in the line.
  const state = book.stateOf(subject.siteId, routing.departmentId, context.zones, context.clock.now());
  const held = !state.told.open;
  const isUrgent = !held && input.leave !== true;
  const purchaseStage = await readStage(context, subject);
  const written = await context.store.openConversation({
    conversationId: context.ids.conversation(),
    siteId: subject.siteId,
    visitorId: subject.visitorId,
    message: {
      author: 'visitor',
      authorId: subject.visitorId,
      clientId: input.clientId,
      body: await withoutCards(context, subject, input.body),
      at: context.clock.now(),
      ...(file && { file }),
    },
    email: input.email ?? emailOf(front, intake),
    ...(intake && {
      intake,
      followUp: await newFollowUp(
        context,
        { siteId: subject.siteId, departmentId: routing.departmentId },
        { complaint: intake.complaint },
        context.clock.now(),
      ),
    }),
    pageUrl: input.page?.url ?? null,
    pageTitle: input.page?.title ?? null,
    routing,
    purchaseStage,
    held,
    opening: openingOf(input, routing, intake, segments, targetMs),
    waitingMax: isUrgent ? book.settingsOf(subject.siteId).queue.waitingMax : null,
  });
  if (written.result === 'cid_conflict') return refused('cid_conflict');
  if (written.result === 'queue_full') return refused('queue_full', { hint: QUEUE_FULL });
  const { conversationId, seq, at } = written;
  const place = { conversationId, seq, at };
  if (written.result === 'duplicate') return answered(place);
  await keepVisit(context, subject, input.page);
  const kept = held && written.queued ? await tellKept(context, subject, written, wordsOf(state)) : [];
  const notices = [...tellEntries(written), ...kept];
  const taken = invited && !held && written.queued ? await takeInvited(context, invited.agentId, conversationId) : [];
  return answered(place, [...notices, ...taken], written.queued);
}

/** B4: nothing more is asked of somebody whose conversation is open: the message goes there (C1). */
async function isOpen({ store }: Context, { visitorId }: VisitorSubject): Promise<boolean> {
  const latest = await store.findLatestConversation(visitorId);
  return latest !== undefined && latest.status !== 'closed';
}

/** An address in the form is one to answer to (C10). */
function emailOf({ form }: FrontSettings, intake: Intake | null): string | null {
  const key = form?.fields.find(({ kind }) => kind === 'email')?.key;
  return intake?.fields.find((field) => field.key === key)?.value ?? null;
}

/** H7: on an open site a visitor cannot know that this department is closed. */
async function tellKept(
  context: Context,
  { siteId }: VisitorSubject,
  written: Appended,
  text: string | null,
): Promise<Notice[]> {
  const { conversationId, at } = written;
  if (!(await readServiceTold(context, siteId)).open) return [];
  // A conversation that was just made is at its first version.
  const words = { what: 'kept', text, until: null, stage: null, lastAt: null } as const;
  const told = await context.store.tellVisitor({ conversationId, expectVersion: 1, at, ...words });
  return told.result === 'changed' ? tellEntries(told) : [];
}

/**
 * What it needs of whoever answers (R14), and whom the visitor knows (R17). What the command names counts before what the page
 * said of its visitor (W18), and that before how the browser is set.
 */
async function route(
  { store }: Context,
  { siteId, visitorId }: VisitorSubject,
  input: Open['in'],
  intake: Intake | null,
  { topics }: FrontSettings,
): Promise<NonNullable<OpenConversation['routing']> & { segments: string[]; targetMs: number | null }> {
  const [departments, plan, history, said] = await Promise.all([
    store.listDepartments(),
    store.readRoutingPlan(),
    store.readHistory(visitorId),
    store.readVisitorProfile(visitorId),
  ]);
  const settings = toSettings(planOf(plan), departments);
  const opening = {
    siteId,
    pageUrl: input.page?.url ?? null,
    text: input.body,
    attributes: { ...toTexts(said.attributes), ...input.attributes, ...attributesOf(intake) },
    language: input.language ?? said.locale ?? input.page?.language ?? null,
    department: input.department ?? topics.find(({ key }) => key === intake?.topic?.key)?.department ?? said.department,
    returning: history.returning,
    lastScore: history.lastScore,
  };
  const { departmentId, priority, skills, language } = applyRules(opening, settings, departments);
  const isPlain = skills.length === 0 && language === null;
  const knows = settingsFor(settings, departmentId).knownAgentMs !== null;
  const segments = segmentsOf(said.tags, history.returning, intake?.proactive?.key);
  return {
    departmentId,
    language: opening.language,
    priority,
    needs: isPlain ? null : { skills, language },
    knownAgentId: knows ? history.lastAgentId : null,
    segments,
    targetMs: targetFor(settings, departmentId, segments),
  };
}

/** What figures are split by, as it was then. */
function openingOf(
  { page }: Open['in'],
  { language }: NonNullable<OpenConversation['routing']>,
  intake: Intake | null,
  segments: string[],
  targetMs: number | null,
): EpisodeOpening {
  return { language, page: page ? pageOf(page.url) : null, topic: intake?.topic?.key ?? null, segments, targetMs };
}

function toTexts(attributes: Attributes): Record<string, string> {
  const said = Object.entries(attributes).filter(([, value]) => value !== null);
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}
