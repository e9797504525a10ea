import type { Clock } from '../../protocol/kit/clock.ts';
import { FORECAST_FILTERS } from '../../protocol/wire/business.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import { FEEDBACK_FILTERS, type FeedbackFilter, type FeedbackReport } from '../../protocol/wire/feedback.ts';
import { FORECAST_WEEKS, REPORT_DAYS_MAX } from '../../protocol/wire/limits.ts';
import {
  FILTERS,
  type Filter,
  type MeasureRow,
  type MeasuresSeries,
  type NamelessRow,
  type Split,
} from '../../protocol/wire/measures.ts';
import type { Api } from './api.ts';
import { Load } from './load.ts';
import { type DaySpan, daysOf, lengthOf, PERIODS, type PeriodName, type Span, spanBefore, spanOf } from './periods.ts';
import type { Days } from './ports.ts';
import { type ReportFilters, type ReportPlace, readWhich } from './report-place.ts';

export interface ReportsParts {
  api: Api;
  clock: Clock;
  days: Days;
  onSessionEnded(): void;
}

/** What the relay can be asked for, by its path. */
export type MeasureKind =
  | `measures/${'summary' | 'splits' | 'series' | 'heat' | 'histogram' | 'rows' | 'promised' | 'comments' | 'wordings'}`
  | `reports/${'business' | 'business/splits' | 'business/rows' | 'forecast' | 'forecast/rows'}`;

export type Step = MeasuresSeries['by'];

export type Extra = Readonly<Record<string, string>>;

/** More rows are asked for page by page. */
export interface OpenRows {
  total: number;
  rows: MeasureRow[];
  /** Behind figures of ratings, after all others: what was said without a name. */
  nameless: NamelessRow[];
  next: string | null;
}

const AGENT = '/api/v1/agent';
const HOURS_DAYS_MAX = 3;
const DAYS_DAYS_MAX = 93;
const FORECAST = 'forecast:';
const WEEK_MS = 7 * 24 * 3_600_000;

/** The figures of a place in the reports, and the rows behind one of them. */
export class Reports {
  readonly rows = new Load<OpenRows>();
  /** What visitors said (K8). */
  readonly feedback = new Load<FeedbackReport>();
  readonly periods = PERIODS;
  readonly daysMax = REPORT_DAYS_MAX;
  readonly feedbackFilters = FEEDBACK_FILTERS;
  readonly #parts: ReportsParts;

  constructor(parts: ReportsParts) {
    this.#parts = parts;
  }

  /** The zone whose days a place shows; one that this browser does not know is the reader's own. */
  zoneOf({ zone }: ReportPlace): string {
    const { days } = this.#parts;
    return zone !== undefined && days.knows(zone) ? zone : days.zone;
  }

  knowsZone(zone: string): boolean {
    return this.#parts.days.knows(zone);
  }

  showFeedback(period: PeriodName, which: FeedbackFilter): void {
    const { zone } = this.#parts.days;
    const span = spanOf(daysOf({ period }, this.now(), zone, this.#parts.days), zone, this.#parts.days);
    void this.feedback.ask(() => this.#guard(this.#parts.api.feedback(span, which)));
  }

  /** The clock of this browser; the relay's is on the follow-ups themselves. */
  now(): number {
    return this.#parts.clock.now();
  }

  get ownZone(): string {
    return this.#parts.days.zone;
  }

  daysOf(place: ReportPlace): DaySpan {
    return daysOf(place, this.#parts.clock.now(), this.zoneOf(place), this.#parts.days);
  }

  spanOf(place: ReportPlace): Span {
    return spanOf(this.daysOf(place), this.zoneOf(place), this.#parts.days);
  }

  /** Whether figures can be narrowed to one group of this split. */
  canFilter(split: Split): split is Filter {
    return (FILTERS as readonly string[]).includes(split);
  }

  /** Whether a forecast can be: of what comes nobody knows yet how it will end. */
  isForeseen(name: Filter): boolean {
    return name === 'site' || (FORECAST_FILTERS as readonly string[]).includes(name);
  }

  /** Those that a forecast is made of. */
  pastWeeks(): Extra {
    const to = this.now();
    return { from: String(to - FORECAST_WEEKS * WEEK_MS), to: String(to) };
  }

  /** As long, right before; or so many such periods before. */
  spanBefore(place: ReportPlace, times = 1): Span {
    const { clock, days } = this.#parts;
    return spanBefore(this.daysOf(place), clock.now(), this.zoneOf(place), days, times);
  }

  /** A line over time has about a screen's width of places. */
  stepOf(place: ReportPlace): Step {
    const length = lengthOf(this.daysOf(place), this.#parts.days);
    return length <= HOURS_DAYS_MAX ? 'hour' : length <= DAYS_DAYS_MAX ? 'day' : 'week';
  }

  /** What is asked of the relay, as path and query; the same with `format=csv` is the file. */
  pathOf(kind: MeasureKind, place: ReportPlace, extra: Extra = {}, span = this.spanOf(place)): string {
    const pairs = Object.entries({
      from: String(span.from),
      to: String(span.to),
      zone: this.zoneOf(place),
      ...(place.clock && { clock: place.clock }),
      ...(kind.startsWith('reports/forecast') ? this.#foreseen(place) : place.only),
      ...extra,
    });
    return `${kind}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
  }

  #foreseen({ only }: ReportPlace): ReportFilters {
    return Object.fromEntries(Object.entries(only).filter(([name]) => this.isForeseen(name as Filter)));
  }

  csvOf(path: string): string {
    return `${AGENT}/${path}&format=csv`;
  }

  /** One question whose latest answer counts; whoever shows it keeps it. */
  createLoad<T>(): Load<T> {
    return new Load<T>();
  }

  ask<T>(load: Load<T>, path: string): void {
    void load.ask(() => this.#guard(this.#parts.api.figures<T>(path)));
  }

  /** The rows behind a number; of the forecast, the hours of past weeks that it is made of. */
  rowsPath(place: ReportPlace, which: string, extra: Extra = {}): string {
    if (which.startsWith(FORECAST))
      return this.pathOf('reports/forecast/rows', place, { at: which.slice(FORECAST.length), ...extra });
    const { of, span } = readWhich(which);
    return this.pathOf('measures/rows', place, { of, ...extra }, span);
  }

  readWhich(which: string): ReturnType<typeof readWhich> {
    return readWhich(which);
  }

  showRows(place: ReportPlace): void {
    const { which } = place;
    // Rows of business are not only episodes; they have a list of their own.
    if (which === null || which.startsWith('business:')) this.rows.clear();
    else void this.rows.ask(() => this.#page(place, which, {}));
  }

  /** The next page behind those that stand there. */
  async moreRows(place: ReportPlace): Promise<void> {
    const state = this.rows.state.peek();
    if (state.status !== 'ready' || state.value.next === null || place.which === null) return;
    const answer = await this.#page(place, place.which, { cursor: state.value.next });
    if (this.rows.state.peek() !== state || !answer.ok) return;
    const rows = [...state.value.rows, ...answer.value.rows];
    const nameless = [...state.value.nameless, ...answer.value.nameless];
    this.rows.state.value = { status: 'ready', value: { ...answer.value, rows, nameless } };
  }

  #page(place: ReportPlace, which: string, extra: Extra): Promise<Answer<OpenRows>> {
    return this.#guard(this.#parts.api.figures<OpenRows>(this.rowsPath(place, which, extra)));
  }

  async #guard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
