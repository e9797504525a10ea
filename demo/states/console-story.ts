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

/** One press after the other, each when the page has drawn what the one before opened. */
export function press(...selectors: string[]): void {
  const [first, ...rest] = selectors;
  if (!first) return;
  const found = document.querySelector<HTMLElement>(first);
  found?.click();
  realClock.after(50, () => press(...(found ? rest : selectors)));
}
