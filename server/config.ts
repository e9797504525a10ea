import { isIP } from 'node:net';
import { FILE_BYTES_TOTAL_MAX } from '../protocol/wire/limits.ts';
import { isMailAddress } from '../protocol/wire/mail-address.ts';
import { normaliseOrigin } from './domain/origin.ts';
import type { MailFrom, SmtpPlace } from './platform/smtp-mailer.ts';

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Undefined: SQLite in dataDir. */
  databaseUrl: string | undefined;
  /** How people reach the relay, without a slash at the end. */
  publicUrl: string | undefined;
  /** Proxies in front of the relay, by number or by address; undefined: none is believed. */
  trustProxy: number | string[] | undefined;
  logLevel: string;
  /** What all files together may take. */
  filesBytesMax: number;
  /** From which sites' secrets are made; undefined: a file in dataDir. */
  secretKey: string | undefined;
  /** Undefined: no mail goes out. */
  mail: { smtp: SmtpPlace; from: MailFrom } | undefined;
  /** Origins of services of the house, which are asked although they are inside (CS2). */
  trustedServices: string[];
}

/** A setting that cannot be used. The message is one plain sentence for the person who set it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const MEGABYTE = 1_048_576;
const DEFAULT_PORT = 4_600;
const SECRET_KEY_CHARS_MIN = 32;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** Reads the environment. Empty is the same as unset. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = (name: string) => env[name]?.trim() || undefined;
  return {
    port: readPort(read('PORT') ?? String(DEFAULT_PORT)),
    host: readHost(read('HOST') ?? '127.0.0.1'),
    dataDir: read('DATA_DIR') ?? './data',
    databaseUrl: readDatabaseUrl(read('DATABASE_URL')),
    publicUrl: readPublicUrl(read('PUBLIC_URL')),
    trustProxy: readTrustProxy(read('TRUST_PROXY')),
    logLevel: readLogLevel(read('LOG_LEVEL') ?? 'info'),
    filesBytesMax: readFilesMb(read('FILES_MB')),
    secretKey: readSecretKey(read('SECRET_KEY')),
    mail: readMail(read('SMTP_URL'), read('MAIL_FROM')),
    trustedServices: readTrustedServices(read('TRUSTED_SERVICES')),
  };
}

/**
 * The origins under which the relay's own pages are open: PUBLIC_URL, and what HOST and `port` make. On this machine
 * both of its names count.
 */
export function ownOrigins(config: Pick<Config, 'host' | 'publicUrl'>, port: number): string[] {
  const hosts = new Set<string>();
  if (!EVERYWHERE.has(config.host)) hosts.add(config.host);
  if (LOOPBACK.has(config.host) || EVERYWHERE.has(config.host)) hosts.add('127.0.0.1').add('localhost');
  const texts = [...hosts].map((host) => `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`);
  if (config.publicUrl) texts.unshift(new URL(config.publicUrl).origin);
  return [...new Set(texts.map(normalised))];
}

/** Under which people reach the relay, as far as the settings tell: port 0 is known only to the running relay. */
export function mainOrigin(config: Pick<Config, 'host' | 'publicUrl' | 'port'>): string {
  return ownOrigins(config, config.port || DEFAULT_PORT)[0] ?? '';
}

function normalised(text: string): string {
  const check = normaliseOrigin(text);
  if ('wrong' in check) throw new ConfigError(check.wrong);
  return check.origin;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`PORT is "${text}"; it must be a number from 0 to 65535 (0 picks a free one).`);
}

function readHost(text: string): string {
  if (isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text;
  throw new ConfigError(`HOST is "${text}"; it must be an address such as 127.0.0.1 or 0.0.0.0.`);
}

/** The URL may hold a password, so it is never repeated in a message. */
function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new ConfigError('DATABASE_URL must begin with postgres:// and be a valid URL; leave it out for SQLite.');
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const wrong = new ConfigError(`PUBLIC_URL is "${text}"; write it as https://chat.example, without a path.`);
  if (!URL.canParse(text)) throw wrong;
  const url = new URL(text);
  const isPlain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!isPlain || 'wrong' in normaliseOrigin(url.origin)) throw wrong;
  return url.origin;
}

