import { realClock } from '../../console/browser/real-clock.ts';
import type { App } from '../../console/model/app.ts';
import type { Scenery } from './console-fakes.ts';

/** One state of the console: where it is, what the relay says, and what is pressed then. */
export interface Story {
  path?: string;
  /** Nobody is signed in. */
  door?: boolean;
  setUp?: boolean;
  scenery?: Partial<Scenery>;
  answers?: Record<string, unknown>;
  act?(app: App): unknown;
}

/** Which story is shown; what one before it still wanted to press is forgotten. */
let turn = 0;
let pressing: Promise<void> = Promise.resolve();

/** One press after the other, each when the page has drawn what the one before opened. */
export function press(...selectors: string[]): void {
  pressing = pressAll(selectors, turn, '');
}

export function nextStory(): number {
  pressing = Promise.resolve();
  turn += 1;
  return turn;
}

/** Whether this story is still the one that is shown, when all of it was pressed. */
export async function pressed(story: number): Promise<boolean> {
  await pressing;
  return story === turn;
}

async function pressAll([first, ...rest]: string[], story: number, before: string, tries = 0): Promise<void> {
  if (!first || story !== turn) return;
  const found = document.querySelector<HTMLElement>(first);
  // As a person's press does: what closes gives the focus back to it.
  found?.focus();
  found?.click();
  await new Promise<void>((resolve) => realClock.after(50, resolve));
  if (found) return pressAll(rest, story, first);
  // What had been opened may have been closed again by what came after it.
  if (tries === 20) return pressAll(before ? [before, first, ...rest] : [first, ...rest], story, '');
  await pressAll([first, ...rest], story, before, tries + 1);
}
