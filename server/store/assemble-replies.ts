import type { Engine } from './engine.ts';
import * as replies from './queries/replies.ts';
import type { ReplyStore } from './reply-store.ts';

/** Part of assemble-store.ts. */
export function repliesOf(engine: Engine): ReplyStore {
  return {
    listReplies: (agentId) => engine.read(replies.listReplies, agentId),
    findReplyOwner: (id) => engine.read(replies.findReplyOwner, id),
    addReply: (input) => engine.write(replies.addReply, input),
    changeReply: (input) => engine.write(replies.changeReply, input),
    removeReply: (id) => engine.write(replies.removeReply, id),
  };
}
