import { z } from 'zod';
import {
  BUSINESS_LISTS,
  BUSINESS_PART_NAMES,
  BUSINESS_SETTINGS_DEFAULT,
  type BusinessSettings,
  FORECAST_FILTERS,
  type ForecastFilter,
} from './business.ts';
import * as limits from './limits.ts';
import { filters } from './measure-schemas.ts';
import { FILTERS, type Filter, SPLITS } from './measures.ts';
import { agentRequests, askedInstant } from './schemas.ts';

/** Bodies and questions of docs/business.md. Server only, as schemas.ts. */

const site = z.string().min(1).max(limits.ID_CHARS_MAX).optional();
const cost = z.number().int().min(0).max(limits.ORDER_MINOR_MAX).nullable().default(null);
const usual = BUSINESS_SETTINGS_DEFAULT.staffing;

const { site: _, ...narrowed } = filters;

export const businessAsked = agentRequests.period.and(
  z.object({
    ...narrowed,
    site,
    zone: z.string().max(limits.ID_CHARS_MAX).optional(),
    checked: z
      .enum(['true', 'false'])
      .optional()
      .transform((said) => said === 'true'),
  }),
);
export const businessSplitAsked = businessAsked.and(z.object({ split: z.enum(SPLITS) }));
export const businessRowsAsked = businessAsked.and(
  // A file holds them all, a page the latest.
  z.object({
    of: z.enum(BUSINESS_LISTS),
    by: z.enum(BUSINESS_PART_NAMES).optional(),
    key: z.string().max(limits.SEGMENT_CHARS_MAX).optional(),
    format: z.string().max(limits.ID_CHARS_MAX).optional(),
  }),
);
/** Of what comes nobody knows yet who will have it and how it will end: asked for all the same, zeros would look like an answer. */
const UNKNOWN_YET =
  'A forecast is of what comes: who will have it, how it will end and when it comes is not known of it yet. Leave this out.';
const isForeseen = (name: Filter): name is ForecastFilter => (FORECAST_FILTERS as readonly string[]).includes(name);
const foreseen = Object.fromEntries(
  FILTERS.filter((name) => name !== 'site').map((name) => [
    name,
    isForeseen(name) ? filters[name] : z.undefined(UNKNOWN_YET).optional(),
  ]),
) as Record<ForecastFilter, (typeof filters)[ForecastFilter]>;

export const forecastAsked = z.object({
  ...foreseen,
  site,
  department: z.string().min(1).max(limits.ID_CHARS_MAX).optional(),
  zone: z.string().max(limits.ID_CHARS_MAX).optional(),
});

export const forecastRowsAsked = forecastAsked.extend({
  at: askedInstant,
  cursor: z.string().max(80).optional(),
});

export const businessSettings = z.strictObject({
  currency: z.string().length(3).nullable().default(null),
  months: z
    .array(
      z.strictObject({
        month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Write a month like 2026-11.'),
        hourlyCost: cost,
        marketing: cost,
      }),
    )
    .max(limits.BUSINESS_MONTHS_MAX)
    .default([]),
  staffing: z
    .strictObject({
      targetShare: z.number().min(0.01).max(0.99).default(usual.targetShare),
      targetMs: z
        .number()
        .int()
        .min(limits.ROUTING_STEP_MS_MIN)
        .max(limits.ROUTING_STEP_MS_MAX)
        .nullable()
        .default(null),
      chatsAtOnce: z.number().int().min(1).max(limits.AGENT_CAPACITY_MAX).default(usual.chatsAtOnce),
      occupancyMax: z.number().min(0.1).max(1).default(usual.occupancyMax),
      shrinkage: z.number().min(0).max(0.9).default(usual.shrinkage),
    })
    .default(usual),
}) satisfies z.ZodType<BusinessSettings>;
