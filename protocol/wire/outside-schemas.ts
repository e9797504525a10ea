import { z } from 'zod';
import type { OutsideSettings, PanelPlace } from './outside.ts';
import * as limits from './outside-limits.ts';
import { plain } from './schemas.ts';

/** What owners say of their services, and what agents ask of them. Server only, as schemas.ts. */

const line = (max: number) =>
  plain(max)
    .trim()
    .min(1)
    .regex(/^[^\p{Cc}]+$/u, 'One line without control characters.');
/** Whether it may be asked is the relay's to judge when it is saved, and again when it asks (CS2). */
const address = line(limits.OUTSIDE_URL_CHARS_MAX);

const panel: z.ZodType<PanelPlace> = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[a-z0-9-]+$/, 'Small letters, digits and -.'),
  title: line(limits.PANEL_TITLE_CHARS_MAX),
  url: address,
});

export const outsideSettings: z.ZodType<OutsideSettings> = z.strictObject({
  panels: z
    .array(panel)
    .max(limits.PANELS_MAX)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'Give each panel its own id.')
    .default([]),
}) as z.ZodType<OutsideSettings>;

export const outsideRequests = {
  set: z.object({ settings: outsideSettings }),
  secret: z.object({ renew: z.boolean().default(false) }),
  tryPanel: z.object({ panel }),
};
