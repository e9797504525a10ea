import { PROACTIVE_WHEN_ANY, type ProactiveTold, type ProactiveWhen } from '../../../protocol/wire/proactive.ts';
import type { Moment, Rule } from '../../../widget/proactive/choose.ts';

export const NOW = Date.UTC(2026, 10, 26, 9);

export function rule(when: Partial<ProactiveWhen>, more: Partial<Rule> = {}): Rule {
  return { key: 'help', text: 'Can we help?', timesMax: 1, when: { ...PROACTIVE_WHEN_ANY, ...when }, ...more };
}

export function told(rules: Rule[], more: Partial<ProactiveTold> = {}): ProactiveTold {
  return { site: 'shop', privacy: 'counted', visitMax: 5, dayMax: 5, rules, ...more };
}

export function moment(more: Partial<Moment> = {}): Moment {
  return {
    now: NOW,
    address: { origin: 'https://shop.example', path: '/products/mug', search: '', hash: '' },
    language: 'de-AT',
    ...{ onPageMs: 10_000, scrolledPercent: 40, leaving: false, cart: null, events: [], scriptError: false },
    ...{ returning: false, visits: 1 },
    ...more,
  };
}
