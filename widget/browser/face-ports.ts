/** Of a picture, device pixels: the header's, on a fine screen. */
const SIDE_PX = 80;

/** Pictures of agents, with the visitor's token; what was seen once is in the browser's own cache. */
export function createDrawFace(origin: string, site: string, token: () => string | null) {
  const loaded = new Map<string, Promise<ImageBitmap | null>>();
  const load = async (id: string) => {
    try {
      const headers = { Authorization: `Bearer ${token() ?? ''}`, 'X-Deskbell-Site': site };
      const answer = await fetch(`${origin}/api/v1/visitor/pictures/${id}`, { headers, credentials: 'omit' });
      return answer.ok ? await createImageBitmap(await answer.blob()) : null;
    } catch {
      return null;
    }
  };
  /** The middle of it, as a square. False: the initials stay. */
  return async (id: string, canvas: HTMLCanvasElement): Promise<boolean> => {
    const asked = loaded.get(id) ?? load(id);
    loaded.set(id, asked);
    const picture = await asked;
    if (!picture) {
      loaded.delete(id);
      return false;
    }
    const { width, height } = picture;
    const side = Math.min(width, height);
    canvas.width = SIDE_PX;
    canvas.height = SIDE_PX;
    const place = [(width - side) / 2, (height - side) / 2, side, side, 0, 0, SIDE_PX, SIDE_PX] as const;
    canvas.getContext('2d')?.drawImage(picture, ...place);
    return true;
  };
}
