import { AGENT_SESSION_IDLE_MS_MAX, SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import {
  PUSH_LEASE_MS,
  PUSH_LIFE_MS,
  PUSH_LOOK_MS,
  PUSH_TRIES_MAX,
  PUSH_VISIBLE_WAIT_MS,
  PUSHES_AT_ONCE_MAX,
} from '../../protocol/wire/notice-limits.ts';
import type { PushDocument } from '../../protocol/wire/notices.ts';
import { decidePush, nextTry } from '../domain/notices/next-push.ts';
import type { Report } from '../observe/report.ts';
import type { LeasedPush } from '../store/notice-store.ts';
import type { Context, Notice } from '../usecases/context.ts';
import { findNews, type News } from '../usecases/notices/find-news.ts';
import { findRisks } from '../usecases/notices/find-risks.ts';
import type { Pusher } from '../usecases/notices/pusher.ts';
import { queueNews } from '../usecases/notices/queue-news.ts';
import { sessionLimits } from '../usecases/session-limits.ts';
import { every } from './every.ts';
import type { ReportFailure } from './tell.ts';

export interface PushWorkerParts {
  context: Context;
  /** Undefined: nothing is pushed. */
  pusher: Pusher | undefined;
  report: Report;
  onFailure: ReportFailure;
}

export interface PushWorker {
  start(): void;
  /** Resolves when what is under way is settled. */
  stop(): Promise<void>;
  /** Facts that were told: what of them is news goes into the outbox. Never throws, and waits for nothing. */
  hear(notices: readonly Notice[]): void;
  /** One look now. Never rejects. */
  look(): Promise<void>;
}

/** Puts news into the outbox of pushes, and sends what is due there (NT7, NT8). Any number of nodes may do so. */
export function createPushWorker(parts: PushWorkerParts): PushWorker {
  const { context, pusher, onFailure } = parts;
  const { store, clock } = context;
  /** Who can be pushed to, as of the last look: messages to all others cost one question of a set. */
  let pushed: ReadonlySet<string> = new Set();
  let adding: Promise<unknown> = Promise.resolve();
  /** Of those at risk at the last look: what the outbox knows need not be asked of it again. */
  let warned: ReadonlySet<string> = new Set();
  let stopping = false;

  /** One after the other, so that what was said first rings first. */
  const next = (job: () => Promise<unknown>) => {
    adding = adding.then(job).catch((error: unknown) => onFailure('push:queue', error));
  };
  const refresh = async () => {
    pushed = new Set(await store.listPushedAgents());
  };
  const sendAll = async () => {
    while (pusher && !stopping && (await sendSome(parts, pusher)) === PUSHES_AT_ONCE_MAX);
  };
  const isPushed = ({ agentId }: News) => agentId === null || pushed.has(agentId);
  const add = (news: News[]) => {
    const wanted = news.filter(isPushed);
    if (wanted.length === 0) return;
    next(async () => {
      for (const one of wanted) await queueNews(context, one, pushed);
      // Its lease keeps it from the look that may come meanwhile.
      await sendAll();
    });
  };
  const addRisks = (risks: News[]) => {
    const names = new Map(risks.filter(isPushed).map((one) => [`${one.agentId} ${one.cause}`, one]));
    next(async () => {
      for (const [name, one] of names) if (!warned.has(name)) await queueNews(context, one, pushed);
      warned = new Set(names.keys());
    });
  };

  async function look(): Promise<void> {
    if (!pusher) return;
    try {
      await refresh();
      if (pushed.size > 0) addRisks(await findRisks(context));
      await adding;
      await sendAll();
      await store.dropOldPushes({ before: clock.now() - PUSH_LIFE_MS, limit: SWEEP_ROWS_MAX });
    } catch (error) {
      onFailure('push:send', error);
    }
  }

  const ticks = every(clock, PUSH_LOOK_MS, look);
  return {
    start() {
      stopping = false;
      ticks.start();
    },
    async stop() {
      stopping = true;
      await ticks.stop();
      await adding;
    },
    hear(notices) {
      if (!pusher) return;
      if (notices.some(({ tell }) => tell === 'noticesChanged')) next(() => refresh().then(sendAll));
      if (pushed.size > 0) add(findNews(notices));
    },
    look,
  };
}

/** Answers how many were due. */
async function sendSome(parts: PushWorkerParts, pusher: Pusher): Promise<number> {
  const { store, clock } = parts.context;
  const now = clock.now();
  const { madeSince } = sessionLimits(now);
  const pushes = await store.leasePushes({ now, until: now + PUSH_LEASE_MS, limit: PUSHES_AT_ONCE_MAX, madeSince });
  await Promise.all(
    pushes.map((push) => sendOne(parts, pusher, push).catch((error) => parts.onFailure('push:send', error))),
  );
  return pushes.length;
}

async function sendOne(parts: PushWorkerParts, pusher: Pusher, push: LeasedPush): Promise<void> {
  const { store, clock } = parts.context;
  const { id, tries } = push;
  const decision = decidePush(push, clock.now());
  const end = (dueAt: number | null) => store.settlePush({ id, tries, dueAt });
  if (decision.do === 'wait') return void (await end(decision.until));
  const key = await store.readPushKey();
  const isOver = decision.do === 'drop' || tries > PUSH_TRIES_MAX || !key || (await isOldNews(parts.context, push));
  if (isOver) return void (await end(null));
  const pushed = await pusher.push({
    ...{ endpoint: push.endpoint, p256dh: push.p256dh, auth: push.auth, key },
    contact: parts.context.mail?.origin() ?? '',
    payload: JSON.stringify(documentOf(push, clock.now())),
    topic: push.document.conversationId ?? push.document.kind,
    lifeMs: push.madeAt + PUSH_LIFE_MS - clock.now(),
  });
  const { result } = pushed;
  const reason = pushed.result === 'refused' ? pushed.reason : undefined;
  parts.report({ kind: 'push_tried', pushId: id, result, tries, reason });
  if (result === 'gone') await store.dropPushDevice(push.deviceId);
  else await end(nextTry(pushed, push, clock.now()));
}

/** NT4: where nobody has been for an hour, nothing of what people write is shown on a screen that may lie about. */
function documentOf({ document, seenAt }: LeasedPush, now: number): PushDocument {
  return now - seenAt < AGENT_SESSION_IDLE_MS_MAX ? document : { ...document, who: null, text: null };
}

/** What waited because a console was on the screen may have been read there meanwhile. */
async function isOldNews({ store, clock }: Context, { document, madeAt, agentId }: LeasedPush): Promise<boolean> {
  if (document.kind !== 'message' || document.conversationId === null) return false;
  if (clock.now() - madeAt < PUSH_VISIBLE_WAIT_MS) return false;
  const talk = await store.findTalk(document.conversationId);
  return !talk?.isOpen || talk.agentId !== agentId || talk.unread === 0;
}
