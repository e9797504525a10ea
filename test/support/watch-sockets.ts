import type { Page } from '@playwright/test';

interface Watched {
  socket: WebSocket;
  heard: string[];
}

/** Before the page is loaded. Asks the page itself, since not every browser tells of sockets by its protocol. */
export async function watchSockets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched[] = [];
    Object.defineProperty(window, 'watchedSockets', { value: watched });
    window.WebSocket = new Proxy(WebSocket, {
      construct(target, given) {
        const socket: WebSocket = Reflect.construct(target, given);
        const heard: string[] = [];
        socket.addEventListener('message', ({ data }) => heard.push(String(data)));
        watched.push({ socket, heard });
        return socket;
      },
    });
  });
}

/** Those of this document, in the order in which they were opened. */
export function socketsOf(page: Page): Promise<{ path: string; isClosed: boolean; heard: string[] }[]> {
  return page.evaluate(() =>
    (Reflect.get(window, 'watchedSockets') as Watched[]).map(({ socket, heard }) => ({
      path: new URL(socket.url).pathname,
      isClosed: socket.readyState === WebSocket.CLOSED,
      heard,
    })),
  );
}
