import type { Badge } from '../model/ports.ts';

const SIZE = 64;
const SHOWN_MAX = 9;

/** "(2) Deskbell" in the title, and a red figure on the tab's icon. */
export function createBadge(icon: HTMLLinkElement | null, titleOf: (unread: number, page: string) => string): Badge {
  const plain = icon?.href ?? '';
  let shown = 0;
  return {
    show(unread, page) {
      document.title = titleOf(unread, page);
      if (!icon || unread === shown) return;
      shown = unread;
      if (unread === 0) icon.href = plain;
      else
        void draw(plain, unread).then((picture) => {
          // A picture takes its time to be decoded: what was read meanwhile stands on no icon any more.
          if (picture && unread === shown) icon.href = picture;
        });
    },
  };
}

/** Null: this browser draws nothing. */
async function draw(plain: string, unread: number): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const picture = new Image(SIZE, SIZE);
  picture.src = plain;
  try {
    await picture.decode();
    pen.drawImage(picture, 0, 0, SIZE, SIZE);
  } catch {
    // Without the bell the figure alone still says it.
  }
  pen.fillStyle = '#d92d20';
  pen.beginPath();
  pen.arc(44, 20, 20, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = '#ffffff';
  pen.font = '700 30px system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(unread > SHOWN_MAX ? `${SHOWN_MAX}+` : String(unread), 44, 21);
  return canvas.toDataURL('image/png');
}
