import { type NoticeWords, noticeOf, WORDS_PLACE } from '../../protocol/client/notice-of.ts';
import type { PushDocument } from '../../protocol/wire/notices.ts';
import { offlinePage } from './offline-page.ts';

/** Written by the build: another console is another worker, and the page hears of it. */
const MARK = '__BUILD_MARK__';

/** What is used of a worker's world; the types of pages know none of it. */
interface WorkerWorld {
  addEventListener(name: string, heard: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: {
    claim(): Promise<void>;
    matchAll(query: object): Promise<Window[]>;
    openWindow(path: string): Promise<unknown>;
  };
  registration: ServiceWorkerRegistration;
}
interface Window {
  url: string;
  visibilityState: string;
  focus(): Promise<unknown>;
  postMessage(told: object): void;
}
interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
  request: Request;
  notification: Notification;
  data: { json(): unknown } | null;
}

const world = self as unknown as WorkerWorld;
const WINDOWS = { type: 'window', includeUncontrolled: true };

world.addEventListener('install', (event) => event.waitUntil(world.skipWaiting()));
world.addEventListener('activate', (event) => event.waitUntil(world.clients.claim()));

/** Nothing of the console is kept: what runs is what the relay serves. Only where it cannot be reached, a page says so. */
world.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(
    fetch(event.request).catch(async () => offlinePage((await readWords()).offline, MARK, navigator.language)),
  );
});

world.addEventListener('push', (event) => event.waitUntil(show(event.data?.json() as PushDocument | undefined)));

/** NT1: a console on the screen has shown it already. */
async function show(document: PushDocument | undefined): Promise<void> {
  if (!document) return;
  const windows = await world.clients.matchAll(WINDOWS);
  if (document.kind !== 'test' && windows.some((one) => one.visibilityState === 'visible')) return;
  const { title, ...how } = noticeOf(document, await readWords());
  await world.registration.showNotification(title, how);
}

world.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open((event.notification.data as { path?: string } | null)?.path ?? '/console/inbox'));
});

async function open(path: string): Promise<void> {
  const windows = await world.clients.matchAll(WINDOWS);
  const here = windows.find((one) => new URL(one.url).pathname.startsWith('/console/'));
  if (!here) return void (await world.clients.openWindow(path));
  here.postMessage({ open: path });
  await here.focus();
}

/** In the language of the console that was open last. */
async function readWords(): Promise<NoticeWords> {
  const kept = await caches.match(WORDS_PLACE).catch(() => undefined);
  const words = kept && ((await kept.json()) as NoticeWords);
  // What an older console has left there lacks what was added since.
  return { ...ENGLISH, ...words };
}

const ENGLISH: NoticeWords = {
  product: 'Deskbell',
  kinds: {},
  something: 'There is something new.',
  made: { visitor: 'Visitor {code}', erased: 'Erased' },
  offline: {
    title: 'You are offline',
    hint: 'The console cannot be reached. What you wrote is kept in this browser and goes out when you are back.',
    retry: 'Try again',
  },
};
