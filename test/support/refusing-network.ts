import type { Page, WebSocketRoute } from '@playwright/test';

/** A page's network that may refuse WebSocket, and cut those that stand. */
export function createNetwork() {
  const standing = new Set<WebSocketRoute>();
  let blocked = false;
  return {
    route: (page: Page) =>
      page.routeWebSocket(/socket\.io/, (socket) => {
        if (blocked) return void socket.close();
        standing.add(socket);
        socket.connectToServer();
      }),
    async block() {
      blocked = true;
      for (const socket of standing) await socket.close();
      standing.clear();
    },
    async free(page: Page) {
      blocked = false;
      // What the browser says when its network has changed: the socket need not wait for its next try.
      await page.evaluate(() => dispatchEvent(new Event('online')));
    },
    isUp: () => standing.size > 0,
  };
}
