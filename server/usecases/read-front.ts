import type { Front, FrontSettings, Topic } from '../../protocol/wire/front.ts';
import {
  RANGE_SAMPLE_AGE_MS_MAX,
  RANGE_SAMPLES_MAX,
  RANGE_SAMPLES_MIN,
  REPLY_TIME_AGE_MS_MAX,
} from '../../protocol/wire/limits.ts';
import type { FeedbackSettings, FrontRating } from '../../protocol/wire/rating-settings.ts';
import { readSpread } from '../domain/response-time.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';
import { loadServiceBook } from './service-book.ts';

/** What visitors of a site are told around the chat; undefined where there is nothing to tell. */
export async function readFront(
  context: Pick<Context, 'store' | 'clock' | 'mail'>,
  siteId: string,
): Promise<Front | undefined> {
  const { front, feedback, mail, visitors } = (await loadServiceBook(context)).settingsOf(siteId);
  const replyMs = front.showsReplyTime ? await readReplyTime(context, siteId) : undefined;
  const told = frontOf(front, replyMs, ratingOf(feedback));
  const offers = {
    ...(context.mail?.isOn && mail.transcripts && { mail: true as const }),
    ...(visitors.preview && { preview: true as const }),
  };
  return Object.keys(offers).length > 0 ? { ...told, ...offers } : told;
}

function frontOf(front: FrontSettings, replyMs: Front['replyMs'], rating: FrontRating): Front | undefined {
  const leading = front.topics.filter(({ department }) => department !== null);
  const told: Front = {
    ...(front.banner && { banner: front.banner }),
    ...(front.greeting && { greeting: front.greeting }),
    ...(replyMs && { replyMs }),
    ...(front.topics.length > 0 && { topics: front.topics.map(toTopic) }),
    ...(leading.length > 0 && { departments: leading.map(toTopic) }),
    ...(front.form && { form: front.form }),
    ...(front.reasons.length > 0 && { reasons: front.reasons }),
    ...(Object.keys(rating).length > 0 && { rating }),
  };
  return Object.keys(told).length > 0 ? told : undefined;
}

const toTopic = ({ key, label }: Topic) => ({ key, label });

/** K7: what is asked beside the score. */
function ratingOf({ asksEffort, asksRecommend, offersAnonymous, words }: FeedbackSettings): FrontRating {
  return {
    ...(asksEffort && { effort: true }),
    ...(asksRecommend && { recommend: true }),
    ...(offersAnonymous && { anonymous: true }),
    ...(Object.keys(words).length > 0 && { words }),
  };
}

interface Measured {
  at: number;
  replyMs: Front['replyMs'];
}

/** Measured at most once in REPLY_TIME_AGE_MS_MAX for each site: greetings are many. */
const measured = new WeakMap<Store, Map<string, Measured>>();

/** B2: the latest first answers, those that never came among them as waits without an end. Too few: nothing is said. */
async function readReplyTime(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  siteId: string,
): Promise<Front['replyMs']> {
  const at = clock.now();
  const known = measured.get(store) ?? new Map<string, Measured>();
  measured.set(store, known);
  const before = known.get(siteId);
  if (before && Math.abs(at - before.at) < REPLY_TIME_AGE_MS_MAX) return before.replyMs;
  // Written first: whoever comes meanwhile takes the older figure and does not measure too.
  known.set(siteId, { at, replyMs: before?.replyMs });
  const waits = await store.listFirstResponses({
    siteId,
    since: at - RANGE_SAMPLE_AGE_MS_MAX,
    now: at,
    limit: RANGE_SAMPLES_MAX,
  });
  const { n, p50Ms, p90Ms } = readSpread(waits);
  const replyMs = n < RANGE_SAMPLES_MIN || p50Ms === null || p90Ms === null ? undefined : { half: p50Ms, most: p90Ms };
  known.set(siteId, { at, replyMs });
  return replyMs;
}
