import type { InTrouble, OutsideOffered, PanelAnswer, PanelPlace } from '../../../protocol/wire/outside.ts';
import { PANEL_BYTES_MAX, PANEL_MS_MAX } from '../../../protocol/wire/outside-limits.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import { readPanel } from '../../domain/outside/read-panel.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import type { OutsideDesk, OutsideReply } from './asker.ts';
import { keptOf, reach, secretOf } from './outside-settings.ts';

/** Whom it is about, as far as the site has signed for it (CS3): what somebody only typed is told to no system. */
interface PanelQuestion {
  conversationId: string;
  site: string;
  visitor: { id: string | null; email: string | null };
  /** A try of the owner's, about nobody. */
  example?: true;
}

/** All that is needed to ask; nothing of it comes from who asks. */
export interface PanelPlan {
  place: PanelPlace;
  question: PanelQuestion;
  secret: string;
}

const NOT_SHOWN = { hint: 'Your role may not do this: panels:read.' };
const EXAMPLE: Omit<PanelQuestion, 'site'> = {
  ...{ conversationId: 'example', example: true },
  visitor: { id: 'customer-4711', email: 'customer@example.com' },
};

export async function listOffered(
  context: Context,
  { agent }: AgentSubject,
  { conversationId }: { conversationId: string },
): Promise<Done<OutsideOffered>> {
  const conversation = await context.store.findConversation(conversationId);
  if (!conversation) return refused('not_found');
  const { kept } = await keptOf(context, conversation.siteId);
  const panels = may(agent, 'panels:read') ? kept.settings.panels.map(({ id, title }) => ({ id, title })) : [];
  const serves = may(agent, 'conversation:serve');
  const { translator, assistant } = kept.settings;
  return answered({ panels, translate: serves && translator !== null, assist: serves && assistant !== null });
}

export async function planPanel(
  context: Context,
  { agent }: AgentSubject,
  { conversationId, panel }: { conversationId: string; panel: string },
): Promise<Done<PanelPlan>> {
  if (!may(agent, 'panels:read')) return refused('forbidden', NOT_SHOWN);
  const conversation = await context.store.findConversation(conversationId);
  const person = conversation && (await context.store.readPerson(conversation.visitorId));
  if (!conversation || !person) return refused('not_found');
  const { kept } = await keptOf(context, conversation.siteId);
  const place = kept.settings.panels.find(({ id }) => id === panel);
  if (!place) return refused('not_found', { hint: 'The site has no such panel.' });
  const { verified } = person.said;
  const visitor = { id: verified?.subject ?? null, email: verified?.email ?? null };
  const question = { conversationId, site: person.siteKey, visitor };
  return answered({ place, question, secret: secretOf(context, conversation.siteId, kept) });
}

/** CS7: what is typed, before it is saved. */
export async function planExample(
  context: Context,
  subject: AgentSubject,
  { key, panel }: { key: string; panel: PanelPlace },
): Promise<Done<PanelPlan>> {
  const site = await reach(context, subject, key);
  if ('refused' in site) return site.refused;
  const { kept } = await keptOf(context, site.id);
  const question = { ...EXAMPLE, site: key };
  return answered({ place: panel, question, secret: secretOf(context, site.id, kept) });
}

/** After the gate's work is done: a system may take longer than a command. Never rejects. */
export async function askPanel(
  { asker, sign }: OutsideDesk,
  now: number,
  { place, question, secret }: PanelPlan,
  signal?: AbortSignal,
): Promise<PanelAnswer> {
  const body = JSON.stringify({ panel: place.id, askedAt: now, ...question });
  const seconds = Math.floor(now / 1_000);
  const headers = { 'Deskbell-Signature': `t=${seconds},v1=${sign(`${seconds}.${body}`, secret)}` };
  const limits = { msMax: PANEL_MS_MAX, bytesMax: PANEL_BYTES_MAX };
  const reply = await asker.ask({ url: place.url, headers, body, ...limits, signal });
  if ('text' in reply && reply.status === 404) return { kind: 'unknown', at: now };
  const said = readJson(reply);
  if ('kind' in said) return said;
  const read = readPanel(said.json);
  if ('field' in read) return { kind: 'trouble', trouble: 'wrong_form', field: read.field };
  return { kind: 'shown', panel: read.panel, at: now };
}

/** What a service said, or in which trouble it is. */
export function readJson(reply: OutsideReply): { json: unknown } | InTrouble {
  if ('trouble' in reply) return { kind: 'trouble', ...reply };
  const { status, text } = reply;
  const trouble = (which: InTrouble['trouble']): InTrouble => ({ kind: 'trouble', trouble: which, status });
  if (status === 401 || status === 403) return trouble('refused');
  if (status === 429) return trouble('busy');
  if (status !== 200) return trouble('failed');
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return trouble('not_json');
  }
}
