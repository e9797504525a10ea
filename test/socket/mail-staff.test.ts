import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAIL_LEASE_MS, MAIL_RETRY_MS_MIN } from '../../protocol/wire/limits.ts';
import type { MailState } from '../../protocol/wire/mail.ts';
import { mailStaff } from '../../server/usecases/mail/mail-staff.ts';
import { smtpError, startRawSmtp, startSmtp, testMailer, textOf } from '../support/smtp.ts';
import { look, owner, refuseWith, relay, smtp, startScene, stopScene, talk } from './mail-scene.ts';
import { startTestRelay } from './test-relay.ts';

beforeEach(startScene);
afterEach(stopScene);

describe('E2, E7 what the owner sees', () => {
  test('a test mail; what was given up, with the reason; and it goes when it is tried again', async () => {
    const { ask } = await owner();
    const state = async () => (await ask('GET', 'mail')).answer as unknown as { value: MailState };
    expect((await state()).value).toMatchObject({ on: true, from: 'Shop <chat@shop.example>', waiting: 0, dead: [] });
    refuseWith(smtpError(550, 'no such person'));
    expect(await ask('POST', 'mail/test')).toMatchObject({ status: 200 });
    await look();
    const [dead] = (await state()).value.dead;
    expect(dead).toMatchObject({ kind: 'test', address: 'olga@example.org', reason: expect.stringContaining('550') });
    refuseWith(null);
    expect(await ask('POST', `mail/${dead?.id}/retry`)).toMatchObject({ status: 200 });
    await look();
    expect((await smtp.next()).to).toEqual(['olga@example.org']);
    expect((await state()).value).toMatchObject({ sent: 1, dead: [] });
  });

  test('agents neither see nor change any of it', async () => {
    await relay.addAgent('ann@example.org');
    const cookie = { Cookie: await relay.signIn('ann@example.org') };
    for (const [method, path] of [
      ['GET', 'mail'],
      ['POST', 'mail/test'],
      ['POST', 'mail/x/retry'],
    ] as const)
      expect(await relay.ask(method, `/api/v1/agent/${path}`, undefined, cookie)).toMatchObject({ status: 403 });
  });

  test('E1 a node that dies with a mail in its hands: another sends it after the lease, under the same Message-ID', async () => {
    const { ask } = await owner();
    await ask('POST', 'mail/test');
    const now = relay.context.clock.now();
    const [taken] = await relay.store.leaseMails({ now, until: now + MAIL_LEASE_MS, limit: 1 });
    await look(1_000);
    expect(smtp.arrived).toEqual([]);
    await look(MAIL_LEASE_MS);
    expect((await smtp.next()).headers.get('message-id')).toBe(`<${taken?.id.toLowerCase()}@shop.example>`);
  });
});

