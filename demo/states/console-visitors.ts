import { refusal, success } from '../../protocol/wire/errors.ts';
import type { Invite, PresentList, PresentVisitor } from '../../protocol/wire/people.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';

const MINUTE = 60_000;
const bo = { id: 'a2', name: 'Bo Lindqvist' };

/** All states of the page Visitors, and of its settings. */
export function visitorStories(now: number, press: (selector: string) => unknown) {
  const path = '/console/visitors';
  const list = (visitors: PresentVisitor[], more = {}): PresentList => ({
    at: now,
    visitors,
    more: 0,
    off: false,
    ...more,
  });
  const busy = { visitors: success(list(everybody(now), { more: 12 })) };
  const block = { id: 'b1', siteId: 'demo', visitorId: 'v1', label: 'Visitor 7F3K', address: true, by: bo };
  const blocks = [
    { ...block, reason: 'Insults, three times.', at: now - 60 * MINUTE, until: now + 9_000 * MINUTE },
    {
      ...block,
      id: 'b2',
      visitorId: null,
      label: null,
      address: false,
      reason: '',
      at: now - 90 * MINUTE,
      until: null,
    },
  ];
  const settings = { ...SITE_SETTINGS_DEFAULT, visitors: { presence: true, trail: true } };
  return {
    visitors: { path, answers: busy },
    'visitors-invite': { path, answers: busy, act: () => press('.visitor-line .button') },
    'visitors-none': { path, answers: { visitors: success(list([])) } },
    'visitors-off': { path, answers: { visitors: success(list([], { off: true })) } },
    'visitors-failed': { path, answers: { visitors: refusal('unavailable') } },
    'settings-visitors': {
      path: '/console/settings/visitors',
      answers: { 'demo/settings': success({ settings, version: 0 }), blocks: success(blocks) },
    },
    'settings-visitors-off': { path: '/console/settings/visitors', answers: { blocks: success([]) } },
  };
}

function everybody(now: number): PresentVisitor[] {
  const one = { siteId: 'demo', siteName: 'Tea & Mugs', invite: null, conversationId: null, cart: null };
  const invite = (state: Invite['state']): Invite => ({
    id: `invite_${state}`,
    by: bo,
    text: 'Hello.',
    at: now,
    state,
  });
  const at = (key: string, path: string, title: string, minutes: number, more: Partial<PresentVisitor> = {}) => ({
    ...one,
    ...{
      key,
      url: `https://shop.example${path}`,
      title,
      pageSince: now - minutes * 20_000,
      since: now - minutes * MINUTE,
    },
    ...{ language: 'en', returning: false, ...more },
  });
  return [
    at('k1', '/mugs/blue', 'Stoneware mug, blue', 14, {
      cart: 74.7,
      currency: 'EUR',
      returning: true,
      language: 'pt-BR',
    }),
    at('k2', '/basket', 'Your basket', 9, { cart: 312, invite: invite('seen') }),
    at('k3', '/a/very/long/path/that-somebody-made-up/and-that-does-not-end/for-a-long-while', 'سلة التسوق', 6, {
      ...{ language: 'ar', invite: invite('dismissed') },
    }),
    at('k4', '/', 'Mugs and bowls', 3, { language: 'de', invite: invite('accepted'), conversationId: '7F3K' }),
    at('k5', '/bowls', '', 0, { language: null }),
  ];
}
