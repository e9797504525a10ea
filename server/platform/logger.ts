import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * Nothing that anybody wrote or keeps secret is ever handed to the logger: reports (server/observe) carry ids,
 * codes and counts. These paths are the second fence.
 */
const SECRET = [
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'body',
  'email',
  'comment',
  'current',
  'next',
];

export function createLogger(level: string, out?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[kept out]' },
  };
  return out ? pino(options, out) : pino(options);
}
