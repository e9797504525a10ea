/** What the relay takes, and enough for the finest screens. */
const SIDE_PX = 256;
const QUALITY = 0.86;

/** The middle of a chosen picture as a small square, in base 64; null where this browser cannot read it. */
export async function shrinkPicture(file: unknown): Promise<string | null> {
  try {
    const whole = await createImageBitmap(file as Blob);
    const side = Math.min(whole.width, whole.height);
    const canvas = document.createElement('canvas');
    canvas.width = SIDE_PX;
    canvas.height = SIDE_PX;
    const from = [(whole.width - side) / 2, (whole.height - side) / 2, side, side] as const;
    canvas.getContext('2d')?.drawImage(whole, ...from, 0, 0, SIDE_PX, SIDE_PX);
    whole.close();
    // Browsers that cannot write WebP write PNG, which may be too large for a photograph.
    const blob = (await blobOf(canvas, 'image/webp')) ?? (await blobOf(canvas, 'image/jpeg'));
    return blob && base64Of(new Uint8Array(await blob.arrayBuffer()));
  } catch {
    return null;
  }
}

async function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  return blob?.type === type ? blob : null;
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
