import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, Router } from 'express';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import { fileAsked, fileDropped, filePart } from '../../protocol/wire/file-schemas.ts';
import type { FileCard } from '../../protocol/wire/files.ts';
import { FILE_PART_BYTES_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { FilePart, FileProgress } from '../../protocol/wire/upload.ts';
import type { Dispatch } from '../gateway/dispatch.ts';
import { type Rows, rowsFrom } from '../gateway/rows.ts';
import type { AgentSubject, VisitorSubject } from '../usecases/context.ts';
import type { FileVault, VaultFile } from '../usecases/file-vault.ts';
import { readFile } from '../usecases/read-file.ts';
import { dropUpload, takeUpload } from '../usecases/take-upload.ts';
import type { Uploads } from '../usecases/uploads.ts';
import { sendAnswer } from './answers.ts';
import { fileHeaders } from './headers.ts';

type Subject = VisitorSubject | AgentSubject;
type Asked = { file: FileCard; content: VaultFile };
type FileCommands = {
  'file:send': { in: FilePart & { content: Uint8Array }; out: FileProgress };
  'file:cancel': { in: { clientId: string }; out: Record<string, never> };
  'file:load': { in: { id: string }; out: Asked };
};

export interface FileRoutesParts {
  dispatch: Dispatch;
  uploads: Uploads;
  vault: FileVault;
}

/** Bytes as they are, never inflated, and no more than one part. */
const partBody = express.raw({ type: 'application/octet-stream', inflate: false, limit: FILE_PART_BYTES_MAX });

/** Behind the same gate as the commands (D9): schema, budget, deadline, and a typed answer to whatever happens. */
function fileRows({ uploads, vault }: Pick<FileRoutesParts, 'uploads' | 'vault'>): Rows<Subject> {
  const signal = { bucket: 'signal' } as const;
  return rowsFrom<Subject, FileCommands>({
    'file:send': {
      ...{ ...signal, schema: filePart },
      run: (context, subject, input) => takeUpload(uploads, context, subject, input),
    },
    'file:cancel': {
      ...{ ...signal, schema: fileDropped },
      run: (context, subject, input) => dropUpload(uploads, context, subject, input),
    },
    'file:load': {
      ...{ ...signal, schema: fileAsked },
      run: (context, subject, input) => readFile(vault, context, subject, input),
    },
  });
}

/** `identify` says who asks; before it nothing of a body is read. */
export function createFileRoutes(
  parts: FileRoutesParts,
  identify: (request: Request) => Promise<Answer<Subject>>,
): Router {
  const routes = Router();
  const rows = fileRows(parts);
  const ask = (subject: Subject, name: string, input: unknown) =>
    parts.dispatch.run(rows, subject, name, input, { socketId: null, underWay: 0 });
  const known = async (request: Request, response: Response, sends = true): Promise<Subject | undefined> => {
    const found = await identify(request);
    const answer = found.ok && sends && looksOn(found.value) ? LOOKS_ON : found;
    if (answer.ok) return answer.value;
    // Its body is not read: the connection ends with the answer.
    response.set('Connection', 'close');
    sendAnswer(response, answer);
    return undefined;
  };
  const load = async (request: Request, response: Response, id: unknown) => {
    const subject = await known(request, response, false);
    if (!subject) return;
    const answer = (await ask(subject, 'file:load', { id })) as Answer<Asked>;
    if (answer.ok) await sendFile(response, answer.value);
    else sendAnswer(response, answer);
  };

  routes.post('/files', async (request, response, next) => {
    const subject = await known(request, response);
    if (!subject) return;
    const told = toldOf(request.get('X-Deskbell-File'));
    if (!told) return sendAnswer(response, WRONG_HEADER);
    partBody(request, response, (error?: unknown) => {
      if (error) return next(error);
      const content = Buffer.isBuffer(request.body) ? request.body : new Uint8Array(0);
      ask(subject, 'file:send', { ...told, content }).then((answer) => sendAnswer(response, answer), next);
    });
  });
  routes.post('/files/cancel', async (request, response) => {
    const subject = await known(request, response);
    if (subject) sendAnswer(response, await ask(subject, 'file:cancel', request.body));
  });
  // A question that names its origin and carries a header, because a visitor has no cookie and no address is a secret.
  routes.post('/files/load', (request, response) => load(request, response, (request.body as { id?: unknown })?.id));
  routes.get('/files/:id', (request, response) => load(request, response, request.params.id));
  return routes;
}

const LOOKS_ON = refusal('forbidden', { hint: 'Who only looks on sends no files.' });

const looksOn = (subject: Subject) => subject.kind === 'agent' && !may(subject.agent, 'conversation:serve');

const WRONG_HEADER = refusal('invalid_payload', {
  field: 'X-Deskbell-File',
  hint: 'Send what the part is as percent-encoded JSON in the header X-Deskbell-File.',
});

function toldOf(header: string | undefined): object | undefined {
  try {
    const told: unknown = JSON.parse(decodeURIComponent(header ?? ''));
    return typeof told === 'object' && told !== null ? told : undefined;
  } catch {
    return undefined;
  }
}

async function sendFile(response: Response, { file, content }: Asked): Promise<void> {
  response.set(fileHeaders(file));
  response.set('Content-Length', String(content.bytes));
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  // Who goes away half-way has what she has.
  await pipeline(content.open(), response).catch(() => response.destroy());
}
