import type { Answer, ErrorCode } from '../wire/errors.ts';

/**
 * The frames of docs/protocol.md, section 1: Engine.IO 4 and Socket.IO 5 over WebSocket, text only, one namespace.
 * Types that this client has no use for are `other`.
 */
export type Frame =
  /** The relay's first word; it counts as dead after `silentMs` without a ping. */
  | { kind: 'open'; silentMs: number }
  | { kind: 'ping' }
  | { kind: 'fact'; name: string; payload: unknown }
  | { kind: 'answer'; id: number; answer: Answer<unknown> }
  | { kind: 'refused'; error: ErrorCode | undefined; retryAfterMs: number | undefined }
  | { kind: 'end' }
  | { kind: 'other' };

export const PONG = '3';

export function helloFrame(namespace: string, hello: object): string {
  return `40${namespace},${JSON.stringify(hello)}`;
}

export function commandFrame(namespace: string, id: number, name: string, payload: unknown): string {
  return `42${namespace},${id}${JSON.stringify([name, payload])}`;
}

export function endFrame(namespace: string): string {
  return `41${namespace},`;
}

/** Null for what is no such frame: the link is not one of ours, or broken. */
export function readFrame(namespace: string, text: unknown): Frame | null {
  if (typeof text !== 'string') return null;
  try {
    return parse(namespace, text);
  } catch {
    return null;
  }
}

function parse(namespace: string, text: string): Frame {
  if (text[0] === '2') return { kind: 'ping' };
  if (text[0] === '1') return { kind: 'end' };
  if (text[0] === '0') {
    const { pingInterval, pingTimeout } = JSON.parse(text.slice(1)) as Record<string, number>;
    return { kind: 'open', silentMs: Number(pingInterval) + Number(pingTimeout) || 0 };
  }
  const head = `${namespace},`;
  if (text[0] !== '4' || !text.startsWith(head, 2)) return { kind: 'other' };
  return parsePacket(text[1], text.slice(2 + head.length));
}

function parsePacket(type: string | undefined, rest: string): Frame {
  if (type === '1') return { kind: 'end' };
  if (type === '4') {
    const { data } = JSON.parse(rest) as { data?: { error?: ErrorCode; retryAfterMs?: number } };
    return { kind: 'refused', error: data?.error, retryAfterMs: data?.retryAfterMs };
  }
  const cut = rest.indexOf('[');
  if (type === '2') {
    const [name, payload] = JSON.parse(rest.slice(cut)) as [string, unknown];
    return { kind: 'fact', name, payload };
  }
  if (type === '3') {
    const [answer] = JSON.parse(rest.slice(cut)) as [Answer<unknown>];
    return { kind: 'answer', id: Number(rest.slice(0, cut)), answer };
  }
  return { kind: 'other' };
}
