import type { Cancel } from '../../protocol/kit/clock.ts';
import { NAMES } from './keep.ts';
import type { ChatPorts, VisitorConnection } from './ports.ts';

/** So long what one tab writes down may take to reach the others. */
const TOLD_AFTER_MS = 100;
/** Between two greetings that led to nothing; so long another tab, which has just signed somebody else out, may take to greet. */
const PAUSE_MS = 1_000;

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
  /** Greeted anew already, and nothing came of it: storage that lies must not ask the relay in a circle (W8, decision 0361). */
  let isVain = false;

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
    again(isSlow?: unknown): void {
      restart ??= clock.after(isSlow || isVain ? PAUSE_MS : 0, () => {
        restart = null;
        isVain = true;
        if (!wanted) return;
        connection.stop();
        start();
      });
    },
    /** The token is written down. */
    greeted(): void {
      isVain = false;
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
