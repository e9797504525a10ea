import type { Letter } from '../../domain/mail/letter.ts';
import type { LeasedMail, MailDocument } from '../../store/mail-store.ts';
import type { Context } from '../context.ts';

/** It is not needed any more: why, in a word for the record. */
export interface NotNeeded {
  dropped: string;
}

export type Writer<Kind extends MailDocument['kind']> = (
  context: Context,
  document: Extract<MailDocument, { kind: Kind }>,
  mail: LeasedMail,
) => Promise<Letter | NotNeeded>;
