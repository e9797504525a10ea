import { z } from 'zod';
import { GUIDE_STEPS } from './guide.ts';
import { conversationTag } from './inbox-schemas.ts';
import { PAGE_FAULTS } from './install.ts';
import * as limits from './limits.ts';
import { id, personName, plain } from './schemas.ts';
import { TEAM_TAGS_MAX } from './setup-limits.ts';

/** Bodies of the routes with which owners set up (docs/setup.md), and what a page tells of itself. Server only, as schemas.ts. */
export const setupRequests = {
  site: z.object({
    name: personName,
    origins: z.array(plain(limits.PAGE_URL_CHARS_MAX)).max(limits.SITE_ORIGINS_MAX),
  }),
  retired: z.object({ retired: z.boolean() }),
  guide: z.object({
    siteKey: id.nullable(),
    skipped: z.array(z.enum(GUIDE_STEPS)).max(GUIDE_STEPS.length),
    ended: z.boolean(),
    confirmed: z.array(z.enum(GUIDE_STEPS)).max(GUIDE_STEPS.length).optional(),
  }),
  teamTags: z.object({
    tags: z
      .array(conversationTag)
      .max(TEAM_TAGS_MAX)
      .refine((list) => new Set(list.map((tag) => tag.toLowerCase())).size === list.length, 'Each tag once.'),
  }),
  pageReport: z.object({
    path: plain(limits.PAGE_URL_CHARS_MAX),
    site: plain(limits.ID_CHARS_MAX),
    faults: z.array(z.enum(PAGE_FAULTS)).max(PAGE_FAULTS.length),
    tags: z.number().int().min(0).max(99),
  }),
};
