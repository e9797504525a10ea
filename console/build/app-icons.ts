import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** The bell of console/icon.svg, on its grid of 64: lines, and the dome. */
const LINES = [
  [12, 45, 52, 45],
  [32, 28, 32, 22],
  [26, 21, 38, 21],
  [27, 53, 37, 53],
] as const;
const DOME = { x: 32, y: 45, radius: 16 };
const GROUND = [0x42, 0x50, 0xbd] as const;

/** What phones and desktops show of an installed console. Made here, so that no pictures lie in the repository. */
export function writeApp(folder: string): void {
  for (const size of [180, 192, 512])
    writeFileSync(join(folder, `icon-${size}.png`), png(size, 1, size === 180 ? 0 : 16));
  writeFileSync(join(folder, 'icon-maskable.png'), png(512, 0.7, 0));
  const icon = (src: string, sizes: string, purpose: string) => ({ src, sizes, purpose, type: 'image/png' });
  const manifest = {
    ...{ id: '/console/', name: 'Deskbell', short_name: 'Deskbell', start_url: '/console/inbox', scope: '/console/' },
    ...{ display: 'standalone', background_color: '#ffffff', theme_color: '#4250bd' },
    icons: [
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('icon-maskable.png', '512x512', 'maskable'),
    ],
  };
  writeFileSync(join(folder, 'manifest.webmanifest'), JSON.stringify(manifest));
}

/** `scale` of the bell within its ground, whose corners are round by `corner`. */
function png(size: number, scale: number, corner: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const pixel = 64 / size;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [u, v] = [(x + 0.5) * pixel, (y + 0.5) * pixel];
      const ground = covered(cornerDistance(u, v, corner), pixel);
      const bell = covered((toBell(32 + (u - 32) / scale, 32 + (v - 32) / scale) - 2.5) * scale, pixel);
      const at = y * (size * 4 + 1) + 1 + x * 4;
      GROUND.forEach((part, index) => {
        rows[at + index] = Math.round(part + (255 - part) * bell);
      });
      rows[at + 3] = Math.round(255 * ground);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function covered(distance: number, pixel: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance / pixel));
}

function cornerDistance(u: number, v: number, corner: number): number {
  const [x, y] = [Math.abs(u - 32) - (32 - corner), Math.abs(v - 32) - (32 - corner)];
  return Math.hypot(Math.max(x, 0), Math.max(y, 0)) + Math.min(Math.max(x, y), 0) - corner;
}

function toBell(u: number, v: number): number {
  const lines = LINES.map(([x1, y1, x2, y2]) => {
    const along = ((u - x1) * (x2 - x1) + (v - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
    const t = Math.min(1, Math.max(0, along));
    return Math.hypot(u - x1 - t * (x2 - x1), v - y1 - t * (y2 - y1));
  });
  const dome = v <= DOME.y ? Math.abs(Math.hypot(u - DOME.x, v - DOME.y) - DOME.radius) : Number.POSITIVE_INFINITY;
  return Math.min(dome, ...lines);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
