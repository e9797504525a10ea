// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MESSAGE_EDIT_MS } from '../../../../protocol/wire/limits.ts';
import { findEarlier } from '../../../../server/usecases/find-earlier.ts';
import { editMessage, removeMessage } from '../../../../server/usecases/revise-message.ts';
import { sendMessage } from '../../../../server/usecases/send-message.ts';
import { syncConversation } from '../../../../server/usecases/sync-conversation.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

let made = 0;
const clientId = () => `revise-id-${String(++made).padStart(8, '0')}`;

async function served() {
  const [ana, visitor] = [await scene.agent('Ana'), await scene.visitor()];
  const conversationId = await scene.open(visitor);
  const { seq } = accepted(await scene.say(ana, conversationId, 'Old words'));
  return { ana, visitor, conversationId, seq };
}

it('C18 C3 an edit is told to both sides once, and its repeat is answered with its place, also after the window', async () => {
  const { ana, visitor, conversationId, seq } = await served();
  const edit = { conversationId, seq, clientId: clientId(), body: 'New words' };
  const place = accepted(await scene.act(editMessage(scene.context, ana, edit)));
  const told = scene.told.filter((notice) => notice.tell === 'entries').at(-1);
  expect(told).toMatchObject({ entries: [{ kind: 'revised', of: seq, body: 'New words', seq: place.seq }] });
  const before = scene.told.length;
  await scene.context.clock.advance(MESSAGE_EDIT_MS + 1);
  expect(accepted(await scene.act(editMessage(scene.context, ana, edit)))).toEqual(place);
  expect(scene.told).toHaveLength(before);
  const late = { ...edit, clientId: clientId(), body: 'Later words' };
  expect(await scene.act(editMessage(scene.context, ana, late))).toMatchObject({ error: 'edit_closed' });
  const other = { ...edit, seq: seq - 1 };
  expect(await scene.act(editMessage(scene.context, ana, other))).toMatchObject({ ok: false });
  const page = accepted(await scene.act(syncConversation(scene.context, visitor, { conversationId, afterSeq: 0 })));
  expect(JSON.stringify(page)).not.toContain('Old words');
});

it('C2 C18 what is not there, not hers or not a message is refused by name; a supervisor removes at any time', async () => {
  const { ana, visitor, conversationId, seq } = await served();
  const stranger = await scene.visitor();
  const of = (more: object = {}) => ({ conversationId, seq, clientId: clientId(), body: 'x', ...more });
  const act = (done: ReturnType<typeof editMessage>) => scene.act(done);
  const { context } = scene;
  expect(await act(editMessage(context, stranger, of()))).toMatchObject({ error: 'not_found' });
  expect(await act(editMessage(context, visitor, of()))).toMatchObject({ error: 'forbidden' });
  expect(await act(editMessage(context, ana, of({ seq: 1 })))).toMatchObject({ error: 'not_found' });
  expect(await act(editMessage(context, ana, of({ seq: 99 })))).toMatchObject({ error: 'not_found' });
  const sue = await scene.agent('Sue', { role: 'supervisor', available: false });
  await context.clock.advance(99 * MESSAGE_EDIT_MS);
  accepted(await act(removeMessage(context, sue, of())));
  expect(await act(removeMessage(context, ana, of()))).toMatchObject({ ok: true });
  expect(await act(editMessage(context, ana, of()))).toMatchObject({ error: 'edit_closed' });
});

it('C19 C20 a quote of nothing and an answer over a colleague’s are refused, and nothing is stored', async () => {
  const { ana, conversationId, seq } = await served();
  const send = (more: object) =>
    scene.act(sendMessage(scene.context, ana, { conversationId, clientId: clientId(), body: 'x', ...more }));
  expect(await send({ quote: 99 })).toMatchObject({ error: 'invalid_payload', field: 'quote' });
  expect(await send({ quote: seq, seenSeq: seq - 1 })).toMatchObject({ ok: true, value: { seq: seq + 1 } });
  expect(accepted(await scene.act(findEarlier(scene.context, ana, { conversationId }))).earlier).toBeNull();
});

it('C18 C19 edited in two tabs at once and removed in a third: in one millisecond, its words are gone; so are those of a quote', async () => {
  const { ana, visitor, conversationId, seq } = await served();
  const of = { conversationId, seq };
  const { context } = scene;
  const answers = await Promise.all([
    scene.act(editMessage(context, ana, { ...of, clientId: clientId(), body: 'From one tab' })),
    scene.act(removeMessage(context, ana, { ...of, clientId: clientId() })),
    scene.act(editMessage(context, ana, { ...of, clientId: clientId(), body: 'From the other' })),
  ]);
  // Where the removal was first, the edits are told so.
  for (const answer of answers)
    expect(answer.ok || answer.error).toSatisfy((told) => [true, 'edit_closed'].includes(told));
  expect(answers[1]).toMatchObject({ ok: true });
  const quoting = { conversationId, clientId: clientId(), body: 'As I said', quote: seq };
  expect(await scene.act(sendMessage(context, ana, quoting))).toMatchObject({ ok: true });
  const page = accepted(await scene.act(syncConversation(context, visitor, { conversationId, afterSeq: 0 })));
  expect(page.entries.find((entry) => entry.seq === seq)).toMatchObject({ kind: 'message', body: '' });
  expect(page.entries.at(-1)).toMatchObject({ body: 'As I said', quote: seq });
  expect(JSON.stringify(page)).not.toMatch(/Old words|From one tab|From the other/);
});
