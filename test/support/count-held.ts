import type { BrowserContext, Page } from '@playwright/test';

/** Counts in a page, from before any script of it, what outlives a function: `heldNow` answers it. */
export async function countHeld(page: Page | BrowserContext): Promise<void> {
  for (const part of [begin, countListeners, countTimers, countObservers, countRest]) await page.addInitScript(part);
}

export const heldNow = (page: Page): Promise<string[]> =>
  page.evaluate(() => (Reflect.get(window, 'heldNow') as () => Promise<string[]>)());

type Counts = (() => Iterable<string>)[];

/* Each runs in the page by itself, in whatever order, and knows nothing of this file. */

function begin(): void {
  const heldNow = async () => [
    ...(Reflect.get(window, 'counts') as Counts).flatMap((count) => [...count()]),
    ...((await navigator.locks.query()).held ?? []).map(({ name }) => `lock ${name}`),
  ];
  Object.assign(window, { heldNow, globals: ['globals', 'heldNow', 'counts'] });
}

function countListeners(): void {
  const held = new Map<string, number>();
  const count = (what: string, by: number) => held.set(what, (held.get(what) ?? 0) + by);
  const isLasting = (at: unknown) =>
    [window, document, document.documentElement, document.body, visualViewport].some((one) => one === at) ||
    at instanceof MediaQueryList;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (name: string, ...rest: [never, never]) {
    const target = this ?? window;
    const { signal, once } = (rest[1] ?? {}) as AddEventListenerOptions;
    if (isLasting(target) && !once) {
      count(`listener ${name}`, 1);
      signal?.addEventListener('abort', () => count(`listener ${name}`, -1));
    }
    return add.call(target, name, ...rest);
  };
  EventTarget.prototype.removeEventListener = function (name: string, ...rest: [never, never]) {
    const target = this ?? window;
    if (isLasting(target)) count(`listener ${name}`, -1);
    return remove.call(target, name, ...rest);
  };
  const mine = () => [...held].filter(([, times]) => times > 0).map(([what, times]) => `${what} ${times}`);
  Object.assign(window, { counts: [...(Reflect.get(window, 'counts') ?? []), mine] });
}

function countTimers(): void {
  const timers = new Set<number>();
  const { setTimeout: later, clearTimeout: cancel, setInterval: every, clearInterval: stop } = window;
  const keep = (id: number) => {
    timers.add(id);
    return id;
  };
  const drop = (id: number | undefined) => void timers.delete(id as number);
  Object.assign(window, {
    setTimeout: (run: () => void, ms: number, ...more: unknown[]) => {
      const id: number = later(
        (...values: []) => {
          drop(id);
          run(...values);
        },
        ms,
        ...more,
      );
      return keep(id);
    },
    setInterval: (run: () => void, ms: number) => keep(every(run, ms)),
    clearTimeout: (id: number) => {
      drop(id);
      cancel(id);
    },
    clearInterval: (id: number) => {
      drop(id);
      stop(id);
    },
  });
  const mine = () => [...timers].map(() => 'timer');
  Object.assign(window, { counts: [...(Reflect.get(window, 'counts') ?? []), mine] });
}

function countObservers(): void {
  const observers = new Set<unknown>();
  for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver, PerformanceObserver]) {
    const { observe, disconnect } = prototype as MutationObserver;
    Object.assign(prototype, {
      observe(this: MutationObserver, ...values: [Node]) {
        observers.add(this);
        observe.apply(this, values);
      },
      disconnect(this: MutationObserver) {
        observers.delete(this);
        disconnect.call(this);
      },
    });
  }
  const mine = () => [...observers].map(() => 'observer');
  Object.assign(window, { counts: [...(Reflect.get(window, 'counts') ?? []), mine] });
}

function countRest(): void {
  const sockets: WebSocket[] = [];
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.push(this);
    }
  };
  const addresses = new Set<string>();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (of: Blob) => {
    const address = createObjectURL(of);
    addresses.add(address);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    addresses.delete(address);
    revokeObjectURL(address);
  };
  const databases = new Set<IDBDatabase>();
  const { open } = IDBFactory.prototype;
  const { close } = IDBDatabase.prototype;
  IDBFactory.prototype.open = function (...given) {
    const asked = open.apply(this, given);
    asked.addEventListener('success', () => databases.add(asked.result));
    return asked;
  };
  IDBDatabase.prototype.close = function () {
    databases.delete(this);
    close.call(this);
  };
  const mine = () => [
    ...[...databases].map(() => 'database'),
    ...sockets.filter(({ readyState }) => readyState < WebSocket.CLOSED).map(() => 'socket'),
    ...[...addresses].map(() => 'address of a file'),
  ];
  Object.assign(window, { counts: [...(Reflect.get(window, 'counts') ?? []), mine] });
}
