import type { Cancel } from '../../protocol/kit/clock.ts';
import { NAMES } from './keep.ts';
import type { ChatPorts, VisitorConnection } from './ports.ts';

/** So long what one tab writes down may take to reach the others. */
const TOLD_AFTER_MS = 100;

/**
 * Starts, stops and restarts the connection. Who has no token gets one alone: two tabs that ask at once would be two
 * visitors (W8). `onTurn` is told when this tab has to wait for its turn.
 */
export function drive(ports: ChatPorts, connection: VisitorConnection, onTurn: () => void) {
  const { clock, shelf } = ports;
  const hasToken = () => shelf.read(NAMES.token) !== null;
  let wanted = false;
  let release = () => {};
  let told: Cancel | null = null;
  let restart: Cancel | null = null;

  const leave = () => {
    told?.();
    told = null;
    release();
  };
  const stand = () =>
    new Promise<void>((resolve) => {
      release = resolve;
      if (!wanted || hasToken()) resolve();
      if (wanted) connection.start();
    });
  const start = () => {
    wanted = true;
    if (hasToken()) return connection.start();
    onTurn();
    ports.alone(stand);
  };
  const stop = () => {
    wanted = false;
    restart?.();
    restart = null;
    leave();
    connection.stop();
  };

  return {
    start,
    stop,
    /** Greets anew. Never inside the carrier's own report: it may still be tidying up after what it tells. */
    again(waitMs = 0): void {
      restart ??= clock.after(waitMs, () => {
        restart = null;
        if (!wanted) return;
        connection.stop();
        start();
      });
    },
    /** The token is written down. */
    greeted(): void {
      told ??= clock.after(TOLD_AFTER_MS, release);
    },
    /** There will be none: the next one, please. */
    leave,
    /** Another tab has the token that this one stood in line for. */
    found(): void {
      restart?.();
      restart = null;
      if (wanted) connection.start();
    },
  };
}
