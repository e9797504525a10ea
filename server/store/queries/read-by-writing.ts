import { type RawBuilder, sql } from 'kysely';

/**
 * Whoever writes has read what stands above, but for answers that she was not shown yet: words that left late, after a night
 * without a connection, tell nobody that she has seen what came meanwhile, and her badge still counts it (S10, W11, decision 0350).
 */
export function readByWriting(seq: RawBuilder<unknown> | number): RawBuilder<number> {
  return sql<number>`case when exists (
      select 1 from entry
      where entry.conversation_no = conversation.no and entry.seq > conversation.visitor_read
        and entry.kind = 'message' and entry.author <> 'visitor')
    then conversation.visitor_read else ${seq} end`;
}
