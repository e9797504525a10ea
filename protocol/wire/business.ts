import type { Refusal } from './errors.ts';
import type { MeasureRow, Split } from './measures.ts';

/** Orders, customers, and the measures that stand on them (docs/business.md). Lengths in ms, money in a currency's smallest unit. */

/** M14: where a visitor stood when an episode opened. */
export const PURCHASE_STAGES = ['before', 'during', 'after'] as const;
export type PurchaseStage = (typeof PURCHASE_STAGES)[number];

/** How an order came to its person: signed for by the site, or only said by a page. */
export type OrderLink = 'signed' | 'claimed';

export interface Amount {
  currency: string;
  /** In the currency's smallest unit: cents, or whole yen. */
  minor: number;
}

/** A share with its Wilson 95 % interval. `unknown`: too young to tell; they are in neither `hits` nor `n`. */
export interface Rate {
  hits: number;
  n: number;
  share: number | null;
  low: number | null;
  high: number | null;
  unknown: number;
  /** Fewer than CSAT_ANSWERS_MIN: say so beside the number. */
  few: boolean;
}

/** A mean with Student's 95 % interval; null where fewer than three stand behind it. */
export interface Mean {
  n: number;
  mean: number | null;
  low: number | null;
  high: number | null;
  few: boolean;
}

/** A rate of one part of the people: `key` is the group's own name. */
export interface RateOf {
  key: string;
  rate: Rate;
}

export const CONTACT_GROUPS = ['rated_good', 'rated_bad', 'not_rated', 'no_contact'] as const;
export const RESPONSE_GROUPS = ['minute', 'five_minutes', 'later', 'never'] as const;

/** M16, of one agent or of all together. */
export interface TeamTime {
  shiftMs: number;
  availableMs: number;
  /** Of the available time, with at least one conversation. */
  busyMs: number;
}

export interface AgentTime extends TeamTime {
  agentId: string;
  name: string;
}

export interface OrderFigures {
  orders: number;
  people: number;
  revenue: Amount[];
  /** Reported by the site's server or its staff; the rest only by pages. */
  checked: number;
  /** Of a person whom only a page named. */
  claimed: number;
  /** Of nobody we know: they are in no measure of people. */
  unlinked: number;
  /** Bought for the first time. */
  newCustomers: number;
}

export interface AtRisk {
  why: 'unanswered' | 'rated_bad';
  people: number;
  /** What they ordered in the 365 days before. */
  revenue: Amount[];
  /** The same for each person, where all is in one currency. */
  perPerson: Mean | null;
}

/** M13. Null: the settings, or the period, do not say enough. */
export interface Costs {
  currency: string | null;
  /** Of one conversation, in the currency's smallest unit. */
  perConversation: Mean;
  /** What serving cost in all. */
  total: number | null;
  retained: { people: number; perPerson: number | null };
  acquired: { people: number; perPerson: number | null; marketing: number | null };
  /** One retained customer to one acquired: 0.2 is a fifth. */
  ratio: number | null;
  settingsVersion: number;
}

/** GET /api/v1/agent/reports/business */
export interface BusinessReport {
  from: number;
  to: number;
  promises: Rate;
  team: { all: TeamTime; agents: AgentTime[] };
  orders: OrderFigures;
  retention: { all: Rate; byContact: RateOf[]; byResponse: RateOf[]; bySegment: RateOf[] };
  repeat: Rate;
  conversion: { all: Rate; byStage: RateOf[] };
  atRisk: AtRisk[];
  costs: Costs;
  stages: { key: PurchaseStage | 'unknown'; episodes: number }[];
}

/** What is said of one group of a split; `episodes` are the conversations of the period, `people` those who ordered in it. */
export interface BusinessFigures {
  episodes: number;
  people: number;
  promises: Rate;
  retention: Rate;
  repeat: Rate;
  conversion: Rate;
  /** People at risk, for whatever reason. */
  atRisk: number;
  /** Of one conversation, in the currency's smallest unit. */
  cost: Mean;
}

export interface BusinessGroup {
  key: string;
  name: string;
  /** It is removed or retired by now (N5). */
  isGone?: true;
  figures: BusinessFigures;
}

/** GET /api/v1/agent/reports/business/splits: M12, M13 and M15 for each group of conversations. */
export interface BusinessSplit {
  from: number;
  to: number;
  split: Split;
  groups: BusinessGroup[];
  /** Everybody, whoever was in no conversation too; those beyond the groups that are shown. */
  total: BusinessFigures;
  rest: BusinessFigures | null;
  /** Of `segment` and `tag` a conversation may be in several. */
  overlapping: boolean;
  currency: string | null;
}

/** What comes can be narrowed to these; who will have it and how it will end nobody knows yet. */
export const FORECAST_FILTERS = ['department', 'segment', 'stage', 'language', 'page', 'topic', 'tag'] as const;
export type ForecastFilter = (typeof FORECAST_FILTERS)[number];

