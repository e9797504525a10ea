import type { Clock } from '../../protocol/kit/clock.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { EpisodeLine, Report } from '../../protocol/wire/report.ts';
import type { Api } from './api.ts';
import { Load } from './load.ts';
import { type EpisodeFilter, PERIODS, type PeriodName, spanOf } from './periods.ts';
import type { Calendar } from './ports.ts';

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
  readonly rowsMax = REPORT_ROWS_MAX;
  readonly periods = PERIODS;
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

  #span(period: PeriodName) {
    return spanOf(period, this.#parts.clock.now(), this.#parts.calendar);
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
