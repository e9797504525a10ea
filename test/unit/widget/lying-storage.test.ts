import { afterEach, expect, test, vi } from 'vitest';
import { openShelf } from '../../../widget/browser/shelf.ts';
import { settle } from '../../support/manual-clock.ts';
import { type FakeShelf, visit } from './visit.ts';

/** Pages put storage of their own in the browser's place (W8, decision 0361). */

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

/** A page whose storage answers the n-th reading as it likes, at a relay that knows only the tokens which it gave. */
function lied(answer: (reading: number) => string | null) {
  let readings = 0;
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => answer(readings++));
  const here = visit({ shelf: openShelf('localStorage', 'deskbell:a:') as FakeShelf });
  const given: string[] = [];
  const meet = () =>
    here.clock.after(1, () => {
      const { token } = here.relay.said;
      if (token && !given.includes(token)) return here.relay.refuse('unauthorized');
      here.relay.visitorId = `visitor-${token ? given.indexOf(token) : given.length}`;
      if (!token) given.push(`token-of-${here.relay.visitorId}`);
      here.relay.greet();
    });
  // A mark of a conversation that is none may have it connected already.
  if (here.relay.wanted) meet();
  here.relay.listen((event) => event.kind === 'state' && event.state.status === 'connecting' && meet());
  here.chat.setOpen(true);
  return { ...here, given };
}

test.each<[string, (reading: number) => string | null]>([
  ['something else at each reading', (reading) => `junk-${reading}`],
  ['nothing at first', (reading) => (reading < 2 ? null : `junk-${reading}`)],
])('W8 storage that answers %s: the chat goes on from memory', async (_of, answer) => {
  const here = lied(answer);
  await here.clock.advance(10_000);
  expect(here.chat.link.value).toBe('online');
  here.relay.storing();
  here.say('Hello');
  await settle();
  expect(here.lines()).toEqual(['Hello|sent']);
  expect(here.given.length).toBeLessThan(3);
  expect(here.relay.starts).toBeLessThan(5);
});

test.each([2, 3, 4, 5, 6, 7])(
  'W8 whatever storage answers, in rounds of %i, the relay is not asked without a pause',
  async (round) => {
    for (let pattern = 0; pattern < 1 << round; pattern += 1) {
      const here = lied((reading) => ((pattern >> (reading % round)) & 1 ? `junk-${reading}` : null));
      await here.clock.advance(10_000);
      expect(here.relay.starts, pattern.toString(2)).toBeLessThan(14);
      here.chat.dispose();
    }
  },
);
