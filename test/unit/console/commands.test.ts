import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { type Command, Commands } from '../../../console/model/commands.ts';
import type { KeyFocus } from '../../../console/model/ports.ts';
import { type Chord, fits, readKeys, type Stroke } from '../../../console/model/strokes.ts';
import { PlainMemory } from '../../support/console-desk.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const stroke = (given: Partial<Stroke>): Stroke => {
  return { key: '', code: '', ctrl: false, meta: false, alt: false, shift: false, ...given };
};

function board(memory = new PlainMemory(), apple = false) {
  const clock = new ManualClock();
  const done: string[] = [];
  let heard: (stroke: Stroke, focus: KeyFocus) => boolean = () => false;
  const focused = signal<string | null>(null);
  const commands = new Commands({
    clock,
    memory,
    focused: () => focused.value,
    keyboard: {
      apple,
      listen: (hear) => {
        heard = hear;
        return () => {};
      },
    },
  });
  commands.listen();
  const command = (id: string, keys: string, given: Partial<Command> = {}): Command => {
    return { id, keys, group: 'anywhere', name: () => id, run: () => done.push(id), ...given };
  };
  const press = (given: Partial<Stroke>, focus: KeyFocus = 'free') => heard(stroke(given), focus);
  return { commands, clock, done, command, press, focused };
}

test('KB2 a letter is where the keyboard writes it; where it writes none, its place counts', () => {
  const [k] = readKeys('mod+k');
  const [alt] = readKeys('alt+n');
  const [help] = readKeys('?');
  if (!k || !alt || !help) throw new Error('no chord');
  // Dvorak: the key that writes k lies where QWERTY has v.
  expect(fits(k, stroke({ key: 'k', code: 'KeyV', ctrl: true }), false)).toBe(true);
  expect(fits(k, stroke({ key: 'v', code: 'KeyK', ctrl: true }), false)).toBe(false);
  expect(fits(k, stroke({ key: 'л', code: 'KeyK', ctrl: true }), false)).toBe(true);
  expect(fits(k, stroke({ key: 'K', code: 'KeyK', ctrl: true }), false)).toBe(true);
  expect(fits(k, stroke({ key: 'k', code: 'KeyK', ctrl: true, shift: true }), false)).toBe(false);
  expect(fits(k, stroke({ key: 'k', code: 'KeyK', meta: true }), false)).toBe(false);
  expect(fits(k, stroke({ key: 'k', code: 'KeyK', meta: true }), true)).toBe(true);
  // A Mac writes a dead tilde for Option + N.
  expect(fits(alt, stroke({ key: 'Dead', code: 'KeyN', alt: true }), true)).toBe(true);
  // German: Shift + ß. Arabic: its own question mark.
  expect(fits(help, stroke({ key: '?', code: 'Minus', shift: true }), false)).toBe(true);
  expect(fits(help, stroke({ key: '؟', code: 'Slash', shift: true }), false)).toBe(true);
});

test('KB2 keyboards of other scripts reach every key: letters by their place, also where a sign lies there, and brackets', () => {
  const hits = (keys: string, given: Partial<Stroke>, apple = false) =>
    fits(readKeys(keys)[0] as Chord, stroke(given), apple);
  const other = { foreign: true };
  // Russian has letters for brackets; Greek, Hebrew and Arabic have letters or signs for q and w.
  expect(hits('[', { key: 'х', code: 'BracketLeft', ...other })).toBe(true);
  expect(hits(']', { key: 'ъ', code: 'BracketRight', ...other })).toBe(true);
  expect(hits('/', { key: 'ظ', code: 'Slash', ...other })).toBe(true);
  expect(hits('q', { key: ';', code: 'KeyQ', ...other })).toBe(true);
  expect(hits('w', { key: 'ς', code: 'KeyW', ...other })).toBe(true);
  expect(hits('w', { key: "'", code: 'KeyW', ...other })).toBe(true);
  expect(hits('alt+w', { key: "'", code: 'KeyW', alt: true })).toBe(true);
  // A sign that does something is itself: / lies on q in Hebrew.
  expect(hits('/', { key: '/', code: 'KeyQ', ...other })).toBe(true);
  expect(hits('q', { key: '/', code: 'KeyQ', ...other })).toBe(false);
  // Dvorak has signs there as well, and q and w elsewhere. French: a is where others have q.
  expect(hits('w', { key: ',', code: 'KeyW' })).toBe(false);
  expect(hits('alt+a', { key: 'a', code: 'KeyQ', alt: true })).toBe(true);
  expect(hits('q', { key: 'a', code: 'KeyQ' })).toBe(false);
  expect(hits('?', { key: '?', code: 'KeyM', shift: true })).toBe(true);
  // German on a Mac: Option writes @ for l, and brackets.
  expect(hits('alt+l', { key: '@', code: 'KeyL', alt: true }, true)).toBe(true);
  expect(hits('[', { key: '[', code: 'Digit5', alt: true }, true)).toBe(true);
  expect(hits('[', { key: '[', code: 'BracketLeft', alt: true })).toBe(false);
});

