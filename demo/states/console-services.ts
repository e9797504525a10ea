import type { App } from '../../console/model/app.ts';
import { refusal, success } from '../../protocol/wire/errors.ts';
import type { OutsideRead, Panel } from '../../protocol/wire/outside.ts';
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
  },
  version: 3,
};
const nothing: OutsideRead = { settings: { panels: [] }, version: 0 };
const offered = { panels: read.settings.panels.map(({ id, title }) => ({ id, title })) };

function outsideAnswers(now: number): Record<string, unknown> {
  return {
    'outside/panels/panel-1': success({ kind: 'shown', panel: orders, at: now }),
    'outside/panels/panel-2': success({ kind: 'trouble', trouble: 'slow' }),
    'outside/secret': success({ secret: 'dsi_hV4bq0mJm2kQm6nq6m1cXqgM0mC2m9m8gX1q1gYyA4k' }),
    'outside/try': success({ kind: 'shown', panel: orders, at: now }),
    'demo/outside': success(read),
    '/outside': success(offered),
  };
}

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
