import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readKeys } from '../../../console/model/strokes.ts';
// Fetched before, so that no test waits for it.
import '../../../console/ui/keys-sheet.tsx';
import { Root } from '../../../console/ui/root.tsx';
import { success } from '../../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { plainDialogs } from '../../support/plain-dialogs.ts';

/** KB5: what stands in the sheet of shortcuts against what keys really do, and against what the source says of keys. */

afterEach(cleanup);
beforeAll(async () => {
  await consoleParts();
  plainDialogs();
});

const UI = join(import.meta.dirname, '../../../console/ui');
const sources = readdirSync(UI, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('languages'))
  .map((name) => readFileSync(join(UI, name), 'utf8').replace(/^\s*(?:\/\*\*|\*).*$/gm, ''));
const found = (pattern: RegExp) => sources.flatMap((text) => [...text.matchAll(pattern)].map(([, key = '']) => key));

/** Keys that the source registers; some say `keys:`, the ways to pages stand in `go(…)`, what the boxes hear in `inBox(…)`. */
const registered = new Set([
  ...found(/\bkeys: '([^']+)'/g),
  ...found(/\bgo\(\s*'[a-z]+',\s*'([^']+)'/g),
  ...found(/\binBox\('[^']+', '([^']+)'/g),
]);
/** They wait for another state than one conversation of one's own: two beside each other, seconds to undo, somebody who waits, a question. */
const ELSEWHERE = ['f6', 'alt+w', 'alt+z', 't', 'p l'];

/** Somebody who may do everything, before the list; `openTalk`: before a conversation of her own, where a narrow window shows no list. */
async function openList(): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.relay.thread('c1', [visitorSays(1, 'Hello'), queued(2), assignedTo(3, ana), visitorSays(4, 'Still there?')]);
  for (const quiet of ['receipt:set', 'typing:set', 'session:touch'] as const)
    desk.relay.script(quiet, () => success({}));
  desk.relay.script('team:list', () => success({ members: [], awayReasons: [], idleAwayMs: 0 } as never));
  const me = { ...ana, role: 'owner' as const };
  desk.http.answers.set('me', success(me));
  await desk.open([summaryOf('c1'), summaryOf('c2')], { at: 1_000_000, me });
  render(<Root app={desk.app} />);
  await waitFor(() => expect(desk.app.commands.find('inbox:next')).toBeTruthy());
  return desk;
}
async function openTalk(desk: ConsoleDesk): Promise<void> {
  desk.app.go({ name: 'inbox', conversationId: 'c1' });
  await screen.findByRole('textbox', { name: 'Reply' });
  await waitFor(() => expect(desk.app.commands.find('thread:close')).toBeTruthy());
}

const keyed = (desk: ConsoleDesk) => desk.app.commands.all.value.filter(({ keys }) => keys !== undefined);

test('KB5 each key that the sheet names does what stands beside it, and nothing else does', async () => {
  const desk = await openList();
  pressAll(desk);
  await openTalk(desk);
  pressAll(desk);
});

function pressAll(desk: ConsoleDesk): void {
  const live = keyed(desk).filter(({ heardElsewhere, applies }) => !heardElsewhere && (applies?.() ?? true));
  expect(live.length).toBeGreaterThan(10);
  // Nor do two of one view have the same keys where only one of them applies now.
  const own = keyed(desk).flatMap(({ keys, heardElsewhere }) => (heardElsewhere ? [] : [keys]));
  expect(own.filter((keys, at) => own.indexOf(keys) !== at)).toEqual([]);
  const ran: string[] = [];
  for (const command of live) vi.spyOn(command, 'run').mockImplementation(() => ran.push(command.id));
  for (const { id, keys = '' } of live) {
    ran.length = 0;
    for (const { key, mod, alt, shift } of readKeys(keys)) desk.keyboard.press({ key, ctrl: mod, alt, shift });
    expect({ keys, ran }).toEqual({ keys, ran: [id] });
  }
  vi.restoreAllMocks();
}

test('KB5 what the source registers stands in the sheet, and what the source hears by itself is registered', async () => {
  const desk = await openList();
  const inList = keyed(desk).map(({ keys }) => keys);
  await openTalk(desk);
  const there = new Set([...inList, ...keyed(desk).map(({ keys }) => keys)]);
  expect([...registered].filter((keys) => !there.has(keys) && !ELSEWHERE.includes(keys))).toEqual([]);
  desk.keyboard.press({ key: '?', shift: true });
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  const caps = within(sheet).getAllByRole('definition');
  const { groups } = desk.app.commands;
  const inOrder = groups.flatMap((group) => keyed(desk).filter((command) => command.group === group));
  const capsOf = (keys: string) => keys.split(' ').flatMap((stroke) => stroke.split('+'));
  expect(caps.map((line) => line.querySelectorAll('kbd').length)).toEqual(
    inOrder.map(({ keys = '' }) => capsOf(keys).length),
  );
  expect(
    within(sheet)
      .getAllByRole('term')
      .map((line) => line.textContent),
  ).toEqual(inOrder.map((one) => one.name()));
  // Arrows, Enter, Escape and the like are said in a sentence; a letter must stand there.
  const heard = found(/\bkey(?:\.toLowerCase\(\))? === '(.)'/g);
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.filter((letter) => !registered.has(`mod+${letter}`))).toEqual([]);
});
