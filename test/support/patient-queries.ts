import { expect } from 'vitest';

/** What a component draws a moment later is waited for, however slow the machine; only files of components pay for the library. */
const { testPath = '' } = expect.getState();
if (testPath.endsWith('.tsx')) {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 60_000 });
}
