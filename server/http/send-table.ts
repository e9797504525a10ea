import type { Response } from 'express';
import type { Answer } from '../../protocol/wire/errors.ts';
import { sendAnswer } from './answers.ts';

/** An answer as a file of a spreadsheet, or why there is none. `name` is ours: letters, digits, dashes. */
export function sendTable(response: Response, name: string, answer: Answer<string>): void {
  if (!answer.ok) {
    sendAnswer(response, answer);
    return;
  }
  response.set({
    'Cache-Control': 'no-store',
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
  response.send(answer.value);
}
