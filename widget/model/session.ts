import type { ConnectionEvent } from '../../protocol/client/connection.ts';
import type { Timeline } from '../../protocol/client/timeline.ts';
import { watchHeads } from '../../protocol/client/watch-heads.ts';
import { type ErrorCode, remedyOf } from '../../protocol/wire/errors.ts';
import type { VisitorFacts, VisitorHello, VisitorReady } from '../../protocol/wire/events.ts';
import { IDENTITY_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { PROTOCOL_VERSION } from '../../protocol/wire/version.ts';
import { drive } from './drive.ts';
import { NAMES } from './keep.ts';
import type { ChatPorts, VisitorConnection } from './ports.ts';

/** Whatever a page gives as a token: it may be refused as one, and must not keep the chat away. */
const cut = (token: unknown) => `${token}`.slice(0, IDENTITY_CHARS_MAX);

export interface SessionParts {
  ports: ChatPorts;
  timeline(): Timeline | null;
  isAwaited(): boolean;
  /** The relay greets this visitor. Called after `onForget` where what was held is void. */
  onReady(ready: VisitorReady): void;
  /** What is held belongs to another epoch. */
  onStale(): void;
  /** The relay does not know this visitor any more: what is held is void, unsent texts are not. */
  onForget(): void;
  /** Another tab signed somebody else in, in the place of whom this page had named (I5). */
  onTaken(): void;
  onRefused(error: ErrorCode): void;
  onEvent(event: ConnectionEvent<VisitorFacts>): void;
}

export interface Session {
  connection: VisitorConnection;
  start(): void;
  stop(): void;
  /** Milliseconds since 1970 by the relay's clock, as far as its last greeting tells. */
  relayNow(): number;
  dispose(): void;
}

/** The page's signed word. Once another tab has signed somebody else in it is not this browser's last, and is said no more (I5). */
function signedWord({ who, shelf, subjectOf }: ChatPorts, onTaken: () => void) {
  let asked: string | undefined;
  let good: string | undefined;
  const say = () => {
    const last = shelf.read(NAMES.who);
    const isOver = last && who.identity === good && last !== subjectOf(good);
    asked = isOver ? undefined : who.identity;
    return asked && cut(asked);
  };
  const greeted = () => {
    if (asked) {
      good = asked;
      shelf.write(NAMES.who, subjectOf(good) ?? null);
    } else if (good && who.identity === good) {
      good = who.identity = undefined;
      onTaken();
    }
  };
  return [say, greeted] as const;
}

/** Who we are to the relay: token, epoch, positions, and what to do when it says no (W7). */
export function openSession(parts: SessionParts): Session {
  const { clock, shelf, site, who } = parts.ports;
  let epoch: string | undefined;
  let visitorId: string | undefined;
  let said: string | null = null;
  const [signed, settle] = signedWord(parts.ports, parts.onTaken);
  let offsetMs = 0;

  const hello = (): VisitorHello => {
    const timeline = parts.timeline();
    said = shelf.read(NAMES.token);
    const resume = timeline ? [{ conversationId: timeline.conversationId, afterSeq: timeline.last }] : undefined;
    return { version: PROTOCOL_VERSION, site, token: said ?? undefined, epoch, resume, identity: signed() };
  };
  const connection = parts.ports.connect(hello, parts.isAwaited);

  const { start, stop, again, greeted, leave, found } = drive(parts.ports, connection, () =>
    parts.onEvent({ kind: 'state', state: { status: 'connecting' } }),
  );
  const heads = watchHeads(clock, again);

  const ready = (fact: VisitorReady) => {
    const kept = shelf.read(NAMES.token);
    // Before the token is written: who hears of that knows whose it is.
    settle();
    // Another tab, or the other carrier, was greeted first: this one is that visitor too (W8). A known visitor's token is
    // an exchanged one. With a signed identity it is the person's, whoever was greeted before (I3).
    const isOther = visitorId && visitorId !== fact.visitorId;
    if (fact.token && kept && !who.identity && (isOther || kept !== said)) return again();
    if (fact.token) shelf.write(NAMES.token, fact.token);
    said = fact.token ?? said;
    greeted();
    offsetMs = fact.at - clock.now();
    if (isOther) parts.onForget();
    else if (epoch !== undefined && epoch !== fact.epoch) parts.onStale();
    visitorId = fact.visitorId;
    epoch = fact.epoch;
    parts.onReady(fact);
  };

  const refused = (error: ErrorCode) => {
    leave();
    if (remedyOf(error) !== 'sign_in' || said === null) return parts.onRefused(error);
    const kept = shelf.read(NAMES.token);
    // Of two tabs the other may have a new one; what is another at each reading is nobody's (decision 0361).
    if (kept === said || kept !== shelf.read(NAMES.token))
      for (const name of [NAMES.token, NAMES.who]) shelf.write(name, null);
    visitorId = undefined;
    parts.onForget();
    // Whoever was signed out by another tab lets that one say first who comes.
    again(who.identity);
  };

  const unlisten = connection.listen((event) => {
    parts.onEvent(event);
    if (event.kind === 'state') {
      if (event.state.status !== 'online') heads(false);
      if (event.state.status === 'refused') refused(event.state.error);
      return;
    }
    // Restored from a backup under our feet: greet anew, with nothing held.
    if (event.name === 'session:ready') ready(event.payload);
    else if (event.name === 'heads:told' && epoch && event.payload.epoch !== epoch) again();
    // Whoever follows nothing is told no heads.
    if (event.name === 'session:ready' || event.name === 'heads:told') heads(parts.timeline() !== null);
  });
  const unlistenShelf = shelf.listen((name) => {
    const kept = name === NAMES.token ? shelf.read(name) : null;
    if (kept === null || kept === said) return;
    // The token that this tab stood in line for.
    found();
    if (said !== null && connection.state.status === 'online') again();
  });

  return {
    connection,
    start,
    stop,
    relayNow: () => clock.now() + offsetMs,
    dispose() {
      for (const end of [unlisten, unlistenShelf, heads, stop]) end();
    },
  };
}
