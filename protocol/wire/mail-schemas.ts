import { z } from 'zod';
import * as limits from './limits.ts';
import type { ReportPlan } from './mail.ts';

/** What owners write about the figures that come by mail (E10). */
export const reportPlan: z.ZodType<ReportPlan> = z.strictObject({
  every: z.enum(['day', 'week', 'never']),
  weekday: z.number().int().min(1).max(7),
  hour: z.number().int().min(0).max(23),
  zone: z.string().max(limits.ID_CHARS_MAX),
  site: z.string().min(1).max(limits.ID_CHARS_MAX).nullable().default(null),
  to: z
    .array(z.string().min(1).max(limits.ID_CHARS_MAX))
    .max(limits.REPORT_RECIPIENTS_MAX)
    .refine((list) => new Set(list).size === list.length, 'Each person once.'),
});
