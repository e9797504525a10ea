import type { Push, PushState } from '../model/ports.ts';

const WORKER = '/console/sw.js';
const SCOPE = '/console/';
const WORDS_PLACE = '/console/words-of-notices';

/** The worker of the console: notices of the system, also with no tab open, and word of a newer console. */
export function createPush(): Push {
  const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  const registered = register();
  const subscription = async () => (await registered)?.pushManager?.getSubscription() ?? null;
  return {
    async state(): Promise<PushState> {
      if (!canPush || !(await registered)) return 'unsupported';
      if (Notification.permission === 'denied') return 'denied';
      return Notification.permission === 'granted' && (await subscription()) ? 'on' : 'off';
    },
    async subscribe(publicKey) {
      try {
        const registration = await registered;
        if (!registration) return null;
        const said = await Notification.requestPermission();
        if (said !== 'granted') return said === 'default' ? 'undecided' : null;
        const applicationServerKey = bytesOf(publicKey);
        // What is held may be for another key, or one that its service has given up.
        await (await registration.pushManager.getSubscription())?.unsubscribe().catch(() => false);
        const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
        const { endpoint, keys } = made.toJSON();
        if (!endpoint || !keys?.p256dh || !keys.auth) return null;
        return { endpoint, p256dh: keys.p256dh, auth: keys.auth, name: nameOfBrowser() };
      } catch {
        return null;
      }
    },
    async unsubscribe() {
      await (await subscription())?.unsubscribe().catch(() => false);
    },
    async show(title, how) {
      if (!canPush || Notification.permission !== 'granted') return;
      await (await registered)?.showNotification(title, how).catch(() => {});
    },
    async clear(tag) {
      for (const shown of (await (await registered)?.getNotifications({ tag })) ?? []) shown.close();
    },
    async keepWords(words) {
      if (!('caches' in window)) return;
      const kept = await caches.open('deskbell:words').catch(() => null);
      await kept?.put(WORDS_PLACE, new Response(JSON.stringify(words))).catch(() => {});
    },
    listenOpen(opened) {
      navigator.serviceWorker?.addEventListener('message', ({ data }) => {
        if (typeof data?.open === 'string') opened(data.open);
      });
    },
    listenUpdate(updated) {
      void registered.then((registration) => {
        if (!registration) return;
        registration.addEventListener('updatefound', () => {
          // The very first worker is no newer one.
          if (navigator.serviceWorker.controller) updated();
        });
        document.addEventListener('visibilitychange', () => {
          if (document.visibilityState === 'visible') void registration.update().catch(() => {});
        });
      });
    },
  };
}

/** The policy of the page lets no script in but by a rule with a name: ours lets this one in, and nothing else. */
async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  try {
    const types = (window as unknown as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } })
      .trustedTypes;
    types?.createPolicy('default', {
      createScriptURL: (asked: string) => (asked === WORKER ? asked : null),
    });
    return await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  } catch {
    return null;
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}

/** What a person knows this device by. */
function nameOfBrowser(): string {
  const { userAgent } = navigator;
  const browser = /Edg\//.test(userAgent)
    ? 'Edge'
    : /Firefox\//.test(userAgent)
      ? 'Firefox'
      : /Chrome\//.test(userAgent)
        ? 'Chrome'
        : 'Safari';
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(userAgent)?.[0] ?? navigator.platform;
  return `${browser} · ${system}`;
}
