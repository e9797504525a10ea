import { z } from 'zod';
import * as limits from './limits.ts';
import { clientId, id, page, plain, work } from './schemas.ts';
import type { FilePart } from './upload.ts';

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What the header of a part says, with the body as `content`. Whether it is too large for the site is the use case's to say. */
export const filePart: z.ZodType<FilePart & { content: Uint8Array }> = z.object({
  clientId,
  name: plain(limits.FILE_NAME_SENT_CHARS_MAX).catch('file'),
  bytes: count,
  offset: count,
  conversationId: id.optional(),
  page: page.optional(),
  leave: z.boolean().optional(),
  alt: plain(limits.FILE_ALT_CHARS_MAX).optional(),
  work: work.optional(),
  content: z.instanceof(Uint8Array, { message: 'Send the bytes as application/octet-stream.' }),
});

export const fileDropped = z.object({ clientId });
export const fileAsked = z.object({ id });