function readTrustProxy(text: string | undefined): number | string[] | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) === 0 ? undefined : Number(text);
  const entries = text.split(',').map((entry) => entry.trim());
  if (entries.every(isBlock)) return entries;
  throw new ConfigError(
    `TRUST_PROXY is "${text}"; it must be the number of proxies in front of the relay, or their addresses with commas.`,
  );
}

function isBlock(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}

function readFilesMb(text: string | undefined): number {
  if (text === undefined) return FILE_BYTES_TOTAL_MAX;
  if (/^\d{1,9}$/.test(text)) return Number(text) * MEGABYTE;
  throw new ConfigError(`FILES_MB is "${text}"; it must be a number of megabytes, such as 10240 (0 takes no files).`);
}

/** Never repeated in a message. */
function readSecretKey(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= SECRET_KEY_CHARS_MIN) return text;
  throw new ConfigError(`SECRET_KEY is too short; it must have ${SECRET_KEY_CHARS_MIN} characters or more.`);
}

function readLogLevel(text: string): string {
  if (LOG_LEVELS.includes(text)) return text;
  throw new ConfigError(`LOG_LEVEL is "${text}"; it must be one of ${LOG_LEVELS.join(', ')}.`);
}

function readTrustedServices(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((part) => {
    if (part.trim() === '') return [];
    const check = normaliseOrigin(part);
    if ('origin' in check) return [check.origin];
    throw new ConfigError(
      `TRUSTED_SERVICES names ${part.trim()}; write origins with commas between them, such as http://translate:5000.`,
    );
  });
}

/** E7: both or none. The URL may hold a password, so it is never repeated in a message. */
function readMail(url: string | undefined, from: string | undefined): Config['mail'] {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined) throw new ConfigError('MAIL_FROM is set but SMTP_URL is not; set both, or none for no mail.');
  if (from === undefined) throw new ConfigError('SMTP_URL is set but MAIL_FROM is not; set both, or none for no mail.');
  return { smtp: readSmtpUrl(url), from: readMailFrom(from) };
}

function readSmtpUrl(text: string): SmtpPlace {
  const wrong = new ConfigError(
    'SMTP_URL must be smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465; signs such as @ or / in user and password are written as %40 and %2F.',
  );
  if (!/^smtps?:\/\//i.test(text)) throw wrong;
  // Only of http and a few others does URL know how hosts are spelt.
  const secure = /^smtps:/i.test(text);
  const spelt = text.replace(/^smtps?:/i, 'https:');
  if (!URL.canParse(spelt)) throw wrong;
  const url = new URL(spelt);
  const isPlain = ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '';
  if (!isPlain || url.hostname === '' || (url.username === '') !== (url.password === '')) throw wrong;
  const [user, password] = [unescaped(url.username, wrong), unescaped(url.password, wrong)];
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A URL leaves out the port that is usual for https.
  const port = Number(url.port || (/:443(?:\/|$)/.test(text) ? 443 : secure ? 465 : 587));
  const isLocal = LOOPBACK.has(host);
  return { host, port, secure, mustEncrypt: user !== undefined && !isLocal, isLocal, user, password };
}

function unescaped(text: string, wrong: ConfigError): string | undefined {
  try {
    return text === '' ? undefined : decodeURIComponent(text);
  } catch {
    throw wrong;
  }
}

function readMailFrom(text: string): MailFrom {
  const [, name = '', address = text] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? [];
  const spelt = name.trim().replace(/^"(.*)"$/, '$1');
  if (isMailAddress(address.trim()) && !/[\p{Cc}"]/u.test(spelt)) return { name: spelt, address: address.trim() };
  throw new ConfigError(`MAIL_FROM is "${text}"; write it as chat@shop.example, or as Shop <chat@shop.example>.`);
}
