import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { FileCard } from '../../protocol/wire/files.ts';
import { FILE_PART_BYTES_MAX } from '../../protocol/wire/limits.ts';
import type { FileProgress } from '../../protocol/wire/upload.ts';
import type { TestRelay } from './test-relay.ts';

/** How a visitor or an agent asks over HTTP. */
export interface Sender {
  path: '/api/v1/visitor' | '/api/v1/agent';
  headers: Record<string, string>;
}

export const clientId = () => randomBytes(16).toString('base64url');

export async function newVisitor(relay: TestRelay, site = 'demo'): Promise<Sender & { token: string }> {
  const { answer } = await relay.ask('POST', '/api/v1/visitor/session', { version: 2, site });
  if (!answer.ok) throw new Error(answer.error);
  const token = String(answer.value.token);
  return { path: '/api/v1/visitor', token, headers: { Authorization: `Bearer ${token}`, 'X-Deskbell-Site': site } };
}

export async function sendPart(
  relay: TestRelay,
  sender: Sender,
  told: Record<string, unknown>,
  content: Uint8Array,
): Promise<{ status: number; answer: Answer<FileProgress> }> {
  const response = await fetch(`${relay.origin}${sender.path}/files`, {
    method: 'POST',
    headers: {
      Origin: relay.origin,
      'X-Deskbell': '1',
      'Content-Type': 'application/octet-stream',
      'X-Deskbell-File': encodeURIComponent(JSON.stringify(told)),
      ...sender.headers,
    },
    body: Buffer.from(content),
  });
  return { status: response.status, answer: (await response.json()) as Answer<FileProgress> };
}

/** A whole file, part by part. */
export async function sendWhole(
  relay: TestRelay,
  sender: Sender,
  content: Uint8Array,
  told: Record<string, unknown> = {},
): Promise<Answer<FileProgress>> {
  const what = { clientId: clientId(), name: 'boots.png', bytes: content.length, ...told };
  for (let offset = 0; ; ) {
    const part = content.subarray(offset, offset + FILE_PART_BYTES_MAX);
    const { answer } = await sendPart(relay, sender, { ...what, offset }, part);
    if (!answer.ok || answer.value.stored) return answer;
    if (answer.value.received === offset) throw new Error('It does not go on.');
    offset = answer.value.received;
  }
}

export async function loadFile(relay: TestRelay, sender: Sender, id: string): Promise<Response> {
  return fetch(`${relay.origin}${sender.path}/files/load`, {
    method: 'POST',
    headers: {
      ...{ Origin: relay.origin, 'X-Deskbell': '1', 'Content-Type': 'application/json' },
      ...sender.headers,
    },
    body: JSON.stringify({ id }),
  });
}

/** The card that the conversation shows for what was stored. */
export async function cardOf(relay: TestRelay, sent: Answer<FileProgress>): Promise<FileCard> {
  if (!sent.ok || !sent.value.stored) throw new Error(sent.ok ? 'Not stored.' : `${sent.error}: ${sent.hint}`);
  const { conversationId, seq } = sent.value.stored;
  const page = await relay.store.readPage({ conversationId, afterSeq: seq - 1, limit: 1 });
  const entry = page?.entries[0];
  if (entry?.kind !== 'message' || !entry.file) throw new Error('No file stands there.');
  return entry.file;
}

/** Names in one folder of the relay's vault, those of its sub-folders too; none where it was never made. */
export function keptNames(relay: TestRelay, folder: string): string[] {
  try {
    return readdirSync(join(relay.folder, 'files', folder), { recursive: true }).map(String);
  } catch {
    return [];
  }
}
