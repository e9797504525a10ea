import { render } from 'preact';
import { chosenFiles } from '../protocol/browser/chosen-files.ts';
import { createLead } from '../protocol/browser/lead.ts';
import { openOutboxStore } from '../protocol/browser/outbox-store.ts';
import { SocketConnection } from '../protocol/client/socket-connection.ts';
import type { AgentCommands, AgentFacts } from '../protocol/wire/events.ts';
import { PROTOCOL_VERSION } from '../protocol/wire/version.ts';
import { createAddress, takeSetUpToken } from './browser/address.ts';
import { pageAttention } from './browser/attention.ts';
import { screenAwake } from './browser/awake.ts';
import { createBadge } from './browser/badge.ts';
import { createBell } from './browser/bell.ts';
import { localCalendar } from './browser/calendar.ts';
import { newClientId } from './browser/client-id.ts';
import { pageClipboard } from './browser/clipboard.ts';
import { zoneDays } from './browser/days.ts';
import { filesOverHttp } from './browser/files.ts';
import { sameOriginHttp } from './browser/http.ts';
import { pageKeyboard } from './browser/keyboard.ts';
import { pageLeaving } from './browser/leaving.ts';
import { createMemory } from './browser/memory.ts';
import { createPush } from './browser/push.ts';
import { realClock } from './browser/real-clock.ts';
import { shrinkPicture } from './browser/shrink-picture.ts';
import { browserTabs } from './browser/tabs.ts';
import { localWallClock } from './browser/wall-clock.ts';
import { App } from './model/app.ts';
import { Root } from './ui/root.tsx';
import { strings } from './ui/strings.ts';

/** The composition root of the console: everything that touches the world is made here, once. */
const setUpToken = takeSetUpToken();
const address = createAddress();
const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');

const app = new App({
  http: sameOriginHttp,
  address,
  badge: createBadge(icon, strings.title),
  clipboard: pageClipboard,
  keyboard: pageKeyboard,
  push: createPush(),
  leaving: pageLeaving,
  wall: localWallClock,
  connect: (epoch) =>
    new SocketConnection<AgentCommands, AgentFacts>({
      url: `${address.origin}/agent`,
      hello: () => ({ version: PROTOCOL_VERSION, epoch: epoch() }),
      clock: realClock,
      random: Math.random,
    }),
  clock: realClock,
  random: Math.random,
  memory: createMemory(),
  outbox: openOutboxStore('deskbell:console'),
  lead: createLead('deskbell:console:lead'),
  attention: pageAttention,
  awake: screenAwake,
  bell: createBell(),
  tabs: browserTabs,
  calendar: localCalendar,
  days: zoneDays,
  newClientId,
  shrinkPicture,
  files: { ...filesOverHttp, chosen: (files) => chosenFiles(files as Iterable<File>) },
});
app.start(setUpToken);

const place = document.getElementById('console');
if (place) render(<Root app={app} />, place);
