import { expect, test } from 'vitest';
import { filesOf, tableOf } from '../engines/table.ts';
import { enginePath, whatIsMissing } from '../support/engines.ts';

/** What `npm run test:engines` says where a browser is missing: one sentence, with the packages to install. */

const here = (paths: string[]) => (path: string) => paths.includes(path);
const PATH = { PATH: '/usr/bin:/bin' };

test('nothing is missing where everything is', () => {
  const all = ['/usr/bin/WebKitWebDriver', '/opt/MiniBrowser', '/usr/bin/xvfb-run', '/bin/xauth'];
  expect(whatIsMissing('Firefox', PATH, here(['/usr/bin/firefox-esr']))).toBeNull();
  expect(whatIsMissing('WebKit', { ...PATH, WEBKIT: '/opt/MiniBrowser' }, here(all))).toBeNull();
});

test('each that is missing is named with its package, and how to say where it is', () => {
  expect(whatIsMissing('Firefox', PATH, here([]))).toBe(
    'No Firefox could be started: install what is missing (Debian: apt-get install firefox-esr), or set FIREFOX to where it is.',
  );
  expect(whatIsMissing('WebKit', PATH, here(['/usr/bin/WebKitWebDriver']))).toBe(
    'No WebKit could be started: install what is missing (Debian: apt-get install libwebkit2gtk-4.1-0 xvfb xauth), or set WEBKIT to where it is.',
  );
  const noScreen = here(['/usr/bin/WebKitWebDriver', '/opt/MiniBrowser', '/usr/bin/xauth']);
  expect(whatIsMissing('WebKit', { ...PATH, WEBKIT: '/opt/MiniBrowser' }, noScreen)).toBe(
    'No WebKit could be started: install what is missing (Debian: apt-get install xvfb).',
  );
});

test('a path that is named and not there is said so', () => {
  expect(() => enginePath('FIREFOX', { FIREFOX: '/nowhere' }, here([]))).toThrow('FIREFOX names /nowhere');
});

test('it ends on a table: a line for each file, what did not run has failed, and what failed comes last', () => {
  const run = (status: string, ...durations: number[]) => ({
    tests: [{ status, results: durations.map((duration) => ({ duration })) }],
  });
  const files = filesOf([
    { file: 'files.spec.ts', specs: [run('expected', 1_000), run('unexpected', 2_500)], suites: [] },
    { file: 'story.spec.ts', specs: [], suites: [{ file: 'story.spec.ts', specs: [run('expected', 12_340)] }] },
    { file: 'team.spec.ts', specs: [run('skipped')] },
  ]);
  expect(tableOf(files).split('\n')).toEqual([
    'engine   stories  passed  failed  seconds',
    'Firefox  story         1       0     12.3',
    'Firefox  files         1       1      3.5',
    'Firefox  team          0       1      0.0',
  ]);
});
