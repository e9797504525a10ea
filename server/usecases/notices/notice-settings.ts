import type { Nothing } from '../../../protocol/wire/events.ts';
import { PUSH_DEVICES_PER_AGENT_MAX, PUSHES_PER_DEVICE_MINUTE_MAX } from '../../../protocol/wire/notice-limits.ts';
import {
  NOTICE_SETTINGS_DEFAULT,
  type NoticeSettings,
  type NoticesRead,
  type PushSubscribed,
} from '../../../protocol/wire/notices.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import type { Pusher } from './pusher.ts';

const MINUTE_MS = 60_000;

/** How I am told, where, and the key by which my browsers know this relay. */
export async function readNotices(context: Context, subject: AgentSubject, pusher: Pusher): Promise<Done<NoticesRead>> {
  const { store, clock } = context;
  const agentId = subject.agent.id;
  const key = (await store.readPushKey()) ?? (await store.keepPushKey({ made: pusher.makeKey(), at: clock.now() }));
  const [settings, devices] = await Promise.all([store.readNoticeSettings(agentId), store.listPushDevices(agentId)]);
  return answered({
    settings: settings ?? NOTICE_SETTINGS_DEFAULT,
    publicKey: key.publicKey,
    devices: devices.map(({ sessionId, ...device }) => ({ ...device, isThis: sessionId === subject.sessionId })),
  });
}

export async function setNotices(
  context: Context,
  subject: AgentSubject,
  settings: NoticeSettings,
): Promise<Done<Nothing>> {
  if (!context.zones.isZone(settings.zone)) {
    return refused('invalid_payload', { field: 'zone', hint: 'A time zone such as Europe/Berlin.' });
  }
  await context.store.setNoticeSettings({ agentId: subject.agent.id, settings, at: context.clock.now() });
  return answered({}, [{ tell: 'noticesChanged', agentId: subject.agent.id }]);
}

/** This browser of mine may be pushed to, as long as its session lasts. */
export async function addDevice(
  context: Context,
  subject: AgentSubject,
  subscribed: PushSubscribed,
  pusher: Pusher,
): Promise<Done<Nothing>> {
  if (!pusher.isAllowed(subscribed.endpoint)) {
    return refused('invalid_payload', { field: 'endpoint', hint: 'An https address of a push service.' });
  }
  await context.store.addPushDevice({
    ...subscribed,
    ...{ id: context.ids.push(), agentId: subject.agent.id, sessionId: subject.sessionId },
    ...{ at: context.clock.now(), max: PUSH_DEVICES_PER_AGENT_MAX },
  });
  return answered({}, [{ tell: 'noticesChanged', agentId: subject.agent.id }]);
}

export async function removeDevice(context: Context, subject: AgentSubject, id: string): Promise<Done<Nothing>> {
  if (!(await context.store.removePushDevice({ id, agentId: subject.agent.id }))) return refused('not_found');
  return answered({}, [{ tell: 'noticesChanged', agentId: subject.agent.id }]);
}

/** To this browser, so that a person sees that it works. */
export async function testDevice(context: Context, subject: AgentSubject): Promise<Done<Nothing>> {
  const { store, clock, ids } = context;
  const agentId = subject.agent.id;
  const mine = (await store.listPushDevices(agentId)).find(({ sessionId }) => sessionId === subject.sessionId);
  if (!mine) return refused('not_found', { hint: 'This browser has not agreed to notices yet.' });
  const at = clock.now();
  await store.queuePushes({
    ...{ agentId, cause: `test ${at}`, deviceId: mine.id, newId: () => ids.push(), at },
    document: { kind: 'test', conversationId: null, who: null, text: null, at },
    limit: { since: at - MINUTE_MS, max: PUSHES_PER_DEVICE_MINUTE_MAX },
  });
  // Whoever sends them looks at once.
  return answered({}, [{ tell: 'noticesChanged', agentId }]);
}
