import type { Entry } from '../../../../protocol/wire/model.ts';
import { type ServiceHours, SITE_SETTINGS_DEFAULT, type SiteSettings } from '../../../../protocol/wire/settings.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import type { AgentSubject, Notice } from '../../../../server/usecases/context.ts';
import { loadServiceBook } from '../../../../server/usecases/service-book.ts';
import { setDepartmentHours, setSiteSettings } from '../../../../server/usecases/set-settings.ts';
import { createQueueTeller } from '../../../../server/workers/queue-teller.ts';
import { createServiceWorker } from '../../../../server/workers/service-worker.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';
import { calendarOf } from '../../domain/hours/calendars.ts';

export interface ServiceScene extends Scene {
  owner: AgentSubject;
  /** The service worker looks once, and routing comes to rest. */
  look(): Promise<void>;
  tellPlaces(): Promise<void>;
  set(settings: Partial<SiteSettings>): Promise<void>;
  setDepartment(id: string, hours: Partial<ServiceHours>): Promise<void>;
  /** Time passes; the owner's and the agents' leases hold. */
  pass(ms: number): Promise<void>;
  entries(conversationId: string): Promise<Entry[]>;
  /** Whoever serves now ends the conversation that began first. */
  freeAgent(): Promise<void>;
  /** Whether it is open for this department now. */
  stateOf(departmentId: string | null): Promise<boolean>;
  toldOf<Kind extends Notice['tell']>(kind: Kind): Extract<Notice, { tell: Kind }>[];
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** The scene begins on Monday 2026-01-05 at nine. */
export const OFFICE = calendarOf('UTC', { weekdays: ['09:00-17:00'] });
const FAR = 9_000_000_000_000;

export async function openServiceScene(): Promise<ServiceScene> {
  const scene = await openScene();
  const { context, told, failures } = scene;
  const owner = await scene.agent('Olga', { role: 'owner', available: false });
  const parts = {
    context,
    tell: (notices: Notice[]) => told.push(...notices),
    onFailure: (_task: string, error: unknown) => failures.push(error),
  };
  const worker = createServiceWorker({ ...parts, wakeRouting: () => void scene.route() });
  const teller = createQueueTeller(parts);
  const site = (await context.store.listSites())[0];
  if (!site) throw new Error('The scene has no site.');
  return {
    ...scene,
    owner,
    async look() {
      await worker.look();
      await scene.route();
    },
    tellPlaces: () => teller.look(),
    async set(settings) {
      const input = { key: site.key, settings: { ...SITE_SETTINGS_DEFAULT, ...settings } };
      accepted(await scene.act(setSiteSettings(context, owner, input)));
    },
    async setDepartment(id, hours) {
      const input = { id, settings: { hours: null, offline: null, ...hours } };
      accepted(await scene.act(setDepartmentHours(context, owner, input)));
    },
    async pass(ms) {
      await context.store.extendAllLeases({ seenSince: 0, until: FAR });
      await context.clock.advance(ms);
    },
    async entries(conversationId) {
      return (await context.store.readPage({ conversationId, afterSeq: 0, limit: 1_000 }))?.entries ?? [];
    },
    async freeAgent() {
      const { conversations } = await context.store.listInbox({ openLimit: 50, closedLimit: 0 });
      const served = conversations.find((one) => one.status === 'active');
      const agent = served && (await context.store.findAgent(served.agent?.id ?? ''));
      if (!served || !agent) throw new Error('Nobody is served.');
      const subject = { kind: 'agent', agent, sessionId: 'none' } as const;
      accepted(await scene.act(closeConversation(context, subject, { conversationId: served.id })));
    },
    async stateOf(departmentId) {
      const book = await loadServiceBook(context);
      return book.stateOf(site.id, departmentId, context.zones, context.clock.now()).told.open;
    },
    toldOf: (kind) => told.filter((notice): notice is Extract<Notice, { tell: typeof kind }> => notice.tell === kind),
  };
}
