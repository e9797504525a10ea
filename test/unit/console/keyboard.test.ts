import { expect, test } from 'vitest';
import { pageKeyboard } from '../../../console/browser/keyboard.ts';
import type { Stroke } from '../../../console/model/strokes.ts';

/** What the console hears of what a page's keyboard says. */
function hear(...said: KeyboardEventInit[]): Stroke[] {
  const heard: Stroke[] = [];
  const leave = pageKeyboard.listen((stroke) => heard.push(stroke) > 0);
  for (const one of said) document.dispatchEvent(new KeyboardEvent('keydown', one));
  leave();
  return heard;
}

test('KB2 AltGr writes brackets where a keyboard has them there, and is none of our Alt', () => {
  const graph = { ctrlKey: true, altKey: true, modifierAltGraph: true };
  const [bracket, ...others] = hear(
    { key: '[', code: 'Digit8', ...graph },
    { key: 'ń', code: 'KeyN', ...graph },
    { key: '@', code: 'KeyQ', ...graph },
  );
  expect(bracket).toMatchObject({ key: '[', ctrl: false, alt: false });
  expect(others).toEqual([]);
});

test('KB2 the script of the letters is remembered, for keys that have signs in it', () => {
  const strokes = hear(
    { key: 'a', code: 'KeyA' },
    { key: 'ש', code: 'KeyA' },
    { key: "'", code: 'KeyW' },
    { key: 'é' },
  );
  expect(strokes.map(({ foreign }) => foreign)).toEqual([false, true, true, false]);
});

test('KB2 what chooses a word while one is being composed is not for us, nor a modifier alone, as with sticky keys, nor a key that is held', () => {
  expect(
    hear(
      { key: 'k', code: 'KeyK', isComposing: true },
      { key: 'Escape', keyCode: 229 },
      { key: 'Control', ctrlKey: true },
      { key: 'j', code: 'KeyJ', repeat: true },
    ),
  ).toEqual([]);
  expect(hear({ key: 'Control', ctrlKey: true }, { key: 'л', code: 'KeyK', ctrlKey: true })).toMatchObject([
    { key: 'л', ctrl: true },
  ]);
});