export const BUSINESS_LISTS = ['promises', 'retention', 'repeat', 'conversion', 'atRisk', 'orders', 'costs'] as const;
export type BusinessList = (typeof BUSINESS_LISTS)[number];

/** What a figure is divided by: `contact`, `response` and `segment` as in `retention`, `stage` as in `conversion`, `why` as in `atRisk`. */
export const BUSINESS_PART_NAMES = ['contact', 'response', 'segment', 'verdict', 'stage', 'why'] as const;
export type BusinessPart = (typeof BUSINESS_PART_NAMES)[number];

/** Which lists can be narrowed to one part, and by what. */
export const BUSINESS_PARTS: Record<BusinessList, readonly BusinessPart[]> = {
  promises: [],
  retention: ['contact', 'response', 'segment', 'verdict'],
  repeat: ['contact', 'response', 'segment', 'verdict'],
  conversion: ['stage'],
  atRisk: ['why'],
  orders: [],
  costs: [],
};

/** What a row of a list counts as: the figure's hits are its `hit` rows, n those and `miss`. */
export type Verdict = 'hit' | 'miss' | 'unknown';

/** A row behind a figure: an episode, or a person by her order. */
export interface BusinessLine {
  verdict: Verdict;
  /** The group within the figure, where it has any. */
  group: string | null;
  at: number;
  conversationId: string | null;
  episode: number | null;
  orderId: string | null;
  /** Of the order, where the row is one. */
  amount: Amount | null;
}

export interface StaffingSettings {
  /** So large a share of waits is to end within the target. */
  targetShare: number;
  /** Null: the team's target (docs/routing.md), or a minute. */
  targetMs: number | null;
  chatsAtOnce: number;
  /** Nobody is planned to be busier than this. */
  occupancyMax: number;
  /** The part of paid time that is not at the desk: breaks, training, illness. */
  shrinkage: number;
}

export interface BusinessMonth {
  /** `2026-11` */
  month: string;
  /** What an agent's hour costs from this month on, in the smallest unit; null: as before. */
  hourlyCost: number | null;
  /** What this month's marketing cost; null: not said. */
  marketing: number | null;
}

/** GET and PUT /api/v1/agent/business-settings */
export interface BusinessSettings {
  currency: string | null;
  /** In order, each month once. */
  months: BusinessMonth[];
  staffing: StaffingSettings;
}

export const BUSINESS_SETTINGS_DEFAULT: BusinessSettings = {
  currency: null,
  months: [],
  staffing: { targetShare: 0.8, targetMs: null, chatsAtOnce: 2, occupancyMax: 0.85, shrinkage: 0.3 },
};

export interface BusinessSettingsRead {
  settings: BusinessSettings;
  version: number;
  /** Who saved when, the latest first. */
  history: { version: number; at: number; by: string | null }[];
}

export interface ForecastHour {
  at: number;
  /** By the wall of the zone: 0 is Monday, and the hour of the day. */
  weekday: number;
  hour: number;
  /** The part of the hour in which it is open, 0 to 1. */
  open: number;
  /** Conversations; null: closed, or nothing is known. */
  expected: number | null;
  low: number | null;
  high: number | null;
  /** Weeks of the past that stand behind it. */
  weeks: number;
  /** Agents at the desk, and agents to plan with breaks and illness counted in; null: not known. */
  staff: StaffNeed | null;
  /** Conversations that came in these weeks, in this hour: what `expected` is made of. */
  came: number;
}

export interface StaffNeed {
  agents: number;
  planned: number;
  /** The same for the upper end of the interval. */
  agentsHigh: number;
  /** Share of waits within the target, with so many agents. */
  share: number;
  occupancy: number;
}

/** GET /api/v1/agent/reports/forecast */
export interface Forecast {
  from: number;
  to: number;
  zone: string;
  hours: ForecastHour[];
  /** Mean handling time (M5) and how many conversations it is from; null: too few. */
  handling: { meanMs: number | null; n: number };
  target: { ms: number; share: number };
  /** Weeks of history at all, at most FORECAST_WEEKS. */
  weeks: number;
  /** Fewer than FORECAST_WEEKS_MIN weeks: say so beside it. */
  few: boolean;
  staffing: StaffingSettings;
}

/** GET /api/v1/agent/reports/forecast/rows: the conversations of the past weeks that an hour of the forecast is made of, the latest week first. */
export interface ForecastRows {
  at: number;
  total: number;
  rows: MeasureRow[];
  nameless: [];
  /** To ask for the next page with; null: that was all. */
  next: string | null;
}

/** POST /api/v1/import/orders and /customers: all rows, or none. */
export interface ImportResult {
  added: number;
  changed: number;
  same: number;
}

/** Of an import: every wrong row, up to IMPORT_FAULTS_MAX. */
export interface RowsRefusal extends Refusal {
  rows: RowFault[];
}

export interface RowFault {
  /** From 1, without a CSV's head. */
  row: number;
  /** Of the file, where it has lines; a cell may go on over several. */
  line?: number | undefined;
  field: string;
  hint: string;
}
