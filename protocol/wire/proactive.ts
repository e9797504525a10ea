/** Messages that the page's script may show by itself, as owners set them (docs/proactive.md, X rules). */
export interface ProactiveSettings {
  on: boolean;
  /** `strict`: nothing is stored before the visitor acts (X4). `counted`: visits and what was shown are counted in the browser. */
  privacy: 'strict' | 'counted';
  /** Of all rules together: in one visit, and within a day (X5). */
  visitMax: number;
  dayMax: number;
  /** Only where chat was open and somebody was there when the page was loaded (X8). */
  whileThere: boolean;
  /** The first that holds is shown. */
  rules: ProactiveRule[];
}

export interface ProactiveRule {
  /** What goes with a conversation that began from it (X9). */
  key: string;
  /** For the team. */
  name: string;
  on: boolean;
  /** What the visitor reads. */
  text: string;
  /** One visitor sees it at most so often. */
  timesMax: number;
  when: ProactiveWhen;
}

/** All that is named must hold; at least one thing is. Null, false and empty: it does not matter. */
export interface ProactiveWhen {
  /** Patterns of addresses, `*` stands for anything (X2): one of these … */
  pages: string[];
  /** … and none of these. */
  notPages: string[];
  /** The page's own language: `de`, or `de-AT`. */
  languages: string[];
  /** On this page, in sight, ms. */
  afterMs: number | null;
  scrolledPercent: number | null;
  /** The pointer leaves through the top of the window. */
  leaving: boolean;
  /** The so-manieth visit, or a later one; needs `counted`. */
  visitsMin: number | null;
  cart: { from: number; below: number | null } | null;
  /** The page tracked it: `Deskbell.track(name)`. */
  event: string | null;
  scriptError: boolean;
  /** True: only who chatted before, or whom the page calls returning; false: only others. */
  returning: boolean | null;
}

/** What the script of the tag is told: the rules that are on, without what is for the team. */
export interface ProactiveTold extends Pick<ProactiveSettings, 'privacy' | 'visitMax' | 'dayMax'> {
  site: string;
  /** Who is there is told, and the pages of a visit (J10, J5). */
  presence?: boolean | undefined;
  trail?: boolean | undefined;
  rules: Omit<ProactiveRule, 'name' | 'on'>[];
}

/** What a conversation keeps of the message that it began from, in the words of then. */
export interface ProactiveSaid {
  key: string;
  text: string;
}

export const PROACTIVE_WHEN_ANY: ProactiveWhen = {
  pages: [],
  notPages: [],
  languages: [],
  afterMs: null,
  scrolledPercent: null,
  leaving: false,
  visitsMin: null,
  cart: null,
  event: null,
  scriptError: false,
  returning: null,
};

export const PROACTIVE_DEFAULT: ProactiveSettings = {
  on: false,
  privacy: 'strict',
  visitMax: 1,
  dayMax: 2,
  whileThere: true,
  rules: [],
};
