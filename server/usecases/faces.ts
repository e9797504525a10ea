import { cleanImage } from '../../protocol/kit/image/clean-image.ts';
import type { Face } from '../../protocol/wire/faces.ts';
import { FACE_PICTURE_BYTES_MAX, FACE_SIDE_PX_MAX } from '../../protocol/wire/limits.ts';
import { maySetUp } from '../domain/staff.ts';
import type { NewPicture } from '../store/face-store.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Your own, or as an owner or admin.' };
const UNKNOWN_FORM = 'Send the picture as JPEG, PNG or WebP.';
const TOO_LARGE = `At most ${FACE_PICTURE_BYTES_MAX} bytes, and ${FACE_SIDE_PX_MAX} pixels a side.`;

/** W31: to visitors of the sites that these agents serve, and to nobody else. */
export async function readFaces(
  context: Context,
  { siteId }: VisitorSubject,
  { agentIds }: { agentIds: string[] },
): Promise<Done<{ faces: Face[] }>> {
  const found = await context.store.listFaces(agentIds);
  const faces = found
    .filter((face) => serves(face, siteId))
    .map(({ agentId, title, picture }) => ({ agentId, title, picture }));
  return answered({ faces });
}

/** One agent's, for whoever may change it. */
export async function readFace(
  context: Context,
  subject: AgentSubject,
  { agentId }: { agentId: string },
): Promise<Done<Face>> {
  if (!mayChange(subject, agentId)) return refused('forbidden', FORBIDDEN);
  const [face] = await context.store.listFaces([agentId]);
  return answered({ agentId, title: face?.title ?? '', picture: face?.picture ?? null });
}

/** A picture in base 64; left out it stays, null takes it away. It leaves its metadata here, as files do (F3). */
export async function setFace(
  context: Context,
  subject: AgentSubject,
  input: { agentId: string; title: string; picture?: string | null | undefined },
): Promise<Done<Face>> {
  if (!mayChange(subject, input.agentId)) return refused('forbidden', FORBIDDEN);
  const { agentId, title, picture: sent } = input;
  const picture = typeof sent === 'string' ? cleanPicture(sent, context.ids.picture()) : sent;
  if (picture && 'hint' in picture) return refused('file_refused', { field: 'picture', hint: picture.hint });
  const result = await context.store.setFace({ agentId, title, picture, at: context.clock.now() });
  return result === 'not_found' ? refused('not_found') : readFace(context, subject, input);
}

export interface Picture {
  type: string;
  content: Uint8Array;
}

/** Agents see all of them; a visitor those of her site's agents. Unknown and foreign are one answer. */
export async function readPicture(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  { id }: { id: string },
): Promise<Done<Picture>> {
  const found = await context.store.findPicture(id);
  if (!found || (subject.kind === 'visitor' && !serves(found, subject.siteId))) return refused('not_found');
  return answered({ type: found.type, content: Buffer.from(found.content, 'base64') });
}

function serves({ siteIds }: { siteIds: string[] }, siteId: string): boolean {
  return siteIds.length === 0 || siteIds.includes(siteId);
}

function mayChange({ agent }: AgentSubject, agentId: string): boolean {
  return agent.id === agentId || maySetUp(agent);
}

function cleanPicture(base64: string, id: string): NewPicture | { hint: string } {
  const image = cleanImage(new Uint8Array(Buffer.from(base64, 'base64')));
  if (!image || image.type === 'image/gif') return { hint: UNKNOWN_FORM };
  const { type, parts, width, height } = image;
  const clean = Buffer.concat(parts);
  const side = Math.max(width, height);
  if (clean.length > FACE_PICTURE_BYTES_MAX || side > FACE_SIDE_PX_MAX || Math.min(width, height) === 0)
    return { hint: TOO_LARGE };
  return { id, type, content: clean.toString('base64') };
}
