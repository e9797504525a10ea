import { cleanImage } from '../../protocol/kit/image/clean-image.ts';
import type { FileRules } from '../../protocol/wire/files.ts';
import { IMAGE_PIXELS_MAX, IMAGE_SIDE_PX_MAX } from '../../protocol/wire/limits.ts';
import { type FileType, readFileType } from '../domain/files/file-type.ts';

const UNCLEAN = 'This form of picture cannot be freed of its metadata. Send it as JPEG, PNG, WebP or GIF.';
const DAMAGED = 'This picture is damaged.';

export type Looked = { pieces: Uint8Array[]; type: FileType; size: { width?: number; height?: number } };

/** F2, F3: what it is, by content; a picture leaves its metadata here. */
export function lookThrough(content: Uint8Array, rules: FileRules): Looked | { hint: string } {
  const image = cleanImage(content);
  if (image === null) return { hint: DAMAGED };
  const found = image ? imageType(image.type) : readFileType(content);
  if (found === 'unclean') return { hint: UNCLEAN };
  if (!rules.kinds.includes(found.kind))
    return { hint: `Taken are: ${rules.kinds.join(', ')}. This is: ${found.kind}.` };
  if (!image) return { pieces: [content], type: found, size: {} };
  const { width, height, pieces } = { ...image, pieces: image.parts };
  const isDrawable =
    Math.min(width, height) > 0 && Math.max(width, height) <= IMAGE_SIDE_PX_MAX && width * height <= IMAGE_PIXELS_MAX;
  return { pieces, type: found, size: isDrawable ? { width, height } : {} };
}

function imageType(type: string): FileType {
  const ending = type.slice('image/'.length);
  return { kind: 'image', type, endings: ending === 'jpeg' ? ['jpg', 'jpeg', 'jfif'] : [ending] };
}
