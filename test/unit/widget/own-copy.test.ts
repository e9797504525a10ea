import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { OwnKept } from '../../../protocol/wire/own.ts';
import type { ChatActions } from '../../../widget/model/chat-view.ts';
import { gatherOwn } from '../../../widget/model/own-copy.ts';
import { createErasing } from '../../../widget/model/own-erase.ts';
import type { Shelf } from '../../../widget/model/ports.ts';
import { served } from './visit.ts';

const KEPT: OwnKept = {
  ...{ sinceAt: 1, email: null, visit: null, orders: [], conversations: 3, messages: { own: 3, team: 0 }, files: 0 },
  said: { name: null, email: null, locale: null, department: null, attributes: {}, tags: [], events: [] },
  ...{ conversationDays: null, erases: true },
};
const talk = (conversationId: string) => ({ conversationId, openedAt: 1, closedAt: null, page: null, intake: null });
const message = (seq: number): Entry => ({
  ...{ kind: 'message', seq, at: seq, author: 'visitor', clientId: `c${seq}`, body: `Message ${seq}` },
});
const marks = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };

/** A relay with three conversations in two pages, the second of them in two pages as well. */
function relay(refuse: (name: string) => ReturnType<typeof refusal> | undefined = () => undefined) {
  const asked: string[] = [];
  const ask = async (name: string, payload: Record<string, unknown>) => {
    asked.push(`${name} ${JSON.stringify(payload)}`);
    const refused = refuse(name);
    if (refused) return refused;
    if (name === 'own:read') return success(KEPT);
    if (name === 'own:list')
      return success(
        payload.after === 'two'
          ? { conversations: [talk('three')], more: false }
          : { conversations: [talk('one'), talk('two')], more: true },
      );
    const { conversationId, afterSeq } = payload as { conversationId: string; afterSeq: number };
    const more = conversationId === 'two' && afterSeq === 0;
    return success({ conversationId, entries: [message(afterSeq + 1)], head: more ? 2 : 1, more, marks });
  };
  return { ask: ask as unknown as ChatActions['ask'], asked };
}

function gather(from: ReturnType<typeof relay>) {
  const waited: number[] = [];
  const told: string[] = [];
  const wait = async (ms: number) => void waited.push(ms);
  const copy = gatherOwn({
    ...{ ask: from.ask, wait, now: () => 9, site: 'Clay & Kiln' },
    told: (done, of) => told.push(`${done}/${of}`),
  });
  return { copy, waited, told };
}

test('J14 her copy holds every page of every conversation, and says how far it is', async () => {
  const { copy, told } = gather(relay());
  const { erases: _, ...kept } = KEPT;
  expect(await copy).toEqual({
    ...{ site: 'Clay & Kiln', at: 9, kept },
    conversations: [
      { ...talk('one'), entries: [message(1)] },
      { ...talk('two'), entries: [message(1), message(2)] },
      { ...talk('three'), entries: [message(1)] },
    ],
  });
  expect(told).toEqual(['1/3', '2/3', '3/3']);
});

test('J14 a busy relay is waited for as it asks, but not for ever; a refusal is no half copy', async () => {
  let busy = 2;
  const patient = gather(
    relay((name) =>
      name === 'conversation:sync' && busy-- > 0 ? refusal('rate_limited', { retryAfterMs: 70 }) : undefined,
    ),
  );
  expect((await patient.copy)?.conversations).toHaveLength(3);
  expect(patient.waited).toEqual([70, 70]);
  const away = gather(relay(() => refusal('unavailable')));
  expect(await away.copy).toBe(null);
  expect(away.waited).toHaveLength(5);
  expect(await gather(relay((name) => (name === 'own:list' ? refusal('not_found') : undefined))).copy).toBe(null);
});

function shelfOf(kept: Record<string, string>): Shelf {
  return {
    read: (name) => kept[name] ?? null,
    write(name, text) {
      if (text === null) delete kept[name];
      else kept[name] = text;
    },
    names: () => Object.keys(kept),
    listen: () => () => {},
  };
}

