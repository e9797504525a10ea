import type { OpenWire } from '../../protocol/client/connection.ts';

/** The browser's WebSocket. A device that goes offline is taken at its word: a dead link would say so much later. */
export const openWire: OpenWire = (url, on) => {
  const end = new AbortController();
  try {
    const socket = new WebSocket(url);
    const close = () => {
      end.abort();
      socket.close();
    };
    const closed = () => {
      close();
      on.closed();
    };
    socket.addEventListener('message', (event) => on.text(event.data), { signal: end.signal });
    socket.addEventListener('close', closed, { signal: end.signal });
    addEventListener('offline', closed, { signal: end.signal });
    return { send: (text) => socket.send(text), close };
  } catch {
    // Refused by a policy of the page, which browsers say in different ways.
    queueMicrotask(() => end.signal.aborted || on.closed());
    return { send() {}, close: () => end.abort() };
  }
};
