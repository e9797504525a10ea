import type { Clock } from '../../protocol/kit/clock.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { FeedbackFilter, FeedbackReport } from '../../protocol/wire/feedback.ts';
import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { EpisodeLine, Report } from '../../protocol/wire/report.ts';
import type { Api } from './api.ts';
import { Load } from './load.ts';
import { type EpisodeFilter, PERIODS, type PeriodName, spanOf } from './periods.ts';
import type { Calendar } from './ports.ts';
import { FEEDBACK_FILTERS } from './route.ts';

export interface ReportsParts {
  api: Api;
  clock: Clock;
  calendar: Calendar;
  onSessionEnded(): void;
}

/** The figures of a period, and the episodes behind one of them. */
export class Reports {
  readonly report = new Load<Report>();
  readonly episodes = new Load<EpisodeLine[]>();
  /** What visitors said (K8). */
  readonly feedback = new Load<FeedbackReport>();
  readonly rowsMax = REPORT_ROWS_MAX;
  readonly periods = PERIODS;
  readonly feedbackFilters = FEEDBACK_FILTERS;
  readonly zone: string;
  readonly #parts: ReportsParts;

  constructor(parts: ReportsParts) {
    this.#parts = parts;
    this.zone = parts.calendar.zone;
  }

  show(period: PeriodName): void {
    void this.report.ask(() => this.#guard(this.#parts.api.report(this.#span(period))));
  }

  showEpisodes(period: PeriodName, which: EpisodeFilter | null): void {
    if (which) void this.episodes.ask(() => this.#guard(this.#parts.api.episodes(this.#span(period), which)));
    else this.episodes.clear();
  }

  showFeedback(period: PeriodName, which: FeedbackFilter): void {
    void this.feedback.ask(() => this.#guard(this.#parts.api.feedback(this.#span(period), which)));
  }

  /** The clock of this browser; the relay's is on the follow-ups themselves. */
  now(): number {
    return this.#parts.clock.now();
  }

  #span(period: PeriodName) {
    return spanOf(period, this.#parts.clock.now(), this.#parts.calendar);
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
