import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Which conversation a mail is about stands beside it, whoever reads it: so that it goes with the conversation's words (J12). */
export const mailsOfConversations: Migration = {
  name: '0300-mails-of-conversations',
  statements: (db, dialect) => {
    const about =
      dialect === 'sqlite' ? sql`json_extract(document, '$.conversationId')` : sql`document::json ->> 'conversationId'`;
    return [
      {
        compile: () =>
          sql`update mail set conversation_no = (select no from conversation where id = ${about})
            where conversation_no is null`.compile(db),
      },
      db.schema.createIndex('mail_conversation').on('mail').column('conversation_no'),
    ];
  },
};
