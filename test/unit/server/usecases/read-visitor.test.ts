// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import { readVisitor } from '../../../../server/usecases/read-visitor.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

it('says whether there is a conversation of hers before this one', async () => {
  const [ana, visitor] = [await scene.agent('Ana'), await scene.visitor()];
  const read = async (conversationId: string) =>
    accepted(await scene.act(readVisitor(scene.context, ana, { conversationId })));
  const first = await scene.open(visitor);
  await scene.open(await scene.visitor());
  expect(await read(first)).toMatchObject({ name: null, hasEarlier: false });
  accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: first })));
  await scene.context.clock.advance(86_400_000);
  const second = await scene.open(visitor);
  expect(second).not.toBe(first);
  expect(await read(second)).toMatchObject({ hasEarlier: true });
  expect(await read(first)).toMatchObject({ hasEarlier: false });
  // J12: of one that was emptied there is nothing to read.
  await scene.context.store.eraseConversation({ conversationId: first, at: scene.context.clock.now() });
  expect(await read(second)).toMatchObject({ hasEarlier: false });
});
