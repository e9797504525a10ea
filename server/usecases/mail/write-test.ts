import { testLetter } from '../../domain/mail/words-of-staff.ts';
import type { Writer } from './writer.ts';

export const writeTest: Writer<'test'> = async ({ mail }) => testLetter(mail?.origin() ?? '');
