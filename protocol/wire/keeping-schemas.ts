import { z } from 'zod';
import { KEEPING_DEFAULT, type KeepingSettings } from './keeping.ts';
import { KEEPING_DAYS_MAX } from './people-limits.ts';

/** J13. Server only, as schemas.ts. */
const days = z.number().int().min(1).max(KEEPING_DAYS_MAX).nullable().default(null);
export const keepingSettings: z.ZodType<KeepingSettings> = z
  .strictObject({
    conversationDays: days,
    orderDays: days,
    people: z.boolean().default(false),
    visitorsErase: z.boolean().optional(),
    masksCards: z.boolean().optional(),
  })
  .default(KEEPING_DEFAULT) as z.ZodType<KeepingSettings>;

/** As it stands in an address: what is not named is not asked. */
const asked = z.coerce.number().int().min(1).max(KEEPING_DAYS_MAX).optional();
export const keepingAsked = z.object({ conversationDays: asked, orderDays: asked });
