/** What owners set about mail for a site (docs/mail.md, E rules). */
export interface MailSettings {
  /** Visitors may have their conversation sent to an address (E6). */
  transcripts: boolean;
  /** An answer that its visitor has not read so long goes to the address she left (E8); null: never. */
  answersAfterMs: number | null;
  /** One question for a rating by mail, after an end without one (E9). */
  asksRating: boolean;
}

export const MAIL_SETTINGS_DEFAULT: MailSettings = {
  transcripts: true,
  answersAfterMs: 5 * 60_000,
  asksRating: false,
};

/** Figures that come by mail (E10), one plan for the installation. */
export interface ReportPlan {
  every: 'day' | 'week' | 'never';
  /** Of `week`: 1 is Monday. */
  weekday: number;
  /** 0 to 23, by the clock on the wall of `zone`. */
  hour: number;
  zone: string;
  /** A site's id; null: all of them. */
  site: string | null;
  /** Agents' ids. */
  to: string[];
}

export const REPORT_PLAN_DEFAULT: ReportPlan = { every: 'never', weekday: 1, hour: 8, zone: 'UTC', site: null, to: [] };

/** GET /api/v1/agent/mail */
export interface MailState {
  /** SMTP is set. */
  on: boolean;
  from: string | null;
  waiting: number;
  /** Within the last day. */
  sent: number;
  plan: ReportPlan;
  version: number;
  dead: DeadMail[];
}

/** A mail that was given up, the latest first. */
export interface DeadMail {
  id: string;
  kind: string;
  address: string;
  madeAt: number;
  endedAt: number;
  tries: number;
  reason: string;
}
