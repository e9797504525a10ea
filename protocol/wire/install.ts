/** What a site's tag is on, and what a page said of it (docs/setup.md). */

/** Where a tag was seen: the relay notes which page's origin asked for its script. */
export interface SightingTold {
  origin: string;
  /** Whether the site allows it. */
  listed: boolean;
  firstAt: number;
  lastAt: number;
}

/** GET /api/v1/agent/sites/:key/install */
export interface InstallRead {
  now: number;
  /** On origins that this site's tag named, the latest first. */
  sightings: SightingTold[];
  /** Tags whose key no site has, on origins of this site: the key in them is wrong. */
  wrongKeys: { siteKey: string; origin: string; lastAt: number }[];
}

/** What stands wrong on a page, worst first (Z8). */
export const PAGE_FAULTS = [
  'origin_not_listed',
  'other_site',
  'no_site',
  'connect_blocked',
  'socket_blocked',
  'frame_blocked',
  'twice',
  'unavailable',
] as const;
export type PageFault = (typeof PAGE_FAULTS)[number];

/** What the page itself found, in the owner's browser. */
export interface PageReport {
  origin: string;
  /** Without its query and fragment. */
  path: string;
  /** The key in its tag. */
  site: string;
  faults: PageFault[];
  /** How many tags of this relay stand in it. */
  tags: number;
  at: number;
}

/** POST /api/v1/agent/sites/:key/checks: the owner opens the page with this mark in its address, and the page answers. */
export interface CheckMade {
  id: string;
  /** What stands behind `#deskbell-check=` in the page's address. */
  mark: string;
  /** Until then. */
  until: number;
}

/** GET /api/v1/agent/sites/:key/checks/:id */
export interface CheckRead {
  report: PageReport | null;
}

/** The name of the mark in the page's address. */
export const CHECK_MARK = 'deskbell-check';

/** GET /api/v1/agent/sites/:key/snippets: what an owner copies. */
export interface Snippets {
  tag: string;
  /** With the hash of this build; null where it is not built. */
  pinned: string | null;
  /** The second tag, for messages that come by themselves; null where the site has none switched on. */
  proactive: string | null;
  /** Where everything is fetched from. */
  relay: string;
  csp: string;
  /** By directive, with what it is for. */
  policy: Record<string, string[]>;
}
