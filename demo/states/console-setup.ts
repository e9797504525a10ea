import type { App } from '../../console/model/app.ts';
import { refusal, success } from '../../protocol/wire/errors.ts';
import type { InstallRead, PageReport, Snippets } from '../../protocol/wire/install.ts';
import type { TeamRole } from '../../protocol/wire/roles.ts';
import { press } from './console-story.ts';

/** What an owner sees who puts the tag on her pages. */
const relay = 'https://help.shop.example';
const snippets: Snippets = {
  tag: `<script async src="${relay}/deskbell.js?site=demo" data-site="demo"></script>`,
  pinned: null,
  proactive: `<script async src="${relay}/proactive/demo.js"></script>`,
  relay,
  csp: `script-src ${relay}; connect-src ${relay} wss://help.shop.example; img-src https://cdn.shop.example`,
  policy: {},
};

const install = (now: number): InstallRead => ({
  now,
  sightings: [
    { origin: 'https://shop.example', listed: true, firstAt: now - 900_000, lastAt: now - 2_000 },
    { origin: 'https://www.shop.example', listed: true, firstAt: now - 900_000, lastAt: now - 192_000 },
    { origin: 'https://staging.shop.example', listed: false, firstAt: now - 90_000, lastAt: now - 60_000 },
  ],
  wrongKeys: [{ siteKey: 'dmeo', origin: 'https://shop.example', lastAt: now - 60_000 }],
});

const report = (now: number): PageReport => ({
  origin: 'https://shop.example',
  path: '/basket',
  site: 'demo',
  faults: ['socket_blocked', 'twice'],
  tags: 2,
  at: now,
});

const guide = { siteKey: null, skipped: [], endedAt: null };

/** `fresh`: nobody has seen the tag, and no page was looked at. */
function setupAnswers(now: number, fresh = false): Record<string, unknown> {
  return {
    '/snippets': success(snippets),
    '/install': success(fresh ? { now, sightings: [], wrongKeys: [] } : install(now)),
    '/checks/': success({ report: fresh ? null : report(now) }),
    '/checks': success({ id: 'c1', mark: 'c1', until: now }),
    'agent/guide': success({ state: guide }),
  };
}

const five = (['owner', 'admin', 'supervisor', 'agent', 'viewer'] as const).map((base) => ({
  id: base,
  name: base,
  base,
}));
const roles: TeamRole[] = [
  ...five.map((role) => ({ ...role, rights: role.base === 'agent' ? { 'view:share': true } : {} })),
  { id: 'r1', name: 'In training', base: 'agent', rights: { 'visitors:invite': false, 'report:read': false } },
];

export function setupStories(
  now: number,
  site: object,
): Record<string, { path: string; answers?: Record<string, unknown>; act?(app: App): void | Promise<void> }> {
  const fresh = setupAnswers(now, true);
  return {
    'settings-start': {
      path: '/console/settings/start',
      answers: { ...fresh, 'agent/sites': success([{ ...site, key: 'shop' }]) },
    },
    'settings-start-empty': {
      path: '/console/settings/start',
      answers: { ...fresh, 'agent/sites': success([]) },
    },
    'settings-sites': { path: '/console/settings/sites', answers: setupAnswers(now) },
    'settings-sites-retired': {
      path: '/console/settings/sites',
      answers: { 'agent/sites': success([{ ...site, retiredAt: now }]) },
    },
    'settings-meanwhile': {
      path: '/console/settings/departments',
      act: (app) => {
        const typed = { name: { value: 'Returns and repairs', before: '"Parcels"' } };
        app.service.forms.value = new Map([['department d1', { basedOn: 'old', typed }]]);
        app.staff.problem.value = refusal('changed_meanwhile');
        press('.line .button');
      },
    },
    'settings-look': { path: '/console/settings/look' },
    'settings-targets': { path: '/console/settings/targets' },
    'settings-rights': { path: '/console/settings/rights', answers: { 'agent/roles': success(roles) } },
    'settings-rights-failed': {
      path: '/console/settings/rights',
      answers: { 'agent/roles': refusal('unavailable') },
    },
    'settings-privacy': { path: '/console/settings/privacy' },
    'settings-privacy-keeping': {
      path: '/console/settings/privacy',
      answers: { 'demo/keeping': success({ conversations: 1_240, orders: 312, countedTo: 100_000 }) },
      act: async (app) => {
        const draft = app.service.draftOf({ kind: 'site', id: 'demo' });
        await draft.open();
        draft.change({ keeping: { conversationDays: 180, orderDays: 730, people: true } });
      },
    },
  };
}
