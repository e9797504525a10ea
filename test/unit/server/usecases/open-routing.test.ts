// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { VisitorCommands } from '../../../../protocol/wire/events.ts';
import { visitorCommands } from '../../../../protocol/wire/schemas.ts';
import type { VisitorSubject } from '../../../../server/usecases/context.ts';
import { describeVisitor } from '../../../../server/usecases/describe-visitor.ts';
import { openConversation } from '../../../../server/usecases/open-conversation.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
  const { store } = scene.context;
  await store.addDepartment({ id: 'd-sales', siteId: null, name: 'Sales', routing: {}, at: 0 });
  await store.addDepartment({ id: 'd-returns', siteId: null, name: 'Returns', routing: {}, at: 0 });
  await store.setRoutingPlan({
    rules: [{ name: 'VIP', when: { attribute: { name: 'orders', value: '12' } }, set: { priority: 3 } }],
  });
});
afterEach(() => scene.close());

async function open(visitor: VisitorSubject, more: Partial<VisitorCommands['conversation:open']['in']> = {}) {
  const input = { clientId: 'the-first-client-id', body: 'Hello', ...more };
  accepted(await scene.act(openConversation(scene.context, visitor, input)));
  const { conversations } = await scene.context.store.listInbox({ openLimit: 9, closedLimit: 0 });
  return conversations[0];
}

it('R14 W18 what the page said of its visitor decides where she goes', async () => {
  const visitor = await scene.visitor();
  const part = { department: 'returns', locale: 'pt-BR', attributes: { orders: 12, gone: null } };
  accepted((await describeVisitor(scene.context, visitor, part)).answer);
  expect(await open(visitor)).toMatchObject({ departmentId: 'd-returns', language: 'pt-BR', priority: 3 });
});

it('R14 what the command names counts before it, and the browser’s language after it', async () => {
  const visitor = await scene.visitor();
  const page = { url: 'https://shop.example/', title: 'Shop', language: 'de' };
  accepted((await describeVisitor(scene.context, visitor, { department: 'returns' })).answer);
  expect(await open(visitor, { department: 'Sales', page })).toMatchObject({ departmentId: 'd-sales', language: 'de' });
});

it('R14 a browser whose language cannot be read gets its message through', () => {
  const page = { url: 'https://shop.example/', title: 'Shop', language: 'en-u-hc-h12' };
  const input = { clientId: 'the-first-client-id', body: 'Hello', page };
  expect(visitorCommands['conversation:open'].parse(input).page).toEqual({ ...page, language: undefined });
});
