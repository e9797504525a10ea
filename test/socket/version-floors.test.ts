import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Section 3.1 of the standard of safety: no installed copy of these is below its floor, wherever in the tree it hides. */
const FLOORS: Record<string, string> = {
  ws: '8.23.0',
  'engine.io': '6.6.10',
  'socket.io-parser': '4.2.7',
  'socket.io-adapter': '2.5.8',
  'socket.io': '4.8.4',
  express: '5.3.0',
  'path-to-regexp': '8.4.0',
  vite: '8.0.5',
};
/** Not installed today; whoever adds them adds them safe. */
const FLOORS_IF_USED: Record<string, string> = {
  multer: '2.3.0',
  'linkify-it': '5.0.2',
  'markdown-it': '14.1.1',
  nodemailer: '8.0.9',
};

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, { version?: string }>;
};
const copies = Object.entries(lock.packages).map(([path, { version }]) => ({
  name: path.split('node_modules/').at(-1) ?? '',
  path,
  version: version ?? '',
}));

function isBelow(version: string, floor: string): boolean {
  const [have, need] = [version, floor].map((text) => text.split(/[.-]/).map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (have?.[part] ?? 0) - (need?.[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

const below = (floors: Record<string, string>) =>
  copies.filter(({ name, version }) => Object.hasOwn(floors, name) && isBelow(version, floors[name] ?? ''));

describe('3.1: version floors over package-lock.json', () => {
  test.each(Object.entries(FLOORS))('%s is installed, at %s or later', (name) => {
    const found = copies.filter((copy) => copy.name === name);
    expect(found.length).toBeGreaterThan(0);
    expect(below(FLOORS).filter((copy) => copy.name === name)).toEqual([]);
  });

  test('what is not there yet comes in safe', () => {
    expect(below(FLOORS_IF_USED)).toEqual([]);
  });

  test('the comparison tells versions apart', () => {
    expect(isBelow('8.21.3', '8.23.0')).toBe(true);
    expect(isBelow('8.23.0', '8.23.0')).toBe(false);
    expect(isBelow('10.0.0', '8.23.0')).toBe(false);
  });
});
