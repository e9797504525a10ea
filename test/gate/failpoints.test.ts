import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));
/** Names of the failpoints, as protocol/kit/failpoint.ts lists them. */
const points = [...readFileSync(join(top, 'protocol/kit/failpoint.ts'), 'utf8').matchAll(/\| '(\w+)'/g)].map(
  ([, name]) => name as string,
);

test('what people run has no failpoints: neither their names nor what they are told by', () => {
  expect(points.length).toBeGreaterThanOrEqual(4);
  const files = readdirSync(join(top, 'dist'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(?:js|html|css)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name));
  expect(files.some((file) => file.endsWith('server/cli.js'))).toBe(true);
  const traces = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...points, 'failpoint', 'FAILPOINT', 'CLOCK_SHIFT_MS'].filter((word) => text.includes(word));
  });
  expect(traces).toEqual([]);
});
