// @vitest-environment node
import { expect, it } from 'vitest';
import type { Api } from '../../../console/model/api.ts';
import { Costs } from '../../../console/model/costs.ts';
import { BUSINESS_SETTINGS_DEFAULT, type BusinessSettings } from '../../../protocol/wire/business.ts';

function open(): { costs: Costs; sent: { settings: BusinessSettings; basedOn: number }[] } {
  const sent: { settings: BusinessSettings; basedOn: number }[] = [];
  const api = {
    async businessSettings() {
      return { ok: true, value: { settings, version: 7, history: [] } };
    },
    async setBusinessSettings(settings: BusinessSettings, basedOn: number) {
      sent.push({ settings, basedOn });
      if (basedOn !== 4) return { ok: false, error: 'changed_meanwhile' };
      return { ok: true, value: { settings, version: 5, history: [] } };
    },
  };
  return { costs: new Costs({ api: api as unknown as Api, onSessionEnded: () => undefined }), sent };
}

const settings: BusinessSettings = {
  currency: 'EUR',
  months: [{ month: '2026-01', hourlyCost: 2_850, marketing: null }],
  staffing: { ...BUSINESS_SETTINGS_DEFAULT.staffing, targetMs: 90_000, shrinkage: 0.125 },
};

it('M13 what was saved is typed again as it was: amounts in whole money, shares in percent, nothing as nothing', async () => {
  const { costs, sent } = open();
  const draft = costs.draftOf(settings);
  expect(draft).toMatchObject({ currency: 'EUR', targetSeconds: '90', shrinkage: '12.5', chatsAtOnce: '2' });
  expect(draft.months).toEqual([{ month: '2026-01', hourlyCost: '28.50', marketing: '' }]);
  expect(await costs.save(draft, 4)).toBe(true);
  expect(sent).toEqual([{ settings, basedOn: 4 }]);
});

it('M13 a currency without parts has none; a comma is a point; who saved first is not overwritten', async () => {
  const { costs, sent } = open();
  const draft = {
    ...costs.draftOf(settings),
    currency: ' jpy ',
    months: [{ month: '2026-02', hourlyCost: '1500', marketing: '9' }],
  };
  await costs.save({ ...draft, targetSeconds: '' }, 4);
  expect(sent[0]?.settings).toMatchObject({
    ...{ currency: 'JPY', staffing: { targetMs: null } },
    months: [{ month: '2026-02', hourlyCost: 1_500, marketing: 9 }],
  });
  await costs.save({ ...draft, currency: 'EUR', months: [{ month: '2026-02', hourlyCost: '28,5', marketing: '' }] }, 4);
  expect(sent[1]?.settings.months[0]?.hourlyCost).toBe(2_850);
  expect(await costs.save(draft, 3)).toBe(false);
  expect(costs.problem.value?.error).toBe('changed_meanwhile');
  // Z13: what is there now is at hand beside what was typed.
  expect(costs.read.state.value).toMatchObject({ status: 'ready', value: { version: 7 } });
});
