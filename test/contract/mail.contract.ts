import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailLimit, MailTarget, QueueMail } from '../../server/store/mail-store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { hashOf, ROUNDS, SITE, World } from './world.ts';

const HOUR_MS = 3_600_000;

export function describeMails(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const targetOf = (address: string): MailTarget => ({ address, mailbox: address, mailboxHash: hashOf(address) });
  const mail = (more: Partial<QueueMail> = {}): QueueMail => ({
    ...{ id: world.next('m'), cause: world.next('cause'), document: { kind: 'test' }, to: targetOf('eva@example.org') },
    ...{ siteId: SITE.id, visitorId: null, limits: [], at: world.at, ...more },
  });
  const lease = (limit = 10) => world.store.leaseMails({ now: world.at, until: world.at + 60_000, limit });
  const ids = async () => (await lease()).map(({ id }) => id);
  const asked = (more: object = {}) => ({ id: world.next('m'), targetOf, limits: [], at: world.at, ...more });

  describe(`${name}: the outbox`, () => {
    test('E1 a mail is one node’s until its lease ends, and a late word of the one before counts for nothing', async () => {
      await world.store.queueMail(mail({ id: 'm1' }));
      const [first] = await lease();
      expect(first).toMatchObject({ id: 'm1', tries: 1, address: 'eva@example.org', document: { kind: 'test' } });
      expect(await lease()).toEqual([]);
      world.pass(60_000);
      expect(await lease()).toMatchObject([{ id: 'm1', tries: 2 }]);
      const settle = (tries: number) =>
        world.store.settleMail({ id: 'm1', tries, end: { state: 'sent' }, at: world.at });
      expect(await settle(1)).toBe(false);
      expect(await settle(2)).toBe(true);
      expect(await settle(2)).toBe(false);
      world.pass(60_000);
      expect(await lease()).toEqual([]);
    });

    test('E1 nodes that look at once never take the same mail', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (let made = 0; made < 6; made += 1) await world.store.queueMail(mail());
        const taken = (await Promise.all([lease(4), lease(4), lease(4), lease(4)])).flat().map(({ id }) => id);
        expect(new Set(taken).size).toBe(taken.length);
        world.pass(1);
        expect(taken.length + (await lease(24)).length).toBe(6);
        world.pass(120_000);
        for (const { id, tries } of await lease(24))
          await world.store.settleMail({ id, tries, end: { state: 'sent' }, at: world.at });
      }
    });

    test('E2 what waits for its next try is not due before it; what was given up is shown, and begins anew when asked', async () => {
      await world.store.queueMail(mail({ id: 'm1' }));
      await lease();
      const dueAt = world.at + 30_000;
      await world.store.settleMail({
        id: 'm1',
        tries: 1,
        end: { state: 'waiting', dueAt, reason: '451 later' },
        at: world.at,
      });
      expect(await ids()).toEqual([]);
      world.pass(30_000);
      expect(await lease()).toMatchObject([{ id: 'm1', tries: 2 }]);
      await world.store.settleMail({ id: 'm1', tries: 2, end: { state: 'dead', reason: '550 nobody' }, at: world.at });
      expect(await world.store.listDeadMails(10)).toMatchObject([
        { id: 'm1', kind: 'test', address: 'eva@example.org', tries: 2, reason: '550 nobody', endedAt: world.at },
      ]);
      expect(await world.store.reviveMail({ id: 'm1', at: world.at })).toBe('revived');
      expect(await world.store.reviveMail({ id: 'm1', at: world.at })).toBe('not_found');
      expect(await lease()).toMatchObject([{ id: 'm1', tries: 1 }]);
      expect(await world.store.readMailCounts({ sentSince: 0 })).toEqual({ waiting: 1, sent: 0 });
    });

    test('E3 a cause has one mail, also when two nodes see it at once', async () => {
      const both = await Promise.all([0, 1].map(() => world.store.queueMail(mail({ cause: 'report week 1 a1' }))));
      expect(both.sort()).toEqual(['known', 'queued']);
      expect(await ids()).toHaveLength(1);
    });

    test('E4 limits of mailbox, site and visitor hold on both sides, also for those who ask at once', async () => {
      const since = world.at - HOUR_MS;
      const cases: [MailLimit, Partial<QueueMail>][] = [
        [{ of: 'mailbox', since, max: 2 }, { siteId: null }],
        [
          { of: 'visitor', since, max: 2 },
          { visitorId: 'v1', siteId: null, to: targetOf('b@example.org') },
        ],
        [{ of: 'site', since, max: 2 }, { to: targetOf('c@example.org') }],
      ];
      for (const [limit, more] of cases) {
        const asks = [0, 1, 2, 3].map(() => world.store.queueMail(mail({ ...more, limits: [limit] })));
        expect((await Promise.all(asks)).sort()).toEqual(['queued', 'queued', 'too_many', 'too_many']);
        const later = { ...limit, since: world.at };
        expect(await world.store.queueMail(mail({ ...more, limits: [later] }))).toBe('queued');
      }
    });

    test('E4 a limit of one kind counts that kind only', async () => {
      const limits: MailLimit[] = [{ of: 'mailbox', since: 0, max: 1, kind: 'transcript' }];
      const document = { kind: 'transcript', conversationId: 'c', language: null, zone: null, by: 'visitor' } as const;
      expect(await world.store.queueMail(mail({ limits }))).toBe('queued');
      expect(await world.store.queueMail(mail({ limits, document }))).toBe('queued');
      expect(await world.store.queueMail(mail({ limits, document }))).toBe('too_many');
    });

    test('E6 what is held goes with the end of its conversation, in the same transaction, and at once where it has ended', async () => {
      const { id, agentId } = await world.active();
      await world.store.queueMail(mail({ id: 'm1', untilEndOf: id }));
      expect(await ids()).toEqual([]);
      const end = { by: 'agent', byAgentId: agentId, outcome: 'resolved' } as const;
      const expectVersion = await world.version(id);
      await world.store.closeConversation({ conversationId: id, expectVersion, ...end, at: world.at });
      expect(await ids()).toEqual(['m1']);
      await world.store.queueMail(mail({ id: 'm2', untilEndOf: id }));
      expect(await ids()).toEqual(['m2']);
    });

    test('E11 a mailbox that wants no more mails of a site gets none, and what waits goes', async () => {
      await world.store.queueMail(mail({ id: 'm1' }));
      const to = targetOf('eva@example.org');
      await world.store.stopMails({ siteId: SITE.id, mailbox: to.mailbox, mailboxHash: to.mailboxHash, at: world.at });
      await world.store.stopMails({ siteId: SITE.id, mailbox: to.mailbox, mailboxHash: to.mailboxHash, at: world.at });
      expect(await ids()).toEqual([]);
      expect(await world.store.queueMail(mail())).toBe('stopped');
      expect(await world.store.queueMail(mail({ siteId: null }))).toBe('queued');
    });

    test('E2 what ended long ago is forgotten, what waits is not', async () => {
      await world.store.queueMail(mail({ id: 'm1' }));
      await world.store.queueMail(mail({ id: 'm2' }));
      await lease(1);
      await world.store.settleMail({ id: 'm1', tries: 1, end: { state: 'sent' }, at: world.at });
      expect(await world.store.dropOldMails({ before: world.at, limit: 10 })).toBe(0);
      expect(await world.store.dropOldMails({ before: world.at + 1, limit: 10 })).toBe(1);
      expect(await ids()).toEqual(['m2']);
    });
  });

  describe(`${name}: what mails are about`, () => {
    async function answered() {
      const visitorId = await world.visitor();
      const opened = await world.store.openConversation(world.opening(visitorId, { email: 'eva@example.org' }));
      if (opened.result !== 'appended') throw new Error(opened.result);
      const agentId = await world.presentAgent();
      const id = opened.conversationId;
      await world.assign(id, agentId);
      const say = async (body: string) => {
        const message = world.message('agent', agentId, body);
        await world.store.appendMessage({ conversationId: id, expectVersion: await world.version(id), message });
      };
      await say('Here I am');
      return { id, visitorId, agentId, say };
    }
    const unread = (upTo = world.at) =>
      world.store.listUnreadAnswers({ siteId: SITE.id, after: upTo - HOUR_MS, upTo, limit: 10 });
    const unrated = (upTo = world.at) =>
      world.store.listUnrated({ siteId: SITE.id, after: upTo - HOUR_MS, upTo, limit: 10 });
    async function close({ id, agentId }: { id: string; agentId: string }, outcome: 'resolved' | 'spam' = 'resolved') {
      const expectVersion = await world.version(id);
      const end = { by: 'agent', byAgentId: agentId, outcome, at: world.at } as const;
      await world.store.closeConversation({ conversationId: id, expectVersion, ...end });
    }

    test('E8 an unread answer is found after its time, and mailed once, whoever looks; new words are mailed anew', async () => {
      const talk = await answered();
      expect(await unread(world.at - 1)).toEqual([]);
      expect(await unread()).toEqual([talk.id]);
      const looks = [0, 1, 2].map(() => world.store.queueAnswerMail(asked({ conversationId: talk.id }) as never));
      expect((await Promise.all(looks)).sort()).toEqual(['nothing', 'nothing', 'queued']);
      expect(await unread()).toEqual([]);
      const [first] = await lease();
      expect(first?.document).toMatchObject({ kind: 'answer', conversationId: talk.id });
      await talk.say('And more');
      expect(await unread()).toEqual([talk.id]);
      expect(await world.store.queueAnswerMail(asked({ conversationId: talk.id }) as never)).toBe('queued');
      const [second] = await lease();
      expect(second?.document).toMatchObject({ kind: 'answer', afterSeq: 5, upToSeq: 6 });
    });

    test('E8 what was read, and where the visitor spoke last, is not mailed; the end of a conversation is no answer', async () => {
      const talk = await answered();
      const { head } = await world.read(talk.id);
      await world.store.raiseMarks({ conversationId: talk.id, by: 'visitor', deliveredSeq: head, readSeq: head });
      expect(await unread()).toEqual([]);
      await close(talk);
      expect(await unread()).toEqual([talk.id]);
      expect(await world.store.queueAnswerMail(asked({ conversationId: talk.id }) as never)).toBe('nothing');
      expect(await unread()).toEqual([]);
      const other = await answered();
      const message = world.message('visitor', other.visitorId, 'Thanks');
      const expectVersion = await world.version(other.id);
      await world.store.appendMessage({ conversationId: other.id, expectVersion, message });
      expect(await unread()).toEqual([]);
      expect(await ids()).toEqual([]);
    });

    test('E9 an end without a score is asked about once; spam, what was rated, and what goes on is not', async () => {
      const talk = await answered();
      expect(await unrated()).toEqual([]);
      await close(talk);
      expect(await unrated()).toEqual([talk.id]);
      const looks = [0, 1].map(() => world.store.queueRatingMail(asked({ conversationId: talk.id }) as never));
      expect((await Promise.all(looks)).sort()).toEqual(['nothing', 'queued']);
      expect(await unrated()).toEqual([]);
      const spam = await answered();
      await close(spam, 'spam');
      expect(await world.store.queueRatingMail(asked({ conversationId: spam.id }) as never)).toBe('nothing');
      const rated = await answered();
      await close(rated);
      await world.store.rateEpisode({ conversationId: rated.id, episode: 1, score: 5, comment: null, at: world.at });
      expect(await unrated()).toEqual([]);
    });

    test('E9 an answer by link is one: of two at once one is kept, and none replaces a score', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const talk = await answered();
        await close(talk);
        const rate = (score: number) => ({ conversationId: talk.id, episode: 1, score, comment: null, at: world.at });
        const both = [1, 5].map((score) => world.store.rateEpisode({ ...rate(score), once: true }));
        expect((await Promise.all(both)).map(({ result }) => result).sort()).toEqual(['changed', 'not_found']);
      }
    });

    test('E10 the plan is kept; of two who save the same version one is told', async () => {
      expect(await world.store.readReportPlan()).toEqual({ plan: null, version: 0, changedAt: 0 });
      const plan = { every: 'week', weekday: 1, hour: 8, zone: 'Europe/Berlin', site: null, to: ['a1'] } as const;
      const save = () => world.store.setReportPlan({ plan: { ...plan, to: ['a1'] }, basedOn: 0, at: world.at });
      const both = await Promise.all([save(), save()]);
      expect(both.map(({ result }) => result).sort()).toEqual(['kept', 'stale']);
      expect(await world.store.readReportPlan()).toEqual({ plan, version: 1, changedAt: world.at });
    });
  });
}
