import { PUSH_WORDS_CHARS_MAX, PUSHES_PER_DEVICE_MINUTE_MAX } from '../../../protocol/wire/notice-limits.ts';
import {
  isQuiet,
  isTold,
  NOTICE_SETTINGS_DEFAULT,
  type PushDocument,
  type WallTime,
} from '../../../protocol/wire/notices.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { Talk } from '../../store/notice-store.ts';
import type { Context } from '../context.ts';
import type { News } from './find-news.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const DAY_MS = 86_400_000;

/** NT7: for each who chose it and may be disturbed now, one push for each browser. After the commit. */
export async function queueNews(context: Context, news: News, pushed: ReadonlySet<string>): Promise<number> {
  const { store } = context;
  const talk = await store.findTalk(news.conversationId);
  if (!talk) return 0;
  const agentIds = news.agentId === null ? await queueWatchers(context, talk, pushed) : [news.agentId];
  let made = 0;
  for (const agentId of agentIds) if (pushed.has(agentId)) made += await queueFor(context, agentId, news, talk);
  return made;
}

async function queueFor(context: Context, agentId: string, news: News, talk: Talk): Promise<number> {
  const { store, clock, ids } = context;
  const at = clock.now();
  const settings = (await store.readNoticeSettings(agentId)) ?? NOTICE_SETTINGS_DEFAULT;
  const quiet = isQuiet(settings, at, (instant, zone) => wallOf(context, instant, zone));
  if (!isTold(settings, news.kind, 'push', quiet)) return 0;
  const text = news.text ?? (news.kind === 'assigned' || news.kind === 'queued' ? talk.lastText : null);
  const document: PushDocument = {
    kind: news.kind,
    conversationId: news.conversationId,
    ...whoOf(settings.words, news, talk),
    text: settings.words && text ? cut(text) : null,
    at,
  };
  return store.queuePushes({
    ...{ agentId, cause: news.cause, document, newId: () => ids.push(), at },
    limit: { since: at - MINUTE_MS, max: PUSHES_PER_DEVICE_MINUTE_MAX },
  });
}

/** J19: a label is said where it is read. */
function whoOf(words: boolean, { who }: News, { email, label }: Talk): Pick<PushDocument, 'who' | 'made'> {
  if (!words) return { who: null };
  const known = who ?? email;
  return known === null ? { who: label, made: true } : { who: known };
}

/** Who is available, answers, and is of the department for which it waits. */
async function queueWatchers(context: Context, talk: Talk, pushed: ReadonlySet<string>): Promise<string[]> {
  const staff = await context.store.listStaff();
  return staff
    .filter(({ id, role, availability, departments }) => {
      if (!pushed.has(id) || !may({ role }, 'conversation:serve') || availability !== 'available') return false;
      return (
        talk.departmentId === null ||
        departments.length === 0 ||
        departments.some((one) => one.departmentId === talk.departmentId)
      );
    })
    .map(({ id }) => id);
}

function wallOf({ zones }: Context, at: number, zone: string): WallTime {
  const wall = at + zones.offsetOf(zone, at);
  // 1970-01-01 was a Thursday.
  const weekday = ((Math.floor(wall / DAY_MS) + 3) % 7) + 1;
  return { weekday, minute: Math.floor(wall / MINUTE_MS) % DAY_MINUTES };
}

/** Whole characters, also those of two halves. */
function cut(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length <= PUSH_WORDS_CHARS_MAX
    ? signs.join('')
    : `${signs.slice(0, PUSH_WORDS_CHARS_MAX - 1).join('')}…`;
}
