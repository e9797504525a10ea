import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as schemas from '../../protocol/wire/schemas.ts';
import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '../../protocol/wire/version.ts';

/** One hash for each version. A change of the wire needs a new version, its history line, and a new hash here. */
const FROZEN: Record<number, string> = {
  1: '246fcc637fa06db7',
  2: '12e0c5015060c751',
};

function hashOfWire(): string {
  const json = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const tables = {
    visitorHello: json(schemas.visitorHello),
    visitorPoll: json(schemas.visitorPoll),
    agentHello: json(schemas.agentHello),
    visitor: Object.fromEntries(Object.entries(schemas.visitorCommands).map(([name, schema]) => [name, json(schema)])),
    agent: Object.fromEntries(Object.entries(schemas.agentCommands).map(([name, schema]) => [name, json(schema)])),
  };
  // What the relay tells is typed, not checked: the text of its types stands for it, white space aside.
  const files = ['events', 'asking', 'model', 'errors', 'team', 'board', 'visitor', 'files', 'upload'];
  const told = [...files, 'routing', 'why', 'departments'].map((file) =>
    readFileSync(new URL(`../../protocol/wire/${file}.ts`, import.meta.url), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replaceAll(/\s+/g, ' '),
  );
  return createHash('sha256')
    .update(JSON.stringify([tables, told]))
    .digest('hex')
    .slice(0, 16);
}

test('P10 the wire is what its version says', () => {
  expect(hashOfWire()).toBe(FROZEN[PROTOCOL_VERSION]);
});

test('P10 every version has its line of history, and the one before is still spoken', () => {
  const history = readFileSync(new URL('../../protocol/wire/version.ts', import.meta.url), 'utf8');
  for (let version = 1; version <= PROTOCOL_VERSION; version += 1)
    expect(history).toMatch(new RegExp(`\\* ${version} · `));
  expect(PROTOCOL_VERSION_MIN).toBeLessThanOrEqual(Math.max(1, PROTOCOL_VERSION - 1));
});
