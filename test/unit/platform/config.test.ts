import { describe, expect, test } from 'vitest';
import { ConfigError, ownOrigins, readConfig } from '../../../server/config.ts';

test('nothing set: the documented defaults', () => {
  expect(readConfig({})).toEqual({
    port: 4600,
    host: '127.0.0.1',
    dataDir: './data',
    databaseUrl: undefined,
    publicUrl: undefined,
    trustProxy: undefined,
    logLevel: 'info',
    filesBytesMax: 10_240 * 1_048_576,
    trustedServices: [],
  });
  expect(readConfig({ PORT: '', HOST: ' ' })).toEqual(readConfig({}));
});

test('everything set', () => {
  const env = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/deskbell',
    DATABASE_URL: 'postgres://chat:secret@db/chat',
    PUBLIC_URL: 'https://chat.example/',
    TRUST_PROXY: '10.0.0.0/8, 2001:db8::/32',
    LOG_LEVEL: 'warn',
    FILES_MB: '0',
    SMTP_URL: 'smtp://shop%40mail:p%2Fw@mail.example:2525',
    MAIL_FROM: 'Shop <chat@shop.example>',
  };
  expect(readConfig(env)).toMatchObject({
    port: 8080,
    filesBytesMax: 0,
    host: '0.0.0.0',
    databaseUrl: env.DATABASE_URL,
    publicUrl: 'https://chat.example',
    trustProxy: ['10.0.0.0/8', '2001:db8::/32'],
    logLevel: 'warn',
    mail: {
      smtp: {
        host: 'mail.example',
        port: 2525,
        secure: false,
        mustEncrypt: true,
        isLocal: false,
        user: 'shop@mail',
        password: 'p/w',
      },
      from: { name: 'Shop', address: 'chat@shop.example' },
    },
  });
});

describe('what cannot be used is refused in one sentence that names the setting', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['HOST', 'a b'],
    ['HOST', 'http://x'],
    ['DATABASE_URL', 'mysql://x'],
    ['PUBLIC_URL', 'chat.example'],
    ['PUBLIC_URL', 'https://chat.example/support'],
    ['PUBLIC_URL', 'https://me@chat.example'],
    ['PUBLIC_URL', 'ftp://chat.example'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', 'all'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.1;drop'],
    ['LOG_LEVEL', 'loud'],
    ['FILES_MB', '1.5'],
  ])('%s=%s', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(name);
  });

  test('the password in DATABASE_URL is not repeated', () => {
    expect(() => readConfig({ DATABASE_URL: 'pg://chat:hunter2@db' })).toThrow(/^((?!hunter2).)*$/);
  });
});

test('TRUST_PROXY=0 is the same as unset', () => {
  expect(readConfig({ TRUST_PROXY: '0' }).trustProxy).toBeUndefined();
});

describe('own origins', () => {
  test.each([
    ['127.0.0.1', undefined, 4600, ['http://127.0.0.1:4600', 'http://localhost:4600']],
    ['localhost', undefined, 80, ['http://localhost', 'http://127.0.0.1']],
    ['::1', undefined, 4600, ['http://[::1]:4600', 'http://127.0.0.1:4600', 'http://localhost:4600']],
    ['0.0.0.0', undefined, 4600, ['http://127.0.0.1:4600', 'http://localhost:4600']],
    ['10.1.2.3', undefined, 4600, ['http://10.1.2.3:4600']],
    ['10.1.2.3', 'https://chat.example', 4600, ['https://chat.example', 'http://10.1.2.3:4600']],
    ['10.1.2.3', 'https://chat.example:8443', 1, ['https://chat.example:8443', 'http://10.1.2.3:1']],
  ])('HOST %s, PUBLIC_URL %s, port %d', (host, publicUrl, port, expected) => {
    expect(ownOrigins({ host, publicUrl }, port)).toEqual(expected);
  });
});

describe('E7 where mail goes out', () => {
  const read = (SMTP_URL: string, MAIL_FROM = 'chat@shop.example') => readConfig({ SMTP_URL, MAIL_FROM }).mail;

  test('ports and encryption follow from the beginning; a password needs an encrypted line, but not within this machine', () => {
    expect(read('smtp://mail.example')?.smtp).toMatchObject({ port: 587, secure: false, mustEncrypt: false });
    expect(read('smtps://a:b@mail.example')?.smtp).toMatchObject({ port: 465, secure: true, mustEncrypt: true });
    expect(read('smtp://a:b@mail.example:443')?.smtp).toMatchObject({ port: 443, mustEncrypt: true });
    expect(read('smtp://a:b@127.0.0.1:1025')?.smtp).toMatchObject({ mustEncrypt: false });
    expect(read('smtp://[::1]:25')?.smtp).toMatchObject({ host: '::1', port: 25 });
    expect(read('smtp://mail.example', '"Shop, Ltd" <chat@shop.example>')?.from.name).toBe('Shop, Ltd');
  });

  test.each([
    ['http://mail.example', undefined, /^SMTP_URL must be/],
    ['smtp://', undefined, /^SMTP_URL must be/],
    ['smtp://secret-user@mail.example', undefined, /^SMTP_URL must be/],
    ['smtp://a:secret-pw@mail.example/path', undefined, /^SMTP_URL must be/],
    ['smtp://a:secret%zz@mail.example', undefined, /^SMTP_URL must be/],
    ['smtp://mail.example', 'shop', /^MAIL_FROM is/],
    ['smtp://mail.example', 'a@b.example, c@d.example', /^MAIL_FROM is/],
    ['smtp://mail.example', '', /^SMTP_URL is set but MAIL_FROM is not/],
    ['', 'chat@shop.example', /^MAIL_FROM is set but SMTP_URL is not/],
  ])('%j with %j is refused in words that help, without secrets', (url, from, words) => {
    const attempt = () => read(url, from);
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(words);
    expect(attempt).not.toThrow(/secret/);
  });
});
