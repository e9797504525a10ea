import type { FileRules } from '../../protocol/wire/files.ts';
import * as limits from '../../protocol/wire/limits.ts';
import type { FilePart, FileProgress } from '../../protocol/wire/upload.ts';
import { cleanAlt } from '../domain/files/file-alt.ts';
import { cleanFileName } from '../domain/files/file-name.ts';
import type { NewFile } from '../store/file-store.ts';
import { askWork } from './ask-work.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { readRulesOf, siteOf } from './file-rules.ts';
import { answered, refused } from './finish.ts';
import { lookThrough } from './look-through.ts';
import { openConversation } from './open-conversation.ts';
import { sendMessage } from './send-message.ts';
import type { Uploads } from './uploads.ts';

type Subject = VisitorSubject | AgentSubject;
type Part = FilePart & { content: Uint8Array };

const HINTS = {
  off: 'Files are turned off for this site.',
  empty: 'The file is empty.',
  busy: 'Many files arrive at once. All of this one is here: ask again with the same offset and no bytes, or from `received`.',
  tooMany: `At most ${limits.UPLOADS_OF_ONE_MAX} uploads at once. Finish or cancel one.`,
};

/**
 * One part of a file (F1). The last one makes it a message: looked through, cleaned, durable in the vault, and then stored in
 * one transaction with the message that refers to it.
 */
export async function takeUpload(
  uploads: Uploads,
  context: Context,
  subject: Subject,
  part: Part,
): Promise<Done<FileProgress>> {
  const siteId = await siteOf(context, subject, part.conversationId);
  if (typeof siteId !== 'string') return siteId;
  const rules = await readRulesOf(context, siteId);
  if (!rules.on) return refused('files_off', { hint: HINTS.off });
  if (part.bytes === 0) return refused('file_refused', { hint: HINTS.empty });
  if (part.bytes > rules.bytesMax) return refused('too_large', { hint: `At most ${rules.bytesMax} bytes.` });
  const sender = senderOf(subject);
  const name = context.ids.hash(`${sender} ${part.clientId}`);
  const there = await uploads.vault.partBytes(name);
  if (there === 0) {
    const earlier = part.offset > 0 && (await context.store.findSentFile(asker(subject, part)));
    if (earlier) return answered(toProgress(part.bytes, earlier));
    const refusal = await refuseStart(uploads, context, subject, part, name);
    if (refusal) return refusal;
  }
  if (part.offset !== there) return answered({ received: there });
  if (there + part.content.length > part.bytes) {
    await drop(uploads, name);
    return refused('invalid_payload', { field: 'bytes', hint: 'More came than was announced.' });
  }
  const received = part.content.length === 0 ? there : await uploads.vault.addPart(name, there, part.content);
  uploads.underWay.set(name, { sender, at: context.clock.now() });
  if (received < part.bytes) return answered({ received });
  const endTurn = await uploads.turn(name);
  if (!endTurn) return refused('rate_limited', { retryAfterMs: limits.UNAVAILABLE_RETRY_MS, hint: HINTS.busy });
  try {
    return await finish(uploads, context, subject, part, { name, siteId, rules });
  } finally {
    endTurn();
  }
}

/** The person changed her mind. */
export async function dropUpload(
  uploads: Uploads,
  context: Context,
  subject: Subject,
  { clientId }: { clientId: string },
): Promise<Done<Record<string, never>>> {
  await drop(uploads, context.ids.hash(`${senderOf(subject)} ${clientId}`));
  return answered({});
}

async function refuseStart(
  uploads: Uploads,
  context: Context,
  subject: Subject,
  part: Part,
  name: string,
): Promise<Done<never> | undefined> {
  const sender = senderOf(subject);
  const now = context.clock.now();
  for (const [known, { at }] of uploads.underWay) if (now - at > limits.UPLOAD_KEPT_MS) uploads.underWay.delete(known);
  const others = [...uploads.underWay].filter(([known]) => known !== name);
  const ofOne = others.filter(([, one]) => one.sender === sender).length;
  if (ofOne >= limits.UPLOADS_OF_ONE_MAX || others.length >= limits.UPLOADS_MAX)
    return refused('rate_limited', { retryAfterMs: limits.UNAVAILABLE_RETRY_MS, hint: HINTS.tooMany });
  const waitMs = uploads.starts.take(sender);
  if (waitMs > 0) return refused('rate_limited', { retryAfterMs: waitMs, hint: 'Too many files at once.' });
  if (subject.kind === 'agent') return undefined;
  // Before its first byte, not after the last.
  const unworked = part.conversationId === undefined ? await askWork(context, subject, part) : undefined;
  if (unworked) return unworked;
  const since = now - 24 * 3_600_000;
  const { bytes } = await context.store.readFileUse({ visitorId: subject.visitorId, since });
  const over = bytes + part.bytes > limits.FILE_BYTES_PER_VISITOR_DAY_MAX;
  return over ? refused('file_quota', { hint: 'So much was sent today that no more is taken.' }) : undefined;
}

