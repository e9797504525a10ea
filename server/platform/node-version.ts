/** First patch of each living line whose Brotli decoder is mended (D1 of docs/security.md). */
const FLOORS: Record<number, [number, number]> = { 22: [23, 4], 24: [22, 1], 26: [12, 1] };

export type NodeVerdict = { kind: 'good' } | { kind: 'ended'; line: number } | { kind: 'behind'; floor: string };

/**
 * Judges a version such as "v24.22.1". Lines that get no fixes any more are `ended`; living lines below their floor
 * are `behind`. Deskbell runs on both, because it never decodes a compressed request body; it says so once.
 */
export function judgeNode(version: string): NodeVerdict {
  const [major = 0, minor = 0, patch = 0] = version.replace(/^v/, '').split('.').map(Number);
  const floor = FLOORS[major];
  if (!floor) return major > 26 ? { kind: 'good' } : { kind: 'ended', line: major };
  const [floorMinor, floorPatch] = floor;
  const isBehind = minor < floorMinor || (minor === floorMinor && patch < floorPatch);
  return isBehind ? { kind: 'behind', floor: `${major}.${floorMinor}.${floorPatch}` } : { kind: 'good' };
}
