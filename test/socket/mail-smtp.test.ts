import { afterEach, describe, expect, test } from 'vitest';
import { createSmtpMailer } from '../../server/platform/smtp-mailer.ts';
import type { OutgoingMail } from '../../server/usecases/mail/mailer.ts';
import { FROM, htmlOf, placeOf, smtpError, startRawSmtp, startSmtp, testMailer, textOf } from '../support/smtp.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function smtp(...temper: Parameters<typeof startSmtp>) {
  const server = await startSmtp(...temper);
  stops.push(server.stop);
  return server;
}

async function raw(...talk: Parameters<typeof startRawSmtp>) {
  const server = await startRawSmtp(...talk);
  stops.push(server.stop);
  return server;
}

const mail = (more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  ...{ id: '01ARZ3', to: 'eva@example.org', subject: 'Grüße', text: 'Hallo\nEva ☕', html: '<p>Hallo Eva ☕</p>' },
  ...{ stopUrl: null, ...more },
});
const SECRET = 'pa55 word/ü';

describe('E1, E5 a mail over a real conversation', () => {
  test('is taken: one recipient, both forms, and the heads that programs look for', async () => {
    const server = await smtp();
    const stopUrl = 'https://chat.example/mail/stop/abc.def';
    expect(await testMailer(server.port).send(mail({ stopUrl }))).toEqual({ result: 'sent' });
    const got = await server.next();
    expect(got).toMatchObject({ from: 'chat@shop.example', to: ['eva@example.org'], secure: true });
    expect(Object.fromEntries(got.headers)).toMatchObject({
      from: 'Shop <chat@shop.example>',
      to: 'eva@example.org',
      'message-id': '<01arz3@shop.example>',
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': `<${stopUrl}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    expect(textOf(got)).toContain('Hallo\r\nEva ☕');
    expect(htmlOf(got)).toContain('Hallo Eva ☕');
  });

  test('E5 nothing in subject or words becomes a head or a recipient', async () => {
    const server = await smtp();
    const words = 'x\r\nBcc: bob@example.org\r\n\r\n.\r\nMAIL FROM:<bob@example.org>';
    await testMailer(server.port).send(mail({ subject: words, text: words, html: words }));
    const got = await server.next();
    expect(got.to).toEqual(['eva@example.org']);
    expect([...got.headers.keys()].sort()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
    expect(server.arrived).toHaveLength(1);
  });

  test('E5 an address that is two addresses reaches nobody else', async () => {
    const server = await smtp();
    await testMailer(server.port).send(mail({ to: 'eva@example.org, bob@example.org' }));
    expect(server.arrived.flatMap(({ to }) => to)).not.toContain('bob@example.org');
  });
});

describe('E2 what the server says decides what becomes of it', () => {
  test.each([
    [451, 'later'],
    [452, 'later'],
    [550, 'refused'],
    [554, 'refused'],
  ])('%i after the words: %s', async (code, result) => {
    const server = await smtp({
      judge: () => {
        throw smtpError(code, 'not now');
      },
    });
    expect(await testMailer(server.port).send(mail())).toMatchObject({
      result,
      reason: expect.stringContaining(String(code)),
    });
  });

  test.each([
    [450, 'later'],
    [550, 'refused'],
  ])('%i for the recipient: %s', async (code, result) => {
    const server = await smtp({ refuseRecipient: () => smtpError(code, 'no such person') });
    expect(await testMailer(server.port).send(mail())).toMatchObject({ result });
  });

  test('a server that is not there, hangs up in the middle, or says nothing: later', async () => {
    const gone = await raw(() => {});
    await gone.stop();
    expect(await testMailer(gone.port).send(mail())).toMatchObject({ result: 'later' });
    const rude = await raw((socket) => {
      socket.write('220 rude\r\n');
      socket.on('data', (piece) => {
        const said = piece.toString();
        if (said.startsWith('DATA')) socket.write('354 go on\r\n');
        else if (said.includes('\r\n.\r\n')) socket.destroy();
        else if (!/^(EHLO|MAIL|RCPT)/.test(said)) return;
        else socket.write('250 ok\r\n');
      });
    });
    expect(await testMailer(rude.port).send(mail())).toMatchObject({ result: 'later' });
    const silent = await raw(() => {});
    expect(await testMailer(silent.port, {}, 200).send(mail())).toMatchObject({ result: 'later' });
  });

  test('a door that is shut for everybody is not this mail’s fault', async () => {
    const shut = await raw((socket) => socket.end('554 go away\r\n'));
    expect(await testMailer(shut.port).send(mail())).toMatchObject({ result: 'later' });
  });
});

describe('E7 who we are to the server', () => {
  const known = {
    authOptional: false,
    onAuth: (
      auth: { username?: string; password?: string },
      _session: unknown,
      done: (error: Error | null, answer?: { user: string }) => void,
    ) =>
      auth.username === 'shop@mail' && auth.password === SECRET
        ? done(null, { user: 'shop' })
        : done(smtpError(535, `bad password ${auth.password}`)),
  };

  test('STARTTLS and AUTH: signed in over an encrypted line', async () => {
    const server = await smtp(known as never);
    const place = { user: 'shop@mail', password: SECRET, mustEncrypt: true };
    expect(await testMailer(server.port, place).check()).toEqual({ result: 'sent' });
    expect(await testMailer(server.port, place).send(mail())).toEqual({ result: 'sent' });
    expect(await server.next()).toMatchObject({ secure: true, user: 'shop' });
  });

  test('a wrong password is the owner’s to mend: the mail waits, and no secret is in the reason', async () => {
    const server = await smtp(known as never);
    const tried = await testMailer(server.port, { user: 'shop@mail', password: 'wr0ng-secret' }).send(mail());
    expect(tried).toMatchObject({ result: 'later', reason: expect.stringContaining('535') });
    expect(JSON.stringify(tried)).not.toContain('wr0ng-secret');
  });

  test('a password never goes over a line that is not encrypted, nor to a server nobody vouches for', async () => {
    const plain = await smtp({ ...(known as object), disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    const place = { user: 'shop@mail', password: SECRET, mustEncrypt: true };
    expect(await testMailer(plain.port, place).send(mail())).toMatchObject({ result: 'later' });
    const server = await smtp(known as never);
    const strict = createSmtpMailer(placeOf(server.port, place), FROM);
    expect(await strict.send(mail())).toMatchObject({ result: 'later', reason: expect.stringMatching(/certificate/i) });
    expect(server.arrived).toEqual([]);
  });
});
