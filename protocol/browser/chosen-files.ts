import type { Chosen } from '../client/uploads.ts';

/** Of the longer side of a picture, CSS pixels. */
const PICTURE_PX_MAX = 240;

/** What was chosen, dropped or pasted, as uploads take it. */
export function chosenFiles(files: Iterable<File>): Chosen[] {
  // Not `Array.from`: older libraries of a page put something else in its place.
  return [...files].map((file) => ({
    ...{ name: file.name, bytes: file.size, type: file.type },
    read: async () => new Uint8Array(await file.arrayBuffer()),
    draw: (canvas) => drawPicture(file, canvas as HTMLCanvasElement),
  }));
}

/** False: it is no picture that this browser can draw. */
export async function drawPicture(blob: Blob, canvas: HTMLCanvasElement | null): Promise<boolean> {
  const whole = await createImageBitmap(blob).catch(() => null);
  if (!whole || !canvas) return false;
  const scale = Math.min(1, (PICTURE_PX_MAX * devicePixelRatio) / Math.max(whole.width, whole.height));
  canvas.width = Math.max(1, Math.round(whole.width * scale));
  canvas.height = Math.max(1, Math.round(whole.height * scale));
  canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  return true;
}
