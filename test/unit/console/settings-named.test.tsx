import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { OUTSIDE_DEFAULT } from '../../../protocol/wire/outside.ts';
import { SITE_SETTINGS_DEFAULT } from '../../../protocol/wire/settings.ts';
import { ana, ConsoleDesk } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

let desk: ConsoleDesk;
const user = userEvent.setup();
const owner = { ...ana, role: 'owner' as const };
const site = { id: 's1', key: 'shop', name: 'Shop', origins: ['https://shop.example'], snippet: '' };
const services = { settings: OUTSIDE_DEFAULT, keys: { translator: false, assistant: false }, version: 0 };

beforeAll(async () => {
  await Promise.all([
    import('../../../console/ui/setup/services-page.tsx'),
    import('../../../console/ui/settings-files.tsx'),
    import('../../../console/ui/setup/sites-page.tsx'),
  ]);
});
beforeAll(consoleParts);
beforeEach(() => {
  desk = new ConsoleDesk();
  desk.http.answers.set('me', success(owner));
  for (const key of ['shop', 'new'])
    desk.http.answers
      .set(`sites/${key}/settings`, success({ settings: SITE_SETTINGS_DEFAULT, version: 0 }))
      .set(`sites/${key}/snippets`, success({ tag: '', pinned: null, proactive: null, relay: '', csp: '', policy: {} }))
      .set(`sites/${key}/install`, success({ now: 1, sightings: [], wrongKeys: [] }))
      .set(`sites/${key}/checks`, success({ id: 'c1', mark: 'c1', until: 1 }))
      .set(`sites/${key}/outside`, success(services));
  desk.http.answers
    .set('hours/preview', success({ now: {}, changesAt: null, days: [] }))
    .set('sites', success([site]))
    .set('departments', success([]))
    .set('staff', success([]));
});
afterEach(cleanup);

async function show(page: string): Promise<void> {
  await desk.open([], { me: owner });
  desk.go(`/console/settings/${page}`);
  render(<Root app={desk.app} />);
  await screen.findByRole('heading', { name: 'Settings' });
}
const press = async (name: string) => {
  await user.click(screen.getByRole('button', { name }));
  await settle();
};
const written = () => desk.http.asked.filter(({ method }) => method === 'PUT' || method === 'POST');

describe('Z21 an address that names a site', () => {
  const other = { ...site, id: 's2', key: 'new', name: 'New shop' };

  test('which somebody has added since the list was read is that one, and nothing is saved for another', async () => {
    await show('files/site-shop');
    await screen.findAllByRole('checkbox');
    desk.http.answers.set('sites', success([site, other]));
    desk.go('/console/settings/files/site-new');
    await waitFor(() =>
      expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'For' }).value).toBe('site-new'),
    );
    await user.click((await screen.findAllByRole('checkbox'))[0] as HTMLElement);
    await settle();
    await press('Save');
    const to = written().map(({ path }) => path);
    expect(to).toEqual([expect.stringMatching(/sites\/new\/settings/)]);
  });

  test.each([
    ['files', 'For'],
    ['sites', 'Site'],
    ['services', 'Site'],
  ])(
    'which is not there is said to be none on the page %s, and another one stands there to be chosen',
    async (page, name) => {
      await show(`${page}/site-gone`);
      expect(await screen.findByText(/Nothing here has this address any more/)).toBeDefined();
      expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
      const choice = screen.getByRole<HTMLSelectElement>('combobox', { name });
      expect(choice.selectedIndex).toBe(-1);
      await user.selectOptions(choice, choice.options[0] as HTMLOptionElement);
      await settle();
      expect(screen.queryByText(/Nothing here has this address/)).toBeNull();
    },
  );

  test.each([
    ['files', 'For'],
    ['sites', 'Site'],
    ['services', 'Site'],
  ])(
    'and the relay cannot be reached: that is said on the page %s, and it is looked for again by itself',
    async (page, name) => {
      await show(`${page}/site-shop`);
      await waitFor(() =>
        expect(screen.queryAllByRole('checkbox').length + screen.queryAllByRole('textbox').length).toBeGreaterThan(0),
      );
      const unreached = /the relay cannot be reached to ask/;
      const asked = () => desk.http.asked.filter(({ path }) => path.endsWith('/sites')).length;
      desk.http.answers.set('sites', refusal('unavailable'));
      desk.go(`/console/settings/${page}/site-new`);
      expect(await screen.findByText(unreached)).toBeDefined();
      expect(screen.queryByText(/Nothing here has this address/)).toBeNull();
      const before = asked();
      await desk.clock.advance(10_000);
      await waitFor(() => expect(asked()).toBeGreaterThan(before));
      expect(screen.getByText(unreached)).toBeDefined();
      // Without a link nobody asks; with one it is asked at once.
      desk.relay.enter({ status: 'offline' } as never);
      await settle();
      const atLoss = asked();
      desk.http.answers.delete('sites');
      desk.http.answers.set('sites', success([site, other]));
      await desk.clock.advance(60_000);
      expect(asked()).toBe(atLoss);
      desk.relay.ready({ me: owner, at: desk.clock.now() });
      await settle();
      await waitFor(() => expect(screen.queryByText(unreached)).toBeNull());
      expect(
        (await screen.findByRole<HTMLSelectElement>('combobox', { name })).selectedOptions[0]?.textContent,
      ).toMatch(/New shop/);
    },
  );
});