interface Place {
  name: string;
  siteId: string;
  rules: FileRules;
}

async function finish(
  uploads: Uploads,
  context: Context,
  subject: Subject,
  part: Part,
  { name, siteId, rules }: Place,
): Promise<Done<FileProgress>> {
  const content = await uploads.vault.readPart(name);
  const looked = lookThrough(content, rules);
  if ('hint' in looked) {
    await drop(uploads, name);
    return refused('file_refused', looked);
  }
  const hash = uploads.hashOf(looked.pieces);
  const sent = await context.store.findSentFile(asker(subject, part));
  if (sent) {
    await drop(uploads, name);
    return sent.hash === hash ? answered(toProgress(part.bytes, sent)) : refused('cid_conflict');
  }
  const file: NewFile = {
    ...{ id: uploads.newId(), name: cleanFileName(part.name, looked.type.endings) },
    ...{ kind: looked.type.kind, type: looked.type.type, ...looked.size },
    bytes: looked.pieces.reduce((sum, piece) => sum + piece.length, 0),
    ...(looked.type.kind === 'image' && { alt: cleanAlt(part.alt) }),
    ...{ hash, vaultName: '', siteId, visitorId: subject.kind === 'visitor' ? subject.visitorId : '' },
    quotas: {
      conversationFilesMax: limits.FILES_PER_CONVERSATION_MAX,
      conversationBytesMax: limits.FILE_BYTES_PER_CONVERSATION_MAX,
      totalBytesMax: uploads.totalBytesMax,
    },
  };
  file.vaultName = context.ids.hash(file.id);
  await uploads.vault.keep(file.vaultName, looked.pieces);
  const done = await store(context, subject, part, file);
  const { answer } = done;
  // What nobody knows is the sweeper's: a message that was stored after all must find its file. The part waits for the next try.
  if (!answer.ok && answer.error === 'unavailable') return { answer, notices: [] };
  await drop(uploads, name);
  if (!answer.ok) {
    await uploads.vault.remove(file.vaultName);
    return { answer, notices: [] };
  }
  return { ...done, answer: { ok: true, value: toProgress(part.bytes, answer.value) } };
}

async function store(context: Context, subject: Subject, part: Part, file: NewFile) {
  const { clientId, conversationId } = part;
  const body = file.name;
  try {
    if (conversationId === undefined && subject.kind === 'visitor')
      return await openConversation(
        context,
        subject,
        { clientId, body, page: part.page, leave: part.leave, work: part.work },
        file,
      );
    const id = conversationId ?? '';
    const done = await sendMessage(context, subject, { conversationId: id, clientId, body }, file);
    if (!done.answer.ok) return { answer: done.answer, notices: [] };
    return { ...done, answer: { ok: true as const, value: { ...done.answer.value, conversationId: id } } };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FileQuotaReached') throw error;
    return refused('file_quota', { hint: 'There is no room for this file here any more.' });
  }
}

async function drop(uploads: Uploads, name: string): Promise<void> {
  uploads.underWay.delete(name);
  await uploads.vault.dropPart(name);
}

function toProgress(
  received: number,
  { conversationId, seq, at }: { conversationId: string; seq: number; at: number },
) {
  return { received, stored: { conversationId, seq, at } };
}

function senderOf(subject: Subject): string {
  return `${subject.kind} ${idOf(subject)}`;
}

function idOf(subject: Subject): string {
  return subject.kind === 'visitor' ? subject.visitorId : subject.agent.id;
}

function asker(subject: Subject, { clientId }: { clientId: string }) {
  return { authorId: idOf(subject), clientId };
}
