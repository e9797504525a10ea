import type { IncomingMessage } from 'node:http';
import type { Socket } from 'socket.io';
import { type Answer, type Refusal, refusal } from '../../protocol/wire/errors.ts';
import type { VisitorHello, VisitorReady } from '../../protocol/wire/events.ts';
import { visitorHello } from '../../protocol/wire/schemas.ts';
import { PROTOCOL_VERSION_MIN } from '../../protocol/wire/version.ts';
import type { Report } from '../observe/report.ts';
import type { Context, VisitorSubject } from '../usecases/context.ts';
import { noteGone, noteSeen } from '../usecases/gone-book.ts';
import { readDevice } from '../usecases/people/keep-visit.ts';
import { noteAddress } from '../usecases/people/recent-addresses.ts';
import type { LoadShed } from '../usecases/shed-load.ts';
import { startVisitorSession } from '../usecases/start-visitor-session.ts';
import type { AvailabilityBell } from './availability-bell.ts';
import {
  type Attached,
  connectError,
  createListener,
  endConnection,
  forgetHandshake,
  type Kept,
} from './connection.ts';
import type { Dispatch } from './dispatch.ts';
import type { Namespace } from './io-server.ts';
import { parse } from './refuse.ts';
import { siteRoom, visitorRoom } from './rooms.ts';
import type { SiteDirectory } from './site-directory.ts';
import type { StartsUnderWay } from './starts-under-way.ts';
import { visitorRows } from './visitor-commands.ts';
import type { VisitorsHere } from './visitors-here.ts';

export interface VisitorNamespaceParts {
  namespace: Namespace;
  context: Context;
  dispatch: Dispatch;
  load: Pick<LoadShed, 'refuseStart'>;
  sites: SiteDirectory;
  starts: StartsUnderWay;
  here: VisitorsHere;
  availability: Pick<AvailabilityBell, 'told'>;
  report: Report;
  addressBlockOf(request: IncomingMessage): string;
}

type Started = Kept<VisitorSubject, VisitorReady> & { hello: VisitorHello };

export function serveVisitors(parts: VisitorNamespaceParts): void {
  const { namespace, here, report } = parts;
  const onEvent = createListener(visitorRows, parts.dispatch, () => {});

  function onDisconnect(this: Socket, reason: string) {
    const { subject } = this.data as Attached<VisitorSubject>;
    const conversationId = subject ? here.left(subject.visitorId) : null;
    if (subject && conversationId !== null) noteGone(parts.context, subject.visitorId, { conversationId, reason });
    report({ kind: 'disconnected', who: 'visitor', reason });
  }

  namespace.use((socket, next) => {
    shakeHands(parts, socket).then(
      (refused) => {
        if (refused) report({ kind: 'connection_refused', why: 'handshake', code: refused.error });
        next(refused ? connectError(refused) : undefined);
      },
      (error) => {
        report({ kind: 'background_failed', task: 'visitor handshake', error });
        next(connectError(refusal('internal')));
      },
    );
  });

  namespace.on('connection', (socket) => {
    const started = (socket.data as { started: Started }).started;
    const { subject } = started;
    socket.data = { subject, socketId: socket.id, underWay: 0 } satisfies Attached<VisitorSubject>;
    forgetHandshake(socket);
    // Events end here: nobody is passed on to, which spares each of them a turn and a search for listeners.
    socket.use((event) => onEvent(socket, event));
    socket.on('disconnect', onDisconnect);
    // Join, then see whether anything was told since the read: the page that we hand out has no hole after it.
    void socket.join([visitorRoom(subject.visitorId), siteRoom(subject.siteId)]);
    // I5: one browser of a person can be ended alone.
    if (subject.browserId) void socket.join(visitorRoom(subject.browserId));
    here.came(subject.visitorId, started.ready.conversations[0]?.conversationId ?? null);
    const isBehind = parts.starts.wasTold(subject.visitorId, started.ticket);
    parts.starts.end(started.ticket);
    report({ kind: 'connected', who: 'visitor' });
    // From here on a flip reaches this socket; one that fell between the read and the join is in what was told last.
    const available = parts.availability.told ?? started.ready.available;
    if (!isBehind) socket.emit('session:ready', { ...started.ready, available });
    else void readAgain(parts, socket, started);
  });
}

/** Undefined lets the connection in, with what was read hung on the socket. */
async function shakeHands(parts: VisitorNamespaceParts, socket: Socket): Promise<Refusal | undefined> {
  const shed = parts.load.refuseStart('visitor');
  if (shed) return shed;
  const checked = parse(visitorHello, socket.handshake.auth);
  if (!checked.ok) return checked;
  const hello = checked.input;
  const refused = refuseHello(parts.sites, hello, socket.handshake.headers.origin);
  if (refused) return refused;
  const ticket = parts.starts.begin();
  const answer = await read(parts, hello);
  if (!answer.ok || socket.conn.readyState !== 'open') {
    parts.starts.end(ticket);
    return answer.ok ? refusal('unavailable') : answer;
  }
  const { headers } = socket.handshake;
  const subject = fromWhere(parts, answer.value.subject, parts.addressBlockOf(socket.request), headers['user-agent']);
  const started: Started = { ...answer.value, subject, hello, ticket };
  socket.data = { started };
  return undefined;
}

/** What a block and the person panel ask for; the same for the socket and for HTTP (J4, J9). */
export function fromWhere(
  { context }: { context: Context },
  subject: VisitorSubject,
  address: string,
  userAgent: string | undefined,
): VisitorSubject {
  noteAddress(context.store, subject.visitorId, address);
  noteSeen(context, subject.visitorId);
  return { ...subject, address, device: readDevice(userAgent) };
}

/** Version, site and origin, in this order: the same for the socket and for HTTP. */
export function refuseHello(
  sites: Pick<SiteDirectory, 'find' | 'allows'>,
  hello: VisitorHello,
  origin: string | undefined,
): Refusal | undefined {
  if (hello.version < PROTOCOL_VERSION_MIN) return refusal('version_too_old', { hint: 'Load the page again.' });
  if (!sites.find(hello.site)) return refusal('site_unknown', { hint: 'Check data-site in the script tag.' });
  if (sites.allows(hello.site, origin)) return undefined;
  return refusal('origin_not_allowed', { hint: 'Add the origin of this page to the site.' });
}

function read(parts: VisitorNamespaceParts, hello: VisitorHello) {
  const site = parts.sites.find(hello.site);
  return parts.dispatch.guard('session:start', async () => {
    if (!site) return { answer: refusal('site_unknown'), notices: [] };
    return startVisitorSession(parts.context, site, hello);
  }) as Promise<Answer<{ ready: VisitorReady; subject: VisitorSubject }>>;
}

async function readAgain(parts: VisitorNamespaceParts, socket: Socket, started: Started): Promise<void> {
  // The one that the browser has: a successor takes effect when it is used, and the browser does not have it yet.
  // One that a signed identity brought is in use at once.
  const own = started.hello.identity === undefined ? started.hello.token : undefined;
  const token = own ?? started.ready.token ?? started.hello.token;
  const answer = await read(parts, { ...started.hello, token });
  if (!answer.ok) endConnection(socket, answer.error);
  else socket.emit('session:ready', { ...answer.value.ready, token: started.ready.token });
}