test('KB3 letters alone do nothing while somebody writes, in a dialog, or when they are off; Ctrl and Alt do', () => {
  const memory = new PlainMemory();
  const { commands, done, command, press } = board(memory);
  commands.register([command('close', 'e'), command('palette', 'mod+k')]);
  expect(press({ key: 'e' }, 'writing')).toBe(false);
  expect(press({ key: 'k', ctrl: true }, 'writing')).toBe(true);
  expect(press({ key: 'k', ctrl: true }, 'modal')).toBe(false);
  expect(press({ key: 'e' })).toBe(true);
  expect(done).toEqual(['palette', 'close']);
  commands.setPlain(false);
  expect(press({ key: 'e' })).toBe(false);
  expect(press({ key: 'k', ctrl: true })).toBe(true);
  expect(board(memory).commands.plainOn.value).toBe(false);
});

test('KB1 what is registered is heard as long as its view is there; the nearest comes first, what does not apply is passed by', () => {
  const { commands, done, command, press } = board();
  let applies = true;
  commands.register([command('far', 'e')]);
  const leave = commands.register([command('near', 'e', { applies: () => applies })]);
  press({ key: 'e' });
  applies = false;
  press({ key: 'e' });
  applies = true;
  leave();
  press({ key: 'e' });
  expect(done).toEqual(['near', 'far', 'far']);
  commands.register([command('box', 'enter', { heardElsewhere: true })]);
  expect(press({ key: 'Enter' })).toBe(false);
});

test('U16 of two conversations the one with the focus hears the keys, the sheet and the palette; the other has none of them', () => {
  const { commands, done, command, press, focused } = board();
  commands.register([command('list', 'j')]);
  commands.register([command('close first', 'c c'), command('quote first', 'q')], 'first');
  commands.register([command('close second', 'c c')], 'second');
  const named = () => commands.now().map(({ id }) => id);
  focused.value = 'first';
  expect(named()).toEqual(['list', 'close first', 'quote first']);
  for (const key of ['c', 'c', 'j']) press({ key });
  focused.value = 'second';
  expect(named()).toEqual(['list', 'close second']);
  // What only the other one could do is not done by this one, nor by the other.
  expect(press({ key: 'q' })).toBe(false);
  expect(done).toEqual(['close first', 'list']);
  // Begun in one, it is not ended in the other.
  press({ key: 'c' });
  focused.value = 'first';
  press({ key: 'c' });
  expect(done).toEqual(['close first', 'list']);
  press({ key: 'c' });
  expect(done).toEqual(['close first', 'list', 'close first']);
});

test('KB2 two strokes are one command when the second comes soon; another key ends it', async () => {
  const { commands, clock, done, command, press } = board();
  commands.register([command('inbox', 'g i'), command('reports', 'g r'), command('idle', 'i')]);
  expect(press({ key: 'g' })).toBe(true);
  expect(press({ key: 'i' })).toBe(true);
  expect(done).toEqual(['inbox']);
  press({ key: 'g' });
  expect(press({ key: 'x' })).toBe(false);
  expect(press({ key: 'r' })).toBe(false);
  press({ key: 'g' });
  await clock.advance(1_501);
  press({ key: 'i' });
  expect(done).toEqual(['inbox', 'idle']);
});
