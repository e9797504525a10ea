import type { CalendarDocument } from '../../protocol/wire/hours.ts';
import { type CountedEpisode, type CountedWait, solvedOf } from './recount.ts';
import { csatOf } from './recount-answers.ts';
import { countOpen } from './recount-hours.ts';
import { type Lasted, lengthsOf } from './recount-lengths.ts';
import { shareOf } from './recount-shares.ts';

interface World {
  /** Of every period: whether somebody came again is seen there. */
  all: CountedEpisode[];
  now: number;
  /** Null: nobody ever said when it is open. */
  hours: CalendarDocument | null;
  /** What was aimed at when the episode began. */
  targetOf: (episode: CountedEpisode) => number;
}

interface Asked {
  /** Other waits than the episodes' own, each with its episode. */
  waits?: PlacedWait[];
  /** Scores that were said without a name; null: nobody knows which of them are of these episodes. */
  nameless: number[] | null;
  targetMs?: number;
  clock?: 'calendar' | 'business';
}

/** Lengths that have a histogram. */
type LengthsOf = 'firstResponse' | 'response' | 'queue' | 'resolution' | 'handling';

export interface PlacedWait {
  wait: CountedWait;
  episode: CountedEpisode;
}

/** Every measure of some episodes, in the words of metrics.md. What one length takes is worked out once, in however many groups it is. */
export class RecountedMeasures {
  readonly #world: World;
  readonly #openMs: (from: number, to: number) => number;
  readonly #inHours = {
    waits: new WeakMap<CountedWait, number>(),
    queued: new WeakMap<CountedEpisode, number>(),
    lived: new WeakMap<CountedEpisode, number>(),
  };

  constructor(world: World) {
    this.#world = world;
    this.#openMs = world.hours ? countOpen(world.hours) : (from, to) => to - from;
  }

  of(episodes: CountedEpisode[], { waits = waitsOf(episodes), nameless, targetMs, clock }: Asked) {
    const { all, now } = this.#world;
    const ended = episodes.filter((one) => one.closedAt !== null);
    const { complaintTimes, ...solved } = solvedOf(episodes, all, now);
    const outcomes = countBy(episodes.flatMap(({ outcome }) => outcome ?? []));
    const abandoned = (outcomes.abandoned_in_queue ?? 0) + (outcomes.abandoned_before_answer ?? 0);
    const scores = [...episodes.flatMap(({ score }) => score ?? []), ...(nameless ?? [])];
    // An answer without a name stands at noon, its episode does not.
    const asked = Math.max(ended.length, scores.length);
    const { firstContact, reopened, complaints } = solved;
    const lengths = (name: LengthsOf, isOpenTime = false) => lengthsOf(this.#lasted(name, episodes, waits, isOpenTime));
    return {
      episodes: episodes.length,
      answered: episodes.filter((one) => one.waits.some((wait) => wait.answered)).length,
      abandoned,
      open: episodes.length - ended.length,
      ended: ended.length,
      outcomes,
      causes: countBy(episodes.flatMap(({ cause }) => cause ?? [])),
      abandonedShare: shareOf(abandoned, ended.length),
      resolvedShare: shareOf(outcomes.resolved ?? 0, ended.length),
      responseRate: shareOf(scores.length, asked),
      firstContact: { ...shareOf(firstContact.hits, firstContact.n), unknown: firstContact.unknown },
      reopened: { ...shareOf(reopened.hits, reopened.n), unknown: reopened.unknown },
      complaints: { ...shareOf(complaints.hits, complaints.n), unknown: complaints.unknown },
      complaintTime: lengthsOf(complaintTimes),
      firstResponse: lengths('firstResponse'),
      firstResponseInHours: lengths('firstResponse', true),
      response: lengths('response'),
      responseInHours: lengths('response', true),
      responseWithoutQueue: lengthsOf(
        waits.map(({ wait }) => ({ ms: this.#lengthOf(wait) - wait.queueMs, answered: wait.answered })),
      ),
      queue: lengths('queue'),
      queueInHours: lengths('queue', true),
      resolution: lengths('resolution'),
      resolutionInHours: lengths('resolution', true),
      handling: lengths('handling'),
      serviceLevel: this.#serviceLevel(waits, targetMs, clock),
      csat: { ...csatOf(scores, asked), credited: scores.length, anonymous: nameless?.length ?? null },
    };
  }

  /** How many lasted from each edge up to the next one: those that ended so, and those that lasted longer than that. */
  bins(episodes: CountedEpisode[], of: LengthsOf, clock: 'calendar' | 'business', edgesMs: readonly number[]) {
    const bins = { answered: edgesMs.map(() => 0), unanswered: edgesMs.map(() => 0) };
    const isOpenTime = clock === 'business' && of !== 'handling';
    for (const { ms, answered } of this.#lasted(of, episodes, waitsOf(episodes), isOpenTime)) {
      const bin = edgesMs.filter((edge) => edge <= ms).length - 1;
      const counts = answered ? bins.answered : bins.unanswered;
      counts[bin] = (counts[bin] as number) + 1;
    }
    return bins;
  }

  /** What is counted of a length, and until when: of waits what was answered, of the queue whom somebody took over, of lives what is over. */
  #lasted(
    name: LengthsOf,
    episodes: readonly CountedEpisode[],
    waits: readonly PlacedWait[],
    isOpenTime = false,
  ): Lasted[] {
    const { now } = this.#world;
    const isClosed = (one: CountedEpisode) => one.closedAt !== null;
    switch (name) {
      case 'firstResponse':
      case 'response': {
        const lengthOf = isOpenTime ? this.#hoursOf : this.#lengthOf;
        const some = name === 'response' ? waits : waits.filter(({ wait }) => wait.first);
        return some.map(({ wait }) => ({ ms: lengthOf(wait), answered: wait.answered }));
      }
      case 'queue':
        return episodes.map((one) => ({
          ms: isOpenTime ? this.#queuedOf(one) : one.inQueueMs,
          answered: !one.isInQueue,
        }));
      case 'resolution':
        return episodes.map((one) => {
          const ms = isOpenTime ? this.#livedOf(one) : (one.closedAt ?? now) - one.openedAt;
          return { ms, answered: isClosed(one) };
        });
      case 'handling':
        // Only those that somebody ever had.
        return episodes.flatMap((one) => (one.queueMs === null ? [] : { ms: one.handledMs, answered: isClosed(one) }));
    }
  }

  #queuedOf(one: CountedEpisode): number {
    const open = ({ from, to }: CountedEpisode['queued'][number]) => this.#openMs(from, to ?? this.#world.now);
    return keep(this.#inHours.queued, one, () => one.queued.reduce((sum, span) => sum + open(span), 0));
  }

  #livedOf(one: CountedEpisode): number {
    return keep(this.#inHours.lived, one, () => this.#openMs(one.openedAt, one.closedAt ?? this.#world.now));
  }

  /** M10: what was not answered within the target is missed, whatever became of it; only who still waits within it does not count yet. */
  #serviceLevel(waits: PlacedWait[], targetMs: number | undefined, clock: 'calendar' | 'business' = 'calendar') {
    const lengthOf = clock === 'business' ? this.#hoursOf : this.#lengthOf;
    const isWithin = ({ wait, episode }: PlacedWait) => lengthOf(wait) <= (targetMs ?? this.#world.targetOf(episode));
    const judged = waits.filter((one) => one.wait.to !== null || !isWithin(one));
    return shareOf(judged.filter((one) => one.wait.answered && isWithin(one)).length, judged.length);
  }

  #lengthOf = ({ from, to }: CountedWait): number => (to ?? this.#world.now) - from;

  #hoursOf = (wait: CountedWait): number =>
    keep(this.#inHours.waits, wait, () => this.#openMs(wait.from, wait.to ?? this.#world.now));
}

function keep<One extends object>(kept: WeakMap<One, number>, one: One, count: () => number): number {
  const ms = kept.get(one) ?? count();
  kept.set(one, ms);
  return ms;
}

export function waitsOf(episodes: CountedEpisode[]): PlacedWait[] {
  return episodes.flatMap((episode) => episode.waits.map((wait) => ({ wait, episode })));
}

function countBy(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
