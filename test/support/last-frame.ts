import { afterAll } from 'vitest';

// Before a test turns them by hand.
const { requestAnimationFrame: nextFrame, setTimeout: next } = globalThis;

/** What an effect leaves behind, Preact clears away in the frame after its component has gone: the page must still be there then. */
if (nextFrame) afterAll(() => new Promise<void>((resolve) => nextFrame(() => next(resolve))));
