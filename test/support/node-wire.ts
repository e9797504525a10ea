import WebSocket from 'ws';
import type { OpenWire } from '../../protocol/client/connection.ts';

/** A WebSocket of Node, for the carrier that browsers use. */
export const openNodeWire: OpenWire = (url, on) => {
  const socket = new WebSocket(url);
  socket.on('message', (frame, isBinary) => on.text(isBinary ? frame : String(frame)));
  socket.on('close', () => on.closed());
  // Tells of the end by closing.
  socket.on('error', () => {});
  return { send: (text) => socket.send(text), close: () => socket.close() };
};
