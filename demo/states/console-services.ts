import type { App } from '../../console/model/app.ts';
import { refusal, success } from '../../protocol/wire/errors.ts';
import type { OutsideOffered, OutsideRead, Panel } from '../../protocol/wire/outside.ts';
import { verifiedOf } from './console-person.ts';
import { press, type Story } from './console-story.ts';

/** Services that an owner connected: how they are set up, and what they say beside a conversation. */
const orders: Panel = {
  title: 'Mara Oyelaran',
  status: { text: 'One parcel is late', tone: 'warn' },
  lines: [
    { label: 'Customer since', value: 'March 2021' },
    { label: 'Contract', value: 'Wholesale, 30 days to pay' },
  ],
  table: {
    columns: ['Order', 'Sum', 'State'],
    rows: [
      ['MK-20417', '49.80 €', 'On its way'],
      ['MK-19002', '24.90 €', 'Sent back'],
      ['MK-18777-with-a-very-long-number', '12,000 ¥', 'Delivered'],
    ],
  },
  links: [{ label: 'Open in the shop', href: 'https://shop.example/admin/customers/4711' }],
  cut: true,
};

const read: OutsideRead = {
  settings: {
    panels: [
      { id: 'panel-1', title: 'Orders', url: 'https://api.shop.example/deskbell/orders' },
      { id: 'panel-2', title: 'Contract', url: 'https://crm.shop.example/deskbell' },
    ],
    translator: { url: 'https://translate.shop.example' },
    assistant: { url: 'https://ai.example/v1', model: 'small-2026' },
  },
  keys: { translator: false, assistant: true },
  version: 3,
};
const nothing: OutsideRead = {
  settings: { panels: [], translator: null, assistant: null },
  keys: { translator: false, assistant: false },
  version: 0,
};
const panels = read.settings.panels.map(({ id, title }) => ({ id, title }));
const offered: OutsideOffered = { panels, translate: true, assist: true };

function outsideAnswers(now: number): Record<string, unknown> {
  return {
    'outside/panels/panel-1': success({ kind: 'shown', panel: orders, at: now }),
    'outside/panels/panel-2': success({ kind: 'trouble', trouble: 'slow' }),
    'outside/secret': success({ secret: 'dsi_hV4bq0mJm2kQm6nq6m1cXqgM0mC2m9m8gX1q1gYyA4k' }),
    'outside/try': success({ kind: 'shown', panel: orders, at: now }),
    'outside/translate-answer': success({
      kind: 'translated',
      translations: [{ seq: 0, text: 'Sí, resiste el lavavajillas.', from: 'en' }],
    }),
    'outside/translate': success({ kind: 'translated', translations: translated }),
    'outside/assist': success({
      kind: 'said',
      text: 'Yes: the blue mug may go into the dishwasher. Shall I put one aside for you?',
    }),
    'demo/outside': success(read),
    '/outside': success(offered),
  };
}

/** Whichever of them the visitor wrote. */
const translated = Array.from({ length: 12 }, (_, at) => ({
  seq: at + 1,
  text: 'Ach schön, die blaue bitte.',
  from: 'en',
}));

const foldOut = (app: App) => {
  const { outside } = app;
  for (const { id } of offered.panels) outside.value?.fold(id, true);
};

export function serviceStories(now: number): Record<string, Story> {
  const path = '/console/inbox/7F3K';
  const scenery = { profile: verifiedOf(now) };
  const answers = outsideAnswers(now);
  const unknown = { ...answers, 'outside/panels/panel-1': success({ kind: 'unknown', at: now }) };
  const act = async (app: App) => {
    await app.openOutside();
    foldOut(app);
  };
  return {
    'person-systems': { path, scenery, answers, act },
    'person-systems-unknown': { path, scenery, answers: unknown, act },
    'person-systems-loading': { path, scenery, answers: { ...answers, 'outside/panels': new Promise(() => {}) }, act },
    'thread-translated': {
      ...{ path, answers },
      act: async (app) => {
        await app.openOutside();
        const talk = app.outside.value?.of('7F3K');
        if (talk) talk.translating.on.value = true;
        app.desk.value?.thread.value?.write('It survives the dishwasher.');
        if (talk) talk.translating.choosing.value = true;
        await talk?.translating.translateAnswer('It survives the dishwasher.', 'es');
      },
    },
    'thread-suggested': {
      ...{ path, answers },
      act: async (app) => {
        await app.openOutside();
        const thread = app.desk.value?.thread.value;
        if (thread) await app.outside.value?.of('7F3K').helping.ask(thread, { task: 'suggest' });
      },
    },
    'thread-help-failed': {
      path,
      answers: { ...answers, 'outside/assist': success({ kind: 'trouble', trouble: 'slow' }) },
      act: async (app) => {
        await app.openOutside();
        const thread = app.desk.value?.thread.value;
        if (thread) await app.outside.value?.of('7F3K').helping.ask(thread, { task: 'suggest' });
      },
    },
    'settings-services': {
      path: '/console/settings/services',
      answers,
      act: () => press('.subset .button', '.service-buttons:last-child .button'),
    },
    'settings-services-none': {
      path: '/console/settings/services',
      answers: { ...answers, 'demo/outside': success(nothing) },
    },
    'settings-services-failed': {
      path: '/console/settings/services',
      answers: { ...answers, 'demo/outside': refusal('unavailable') },
    },
  };
}
