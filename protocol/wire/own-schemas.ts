import { z } from 'zod';
import type { EraseIn } from './own.ts';

/** What a visitor asks about what is kept of her (J15). Server only, as schemas.ts. */
export const eraseIn: z.ZodType<EraseIn> = z.object({ erase: z.literal('everything') });
