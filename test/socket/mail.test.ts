import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import { figuresOf } from '../support/figures-of.ts';
import { htmlOf, smtpError, textOf } from '../support/smtp.ts';
import {
  linkIn,
  look,
  page,
  placeOf,
  refuseWith,
  relay,
  request,
  smtp,
  startScene,
  stopScene,
  talk,
} from './mail-scene.ts';

beforeEach(startScene);
afterEach(stopScene);

describe('E6 a copy of the conversation', () => {
  test('goes to the address, in her language and zone, with what she may see and nothing else', async () => {
    const { visitor, agent, conversationId } = await talk();
    await agent.command('note:add', { conversationId, clientId: 'note-00000000001', body: 'A secret note' });
    const asked = request(conversationId, { language: 'de-AT', zone: 'Asia/Tokyo' });
    expect(await visitor.command('transcript:request', asked)).toMatchObject({ ok: true });
    await look();
    const got = await smtp.next();
    expect(got.to).toEqual(['eva@example.org']);
    const text = textOf(got);
    expect(text).toContain('My boots leak');
    expect(text).toContain('We mend them <b>for you</b>');
    expect(text).toContain('Asia/Tokyo');
    expect(htmlOf(got)).toContain('&lt;b&gt;for you&lt;/b&gt;');
    expect(`${text}${htmlOf(got)}`).not.toContain('A secret note');
    expect(text).toContain('Hier ist der Chat mit Demo shop');
    expect(got.headers.get('list-unsubscribe')).toMatch(/^<http.*\/mail\/stop\//);
  });

  test('at the end where she asked for that, once', async () => {
    const { visitor, conversationId, agent } = await talk();
    await visitor.command('transcript:request', request(conversationId, { when: 'end' }));
    await look();
    expect(smtp.arrived).toEqual([]);
    await agent.command('conversation:close', { conversationId });
    await look();
    await look();
    expect(smtp.arrived).toHaveLength(1);
  });

  test('E4 a stranger’s address gets one a day, whoever asks and however it is spelt; more are refused', async () => {
    const { visitor, conversationId, say } = await talk();
    const ask = (email: string) => visitor.command('transcript:request', request(conversationId, { email }));
    const same = await Promise.all(['eva@gmail.com', 'e.va@gmail.com', 'Eva+2@googlemail.com'].map(ask));
    expect(same.map(({ ok }) => ok)).toEqual([true, true, true]);
    await say('One word more', 2);
    for (let asked = 0; asked < 5; asked += 1)
      expect(await ask(`eva+${asked}@gmail.com`)).toMatchObject({ ok: false, error: 'rate_limited' });
    await look();
    expect(smtp.arrived).toHaveLength(1);
  });

  test('E4 one visitor asks for three a day, to whomever', async () => {
    const { visitor, conversationId } = await talk();
    const ask = (n: number) =>
      visitor.command('transcript:request', request(conversationId, { email: `p${n}@example.org` }));
    for (const n of [1, 2, 3]) expect(await ask(n)).toMatchObject({ ok: true });
    expect(await ask(4)).toMatchObject({ error: 'rate_limited' });
  });

  test('E6 nothing goes out before somebody of the team has answered, and not of a stranger’s conversation', async () => {
    const visitor = await relay.visitor();
    await visitor.fact('session:ready');
    const opened = await visitor.command('conversation:open', { clientId: 'opening-000000001', body: 'Buy pills' });
    const { conversationId } = placeOf(opened);
    expect(await visitor.command('transcript:request', request(conversationId))).toMatchObject({ error: 'unanswered' });
    const other = await relay.visitor();
    await other.fact('session:ready');
    expect(await other.command('transcript:request', request(conversationId))).toMatchObject({ error: 'not_found' });
    expect(
      await other.command('transcript:request', request(conversationId, { email: 'a@x.org,b@x.org' })),
    ).toMatchObject({
      error: 'invalid_payload',
    });
  });

  test('one of the team sends it, too', async () => {
    const { agent, conversationId } = await talk(null);
    expect(await agent.command('transcript:send', request(conversationId))).toMatchObject({ ok: true });
    await look();
    expect((await smtp.next()).to).toEqual(['eva@example.org']);
  });
});

describe('E8 an answer to somebody who is gone', () => {
  const FIVE = 5 * 60_000;

  test('goes out once, after the owner’s time, with the page and no way into the conversation', async () => {
    const { say } = await talk();
    await look(FIVE - 10_000);
    expect(smtp.arrived).toEqual([]);
    await look(20_000);
    await look(60_000);
    expect(smtp.arrived).toHaveLength(1);
    const text = textOf(await smtp.next());
    expect(text).toContain('We mend them');
    expect(text).not.toContain('My boots leak');
    expect(text).not.toMatch(/token|secret|vst_/);
    await say('And they are ready', 2);
    await look(FIVE);
    const second = textOf(await smtp.next());
    expect(second).toContain('And they are ready');
    expect(second).not.toContain('We mend them');
  });

  test('does not go where she has read it meanwhile, also between being put in and going out', async () => {
    const { visitor, conversationId } = await talk();
    refuseWith(smtpError(451, 'greylisted'));
    await look(FIVE + 1_000);
    refuseWith(null);
    await visitor.command('receipt:set', { conversationId, deliveredSeq: 9, readSeq: 9 });
    const { head } = (await relay.store.findConversation(conversationId)) ?? { head: 0 };
    await relay.store.raiseMarks({ conversationId, by: 'visitor', deliveredSeq: head, readSeq: head });
    await look(60_000);
    expect(smtp.arrived).toEqual([]);
  });

  test('E11 nor to somebody who wants no more; looking at that page ends nothing', async () => {
    const { say } = await talk();
    await look(FIVE + 1_000);
    const path = linkIn(await smtp.next(), 'stop');
    expect(await page('GET', path)).toMatchObject({ status: 200 });
    await say('More', 2);
    await look(FIVE + 1_000);
    expect(smtp.arrived).toHaveLength(2);
    expect((await page('POST', path, 'List-Unsubscribe=One-Click')).text).toContain('Done');
    await say('Even more', 3);
    await look(FIVE + 1_000);
    expect(smtp.arrived).toHaveLength(2);
    expect((await page('POST', `${path}x`)).text).toContain('not good any more');
  });
});

describe('E9 a rating by link', () => {
  const settings = {
    ...SITE_SETTINGS_DEFAULT,
    mail: { ...SITE_SETTINGS_DEFAULT.mail, asksRating: true, answersAfterMs: null },
  };

  async function askedFor() {
    const story = await talk();
    expect(await story.ask('PUT', 'sites/demo/settings', settings)).toMatchObject({ status: 200 });
    await story.agent.command('conversation:close', { conversationId: story.conversationId });
    await look(3_600_000 + 10_000);
    return { ...story, path: linkIn(await smtp.next(), 'rating') };
  }

  test('looking votes for nothing; one answer is kept, and no second', async () => {
    const { path, conversationId } = await askedFor();
    for (let looked = 0; looked < 3; looked += 1) expect((await page('GET', path)).text).toContain('type="radio"');
    const score = async () => (await relay.store.findMailConversation(conversationId))?.score;
    expect(await score()).toBeNull();
    expect((await page('POST', path, 'comment=x')).text).toContain('choose one');
    expect((await page('POST', path, 'score=9')).text).toContain('choose one');
    const answered = await page('POST', path, 'score=4&comment=Good+%3Cb%3Ework%3C%2Fb%3E');
    expect(answered.text).toContain('Thank you');
    expect(await score()).toBe(4);
    expect((await page('POST', path, 'score=1')).text).toContain('already');
    expect((await page('GET', path)).text).not.toContain('type="radio"');
    expect(await score()).toBe(4);
    await look(3_600_000);
    expect(smtp.arrived).toHaveLength(1);
  });

  test('P36 thirty at once are one vote: one is thanked, all others read that it was given', async () => {
    const { path, conversationId } = await askedFor();
    const pressed = Array.from({ length: 30 }, (_, n) => page('POST', path, `score=${1 + (n % 5)}&comment=no+${n}`));
    const thanked = (await Promise.all(pressed)).map(({ text }) => (text.includes('already') ? 'given' : 'thanks'));
    expect(thanked.toSorted()).toEqual([...Array(29).fill('given'), 'thanks']);
    const { score } = (await relay.store.findMailConversation(conversationId)) ?? {};
    expect(score).toBe(1 + (thanked.indexOf('thanks') % 5));
  });

  test('P36 J12 from the moment on in which its person is erased, a link asks and keeps nothing', async () => {
    const { path, conversationId, ask } = await askedFor();
    const visitorId = (await relay.store.findMailConversation(conversationId))?.visitorId;
    const now = Date.now();
    const asked = `measures/summary?from=${now - 3_600_000}&to=${now + 3_600_000}`;
    expect(await ask('DELETE', `people/${visitorId}`)).toMatchObject({ status: 200 });
    for (const [method, form] of [['GET'], ['POST', 'score=5&comment=late']] as const)
      expect((await page(method, path, form)).text).toContain('not good any more');
    expect(await ask('GET', asked)).toMatchObject({
      answer: { value: { measures: { csat: { asked: 1, answers: 0 } } } },
    });
  });

  test('K9 who answered without a name is not asked again by mail, and a link that is under way already says so', async () => {
    const { visitor, conversationId, path, agent } = await askedFor();
    const answer = { conversationId, episode: 1, score: 2, anonymous: true };
    expect(await visitor.command('conversation:rate', answer)).toMatchObject({ ok: true });
    expect((await page('GET', path)).text).toContain('already');
    expect((await page('POST', path, 'score=5')).text).toContain('already');
    await visitor.command('message:send', { conversationId, clientId: 'again-00000000001', body: 'Once more' });
    await agent.command('conversation:pick', { conversationId });
    await agent.command('message:send', { conversationId, clientId: 'again-00000000002', body: 'Here' });
    await agent.command('conversation:close', { conversationId });
    expect(await visitor.command('conversation:rate', { ...answer, episode: 2 })).toMatchObject({ ok: true });
    await look(2 * 3_600_000);
    expect(smtp.arrived).toHaveLength(1);
  });

  test('P36 a link of before a reopen asks and keeps nothing; one that was answered can be changed in the chat alone, and stays one answer', async () => {
    const { path, visitor, conversationId, agent } = await askedFor();
    expect((await page('POST', path, 'score=2')).text).toContain('Thank you');
    expect(await visitor.command('conversation:rate', { conversationId, episode: 1, score: 4 })).toMatchObject({
      ok: true,
    });
    expect((await page('POST', path, 'score=1')).text).toContain('already');
    const now = Date.now();
    const scores = async () => (await figuresOf(relay.store, now, { from: 0, to: now + 60_000 })).scores;
    expect(await scores()).toEqual([0, 0, 0, 1, 0]);
    await visitor.command('message:send', { conversationId, clientId: 'again-00000000003', body: 'Once more' });
    await agent.command('conversation:pick', { conversationId });
    await agent.command('message:send', { conversationId, clientId: 'again-00000000004', body: 'Here' });
    await agent.command('conversation:close', { conversationId });
    for (const [method, form] of [['GET'], ['POST', 'score=1']] as const)
      expect((await page(method, path, form)).text).not.toContain('type="radio"');
    expect(await scores()).toEqual([0, 0, 0, 1, 0]);
  });

  test('a link that somebody made or changed opens nothing, nor does the one of another page', async () => {
    const { path, conversationId } = await askedFor();
    const [, token = ''] = /\/mail\/rating\/(.*)$/.exec(path) ?? [];
    const forged = [
      token.replace(/\.1\./, '.2.'),
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      token.split('.').slice(0, -1).join('.'),
      'x',
      `rating.${conversationId}.1.9999999999999.en.`,
    ];
    for (const one of forged) {
      const seen = await page('POST', `/mail/rating/${one}`, 'score=5');
      expect([one, seen.text]).toEqual([one, expect.stringContaining('not good any more')]);
    }
    expect((await page('GET', `/mail/stop/${token}`)).text).toContain('not good any more');
    expect((await relay.store.findMailConversation(conversationId))?.score).toBeNull();
  });

  test('the pages keep to themselves: no script may run, nobody frames them, nothing is kept or indexed', async () => {
    const { path } = await askedFor();
    const { headers, text } = await page('GET', path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
    expect(text).not.toMatch(/<script/);
  });
});
