import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createSmtpMailer, type SmtpPlace } from '../../server/platform/smtp-mailer.ts';

/** A mail as it came over the line. */
export interface ArrivedMail {
  from: string;
  to: string[];
  /** Head and body, as they were sent. */
  raw: string;
  /** By lower-case name; folded lines are one. */
  headers: Map<string, string>;
  secure: boolean;
  user: string | undefined;
}

export interface TestSmtp {
  port: number;
  arrived: ArrivedMail[];
  /** The next mail, or the one that is here already. */
  next(): Promise<ArrivedMail>;
  stop(): Promise<void>;
}

export interface SmtpTemper
  extends Pick<SMTPServerOptions, 'onAuth' | 'authOptional' | 'disabledCommands' | 'allowInsecureAuth'> {
  /** Called for each mail once all of it is there; what it throws is the server's answer (`responseCode`). */
  judge?(mail: ArrivedMail): void;
  refuseRecipient?(address: string): Error | undefined;
}

export function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A real SMTP server on a free port of this machine. STARTTLS is offered under a certificate that nobody has signed. */
export async function startSmtp(temper: SmtpTemper = {}): Promise<TestSmtp> {
  const arrived: ArrivedMail[] = [];
  const waiting: (() => void)[] = [];
  let taken = 0;
  const { judge, refuseRecipient, ...options } = temper;
  const server = new SMTPServer({
    ...{ logger: false, authOptional: true, closeTimeout: 100, hideSize: true, ...options },
    onRcptTo: ({ address }, _session, done) => done(refuseRecipient?.(address)),
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          ...{ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), raw },
          ...{ headers: headersOf(raw), secure: session.secure, user: session.user },
        };
        try {
          judge?.(mail);
        } catch (error) {
          return done(error as Error);
        }
        arrived.push(mail);
        for (const wake of waiting.splice(0)) wake();
        done();
      });
    },
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    arrived,
    async next() {
      while (arrived.length <= taken) await new Promise<void>((resolve) => waiting.push(resolve));
      taken += 1;
      return arrived[taken - 1] as ArrivedMail;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A server that says only what it is told to: line by line, or nothing. Answers its port and how to stop it. */
export async function startRawSmtp(
  onSocket: (socket: Socket) => void,
): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onSocket(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export const FROM = { name: 'Shop', address: 'chat@shop.example' };

export function placeOf(port: number, more: Partial<SmtpPlace> = {}): SmtpPlace {
  return {
    host: '127.0.0.1',
    port,
    secure: false,
    mustEncrypt: false,
    isLocal: false,
    user: undefined,
    password: undefined,
    ...more,
  };
}

/** A mailer that trusts the test's certificate. */
export function testMailer(port: number, more: Partial<SmtpPlace> = {}, silenceMs = 20_000) {
  return createSmtpMailer(placeOf(port, more), FROM, { tls: { rejectUnauthorized: false }, silenceMs });
}

/** The text part, decoded. */
export function textOf({ raw }: ArrivedMail): string {
  return partOf(raw, 'text/plain');
}

export function htmlOf({ raw }: ArrivedMail): string {
  return partOf(raw, 'text/html');
}

function partOf(raw: string, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? 'none';
  const part = raw.split(`--${boundary}`).find((piece) => piece.toLowerCase().includes(`content-type: ${type}`)) ?? '';
  const split = part.indexOf('\r\n\r\n');
  const [head, body] = [part.slice(0, split).toLowerCase(), part.slice(split + 4)];
  if (head.includes('base64')) return Buffer.from(body, 'base64').toString('utf8');
  if (!head.includes('quoted-printable')) return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function headersOf(raw: string): Map<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const pairs = head
    .split('\r\n')
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
  return new Map(pairs as [string, string][]);
}
