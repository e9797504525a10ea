import type { Request, Response } from 'express';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { AgentSubject } from '../usecases/context.ts';
import { type IdentifyParts, identify } from './agent-gate.ts';
import { sendAnswer } from './answers.ts';
import { type Cell, sendCsv } from './csv.ts';

export interface CsvTable {
  head: readonly string[];
  lines: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

type Ask<Out> = (subject: AgentSubject, request: Request) => Promise<Answer<Out>>;

/** Answers as JSON, or with `format=csv` as a file of the same lines; `bom=1` for spreadsheets that want one. */
export function asTable<Out>(
  parts: IdentifyParts,
  name: string,
  ask: Ask<Out>,
  toTable: (out: Out, subject: AgentSubject, request: Request) => CsvTable,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const known = await identify(parts, request);
    if (!known.ok) return sendAnswer(response, known);
    const answer = await ask(known.value, request);
    if (!answer.ok || request.query.format !== 'csv') return sendAnswer(response, answer);
    const { head, lines } = toTable(answer.value, known.value, request);
    await sendCsv(response, name, head, lines, request.query.bom === '1');
  };
}
