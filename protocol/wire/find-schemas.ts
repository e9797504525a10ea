import { z } from 'zod';
import { FIND_KINDS } from './find.ts';
import { FIND_CHARS_MAX } from './limits.ts';
import { id, plain } from './schemas.ts';

const instant = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The query string of `GET /api/v1/agent/find`. Server only, as schemas.ts. */
export const findQuestion = z.object({
  text: plain(FIND_CHARS_MAX),
  kind: z.enum(FIND_KINDS).optional(),
  siteId: id.optional(),
  author: z.enum(['visitor', 'agent']).optional(),
  agentId: id.optional(),
  status: z.enum(['open', 'closed']).optional(),
  from: instant.optional(),
  to: instant.optional(),
  cursor: z.string().max(40).optional(),
});