function erasing(answers: ReturnType<typeof refusal | typeof success>[]) {
  const kept: Record<string, string> = { token: 'vst_1', chat: '1', left: 'c', 'out:1': '{}' };
  const tab: Record<string, string> = { draft: 'Half a word', files: '[]' };
  const outgoing = signal([{ clientId: 'a', body: 'Unsent', queuedAt: 1, state: 'pending', conversationId: null }]);
  const chat = {
    ...{ token: () => kept.token ?? null, away: signal(false), open: signal(true), outgoing, quote: signal(null) },
    discard: (clientId: string) => {
      outgoing.value = outgoing.value.filter((one) => one.clientId !== clientId);
    },
    intake: signal({ topic: 'glaze' } as never),
    write: (text: string) => {
      tab.draft = text;
    },
    ...{ writeEmail: () => {}, startNew: () => {}, drop: () => {} },
  };
  const posted: string[] = [];
  let during = false;
  const erase = createErasing({
    chat: chat as never,
    shelves: [shelfOf(kept), shelfOf(tab)],
    async post(token) {
      posted.push(token);
      during = chat.away.peek();
      return answers.shift() ?? refusal('unavailable');
    },
  });
  return { ...erase, kept, tab, chat, posted, during: () => during };
}

test('J15 erased with the relay, nothing is left in this browser either, and the link comes back only afterwards', async () => {
  const one = erasing([success({})]);
  expect(await one.erase()).toBe(null);
  expect([one.posted, one.during()]).toEqual([['vst_1'], true]);
  expect([one.kept, one.tab, one.chat.outgoing.value]).toEqual([{}, {}, []]);
  expect([one.chat.intake.value, one.chat.away.value]).toEqual([undefined, true]);
  one.leave();
  expect(one.chat.away.value).toBe(false);
});

test('J15 W18 erased in the middle of a chat: to the page there is no conversation any more, before she is greeted anew', async () => {
  const { chat, shelf, tab } = await served();
  expect(chat.status.value).toBe('active');
  const { erase } = createErasing({ chat, shelves: [shelf, tab], post: async () => success({}) });
  expect(await erase()).toBe(null);
  expect([chat.status.value, chat.agent.value, chat.thread.value]).toEqual(['none', null, []]);
  expect([...shelf.items]).toEqual([]);
});

test('J15 W3 closed after it, nobody new is made before the chat is opened again', async () => {
  const one = erasing([success({})]);
  await one.erase();
  one.chat.open.value = false;
  one.leave();
  expect(one.chat.away.value).toBe(true);
  one.chat.open.value = true;
  expect(one.chat.away.value).toBe(false);
});

test('J15 refused or unanswered, everything stays and the chat goes on', async () => {
  const one = erasing([refusal('forbidden'), refusal('unauthorized')]);
  for (const error of ['forbidden', 'unauthorized', 'unavailable']) {
    expect(await one.erase()).toBe(error);
    expect([one.kept.token, one.tab.draft, one.chat.away.value]).toEqual(['vst_1', 'Half a word', false]);
  }
});

test('J15 a try that was never answered and did it: the next one finds a token that opens nothing, and it is done', async () => {
  const one = erasing([refusal('unavailable'), refusal('unauthorized')]);
  expect(await one.erase()).toBe('unavailable');
  expect(await one.erase()).toBe(null);
  expect(one.kept).toEqual({});
});

test('J15 the token of another tab, which is somebody new already, stays', async () => {
  const one = erasing([]);
  const late = createErasing({
    chat: one.chat as never,
    shelves: [shelfOf(one.kept)],
    async post() {
      one.kept.token = 'vst_2';
      return success({});
    },
  });
  expect(await late.erase()).toBe(null);
  expect(one.kept).toEqual({ token: 'vst_2' });
});