describe('E10, E12 the team’s own mails', () => {
  test('E10 the figures come at their hour, once for each person, also with two nodes and after a stop', async () => {
    const { ask, id } = await owner();
    const zone = 'UTC';
    const hour = new Date(relay.context.clock.now()).getUTCHours();
    const plan = { every: 'day', weekday: 1, hour: (hour + 1) % 24, zone, to: [id] };
    expect(await ask('PUT', 'mail/report?basedOn=0', plan)).toMatchObject({ status: 200 });
    expect(await ask('PUT', 'mail/report?basedOn=0', plan)).toMatchObject({ answer: { error: 'changed_meanwhile' } });
    expect((await ask('PUT', 'mail/report', { ...plan, zone: 'Mars/Base' })).answer).toMatchObject({ field: 'zone' });
    expect((await ask('PUT', 'mail/report', { ...plan, to: ['nobody'] })).answer).toMatchObject({ field: 'to.0' });
    await look();
    expect(smtp.arrived).toEqual([]);
    await Promise.all([look(3 * 3_600_000), look()]);
    await look(60_000);
    expect(smtp.arrived).toHaveLength(1);
    const got = await smtp.next();
    expect(got.to).toEqual(['olga@example.org']);
    expect(textOf(got)).toContain('Nobody wrote in this time.');
  });

  test('E10 a mail server that is down at the hour: the figures come once, when it is back', async () => {
    const { ask, id } = await owner();
    const hour = new Date(relay.context.clock.now()).getUTCHours();
    await ask('PUT', 'mail/report', { every: 'day', weekday: 1, hour: (hour + 1) % 24, zone: 'UTC', to: [id] });
    refuseWith(smtpError(451, 'come back later'));
    await look(2 * 3_600_000);
    await look(600_000);
    expect(smtp.arrived).toEqual([]);
    refuseWith(null);
    await look(3_600_000);
    await look(3_600_000);
    expect(smtp.arrived.map(({ to }) => to)).toEqual([['olga@example.org']]);
  });

  test('E2 E10 a mail server that is gone at the hour, then silent, then breaks off: the figures come once when it is back, under one Message-ID', async () => {
    const { ask, id } = await owner();
    const hour = new Date(relay.context.clock.now()).getUTCHours();
    await ask('PUT', 'mail/report', { every: 'day', weekday: 1, hour: (hour + 1) % 24, zone: 'UTC', to: [id] });
    const gone = await startRawSmtp(() => {});
    await gone.stop();
    await look(2 * 3_600_000, testMailer(gone.port));
    const waiting = async () => (await ask('GET', 'mail')).answer as unknown as { value: MailState };
    expect((await waiting()).value).toMatchObject({ waiting: 1, sent: 0, dead: [] });
    let met = 0;
    const silent = await startRawSmtp(() => (met += 1));
    const ids: string[] = [];
    const rude = await startRawSmtp((socket) => {
      socket.write('220 rude\r\n');
      let letter = '';
      socket.on('data', (piece) => {
        const said = piece.toString();
        letter += said;
        if (said.startsWith('DATA')) return socket.write('354 go on\r\n');
        if (!letter.includes('\r\n.\r\n')) return /^(EHLO|MAIL|RCPT)/.test(said) && socket.write('250 ok\r\n');
        ids.push(/^message-id: (.+)$/im.exec(letter)?.[1] ?? '');
        return socket.destroy();
      });
    });
    try {
      await look(MAIL_RETRY_MS_MIN, testMailer(silent.port, {}, 200));
      await look(2 * MAIL_RETRY_MS_MIN, testMailer(rude.port));
      expect([met, ids.length]).toEqual([1, 1]);
      // Before its time nothing is tried anew.
      await look(MAIL_RETRY_MS_MIN);
      expect(smtp.arrived).toEqual([]);
      await look(4 * MAIL_RETRY_MS_MIN);
      for (let later = 0; later < 3; later += 1) await look(3_600_000);
      expect(smtp.arrived.map(({ to, headers }) => [to, headers.get('message-id')])).toEqual([
        [['olga@example.org'], ids[0]],
      ]);
      expect((await waiting()).value).toMatchObject({ waiting: 0, sent: 1, dead: [] });
    } finally {
      await silent.stop();
      await rude.stop();
    }
  });

  test('E2 E10 a report that the mail server refuses is given up, and the owner reads of whom and why; the other one has come', async () => {
    const { ask, id } = await owner();
    await relay.addAgent('sam@example.org');
    const sam = (await relay.store.listStaff()).find((one) => one.email === 'sam@example.org');
    const hour = new Date(relay.context.clock.now()).getUTCHours();
    const to = [id, sam?.id ?? ''];
    await ask('PUT', 'mail/report', { every: 'day', weekday: 1, hour: (hour + 1) % 24, zone: 'UTC', to });
    const picky = await startSmtp({
      refuseRecipient: (address) => (address.startsWith('sam') ? smtpError(550, 'no such person') : undefined),
    });
    try {
      for (let times = 0; times < 3; times += 1) await look(2 * 3_600_000, testMailer(picky.port));
      expect(picky.arrived.map((mail) => mail.to)).toEqual([['olga@example.org']]);
      const { dead, waiting } = ((await ask('GET', 'mail')).answer as unknown as { value: MailState }).value;
      const refused = { kind: 'report', address: 'sam@example.org', tries: 1 };
      expect(dead).toEqual([
        expect.objectContaining({ ...refused, reason: expect.stringContaining('no such person') }),
      ]);
      expect(waiting).toBe(0);
    } finally {
      await picky.stop();
    }
  });

  test('E10 what it says is what the report says, with n', async () => {
    const { ask, agentId } = await talk();
    const hour = new Date(relay.context.clock.now()).getUTCHours();
    await ask('PUT', 'mail/report', { every: 'day', weekday: 1, hour, zone: 'UTC', to: [agentId] });
    await look(24 * 3_600_000);
    const text = textOf(await smtp.next());
    expect(text).toMatch(/Conversations: 1\r\n {2}Answered: 1/);
    expect(text).toContain('n = 1');
  });

  test('E10 whoever may not read reports any more gets none and is named; when that is everybody, it goes to who chooses and says why', async () => {
    const { ask } = await owner();
    for (const name of ['sam', 'ana']) await relay.addAgent(`${name}@example.org`);
    const staff = await relay.store.listStaff();
    const person = (email: string) => staff.find((one) => one.email === email) as (typeof staff)[number];
    const change = async (email: string, role: 'supervisor' | 'agent') => {
      const { id: agentId, availability: _, email: __, ...settings } = person(email);
      await relay.store.changeStaffMember({ agentId, ...settings, role });
    };
    await change('sam@example.org', 'supervisor');
    const hour = (new Date(relay.context.clock.now()).getUTCHours() + 1) % 24;
    const to = ['sam@example.org', 'ana@example.org'].map((email) => person(email).id);
    await ask('PUT', 'mail/report', { every: 'day', weekday: 1, hour, zone: 'UTC', to });
    const day = async () => {
      await look(24 * 3_600_000);
      return smtp.arrived
        .splice(0)
        .map((mail) => [mail.to[0], textOf(mail)] as const)
        .sort();
    };
    const both = await day();
    expect(both.map(([address]) => address)).toEqual(['ana@example.org', 'sam@example.org']);
    // An agent's figures are her own, and are said to be.
    expect(both.map(([, text]) => text.includes('These are your own figures'))).toEqual([true, false]);
    await ask('PUT', 'roles/agent', { rights: { 'report:read': false } });
    const [one, ...none] = await day();
    expect([one?.[0], none]).toEqual(['sam@example.org', []]);
    expect(one?.[1].replace(/\s+/g, ' ')).toContain(`may not read reports any more: ${person('ana@example.org').name}`);
    await change('sam@example.org', 'agent');
    const [passed, ...others] = await day();
    expect([passed?.[0], others]).toEqual(['olga@example.org', []]);
    expect(passed?.[1].replace(/\s+/g, ' ')).toContain('nobody who was chosen for it may read reports any more');
    // A role that comes back brings it back.
    await ask('PUT', 'roles/agent', { rights: {} });
    expect((await day()).map(([address]) => address)).toEqual(['ana@example.org', 'sam@example.org']);
  });

  test('E12 a word to the team goes once for each cause and person', async () => {
    const { id } = await owner();
    const word = {
      cause: 'low c1 1',
      to: [id, id, 'nobody'],
      title: 'A low rating',
      lines: ['Score 1.'],
      conversationId: 'c1',
    };
    expect(await mailStaff(relay.context, word)).toBe(1);
    expect(await mailStaff(relay.context, word)).toBe(0);
    await look();
    const got = await smtp.next();
    expect(textOf(got)).toContain(`${relay.origin}/console/inbox/c1`);
    expect(got.headers.has('list-unsubscribe')).toBe(false);
  });
});

describe('E7 without SMTP', () => {
  test('everything works, and whoever asks is told that mail is off', async () => {
    const off = await startTestRelay();
    try {
      expect(off.context.mail?.isOn).toBe(false);
      const word = { cause: 'x', to: ['a'], title: 'x', lines: [], conversationId: null };
      expect(await mailStaff(off.context, word)).toBe(0);
      await off.addAgent('ann@example.org');
      const member = (await off.store.listStaff())[0];
      if (!member) throw new Error('nobody');
      const { id, availability: _, email: __, ...settings } = member;
      await off.store.changeStaffMember({ agentId: id, ...settings, role: 'owner' });
      const cookie = { Cookie: await off.signIn('ann@example.org') };
      expect((await off.ask('GET', '/api/v1/agent/mail', undefined, cookie)).answer).toMatchObject({
        value: { on: false },
      });
      expect((await off.ask('POST', '/api/v1/agent/mail/test', {}, cookie)).answer).toMatchObject({
        error: 'mail_off',
      });
    } finally {
      await off.remove();
    }
  });
});
