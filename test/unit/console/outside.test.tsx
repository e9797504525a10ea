import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { PanelAnswer } from '../../../protocol/wire/outside.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

beforeAll(consoleParts);
afterEach(async () => {
  // What was drawn last runs its effects with the next frame: they must not come when the page is gone.
  await new Promise(requestAnimationFrame);
  cleanup();
});

const ORDERS = 'conversations/c1/outside/panels/orders';
const shown = (value: string): PanelAnswer => ({
  kind: 'shown',
  at: 1_000,
  panel: {
    ...{ title: null, table: null, cut: false, status: { text: 'Late', tone: 'warn' } },
    lines: [{ label: 'Orders', value }],
    links: [{ label: 'Shop', href: 'https://shop.example/' }],
  },
});

describe('CS3 what systems say beside a conversation', () => {
  async function show(): Promise<ConsoleDesk> {
    const desk = new ConsoleDesk();
    desk.go('/console/inbox/c1');
    desk.relay.thread('c1', [visitorSays(1, 'Hi'), queued(2), assignedTo(3, ana)]);
    for (const quiet of ['receipt:set', 'typing:set', 'session:touch'] as const)
      desk.relay.script(quiet, () => success({}));
    desk.http.answers
      .set(ORDERS, success(shown('3')))
      .set(
        'conversations/c1/outside',
        success({ panels: [{ id: 'orders', title: 'Orders of the shop' }], translate: false, assist: false }),
      );
    await desk.open([summaryOf('c1')], { at: 1_000_000, served: [{ siteId: 'site-1', version: 1 }] });
    render(<Root app={desk.app} />);
    await userEvent.click(await screen.findByRole('button', { name: /details/i }));
    return desk;
  }
  const asks = (desk: ConsoleDesk) => desk.http.asked.filter(({ path }) => path.includes('/panels/'));

  test('a panel is asked when it is folded out, and again when somebody wants it', async () => {
    const user = userEvent.setup();
    const desk = await show();
    const fold = await screen.findByText('Orders of the shop');
    expect(asks(desk)).toEqual([]);
    await user.click(fold);
    const panel = screen.getByLabelText('Orders of the shop');
    expect(await within(panel).findByText('3')).toBeTruthy();
    expect(within(panel).getByText('Late').closest('p')?.textContent).toContain('Mind:');
    const link = within(panel).getByRole('link', { name: /Shop/ });
    expect([link.getAttribute('rel'), link.getAttribute('target')]).toEqual(['noopener noreferrer', '_blank']);
    desk.http.answers.set(ORDERS, success(shown('4')));
    await user.click(within(panel).getByRole('button', { name: 'Ask again: Orders of the shop' }));
    expect(await within(panel).findByText('4')).toBeTruthy();
    expect(asks(desk).map(({ path }) => path.split('?')[1])).toEqual([undefined, 'anew=1']);
    await user.click(fold);
    expect(within(panel).queryByText('4')).toBeNull();
  });

  test.each([
    ['did not answer', success({ kind: 'trouble', trouble: 'unreachable' })],
    ['took too long', success({ kind: 'trouble', trouble: 'slow' })],
    ['Please wait a moment', refusal('rate_limited')],
    ['could not be asked', undefined],
  ])('“%s” is said plainly, with a way to ask again', async (words, answer) => {
    const user = userEvent.setup();
    const desk = await show();
    desk.http.answers.set(ORDERS, answer);
    await user.click(await screen.findByText('Orders of the shop'));
    const panel = within(screen.getByLabelText('Orders of the shop'));
    expect((await panel.findByRole('alert')).textContent).toContain(words);
    desk.http.answers.set(ORDERS, success({ kind: 'unknown', at: 1_000 }));
    await user.click(panel.getByRole('button', { name: /^Ask again/ }));
    expect(await screen.findByText('Nothing is known of this person.')).toBeTruthy();
  });
});

describe('CS10 asked only where there is one', () => {
  const OFFERED = '/api/v1/agent/conversations/c1/outside';
  const offered = (...titles: string[]) =>
    success({ panels: titles.map((title, at) => ({ id: `p${at}`, title })), translate: false, assist: false });

  async function show(served?: { siteId: string; version: number }[]): Promise<ConsoleDesk> {
    const desk = new ConsoleDesk();
    desk.go('/console/inbox/c1');
    desk.relay.thread('c1', [visitorSays(1, 'Hi'), queued(2), assignedTo(3, ana)]);
    for (const quiet of ['receipt:set', 'typing:set', 'session:touch'] as const)
      desk.relay.script(quiet, () => success({}));
    desk.http.answers.set('conversations/c1/outside', offered('Orders'));
    await desk.open([summaryOf('c1')], { at: 1_000_000, ...(served ? { served } : {}) });
    render(<Root app={desk.app} />);
    await userEvent.click(await screen.findByRole('button', { name: /details/i }));
    await screen.findByLabelText('Reply', { selector: 'textarea' });
    return desk;
  }
  const asked = (desk: ConsoleDesk) => desk.http.asked.filter(({ path }) => path === OFFERED).length;

  test.each([
    ['no site', undefined],
    ['another site', [{ siteId: 'site-2', version: 4 }]],
  ])(
    'where %s has a service nothing is asked; named later, it is there without a new page, and gone again',
    async (_, served) => {
      const desk = await show(served);
      await act(() => settle());
      expect([asked(desk), desk.app.outside.value]).toEqual([0, null]);
      desk.relay.fact('services:changed', { siteId: 'site-1', version: 1 });
      expect(await screen.findByText('Orders')).toBeTruthy();
      expect(asked(desk)).toBe(1);
      desk.http.answers.set('conversations/c1/outside', offered('Orders', 'Parcels'));
      desk.relay.fact('services:changed', { siteId: 'site-1', version: 2 });
      expect(await screen.findByText('Parcels')).toBeTruthy();
      expect(asked(desk)).toBe(2);
      desk.relay.fact('services:changed', { siteId: 'site-1', version: null });
      await waitFor(() => expect(screen.queryByText('Orders')).toBeNull());
      expect(asked(desk)).toBe(2);
    },
  );
});

describe('CS1 CS5 CS7 Settings → Services', () => {
  const readOf = (panels: object[], version: number) => ({
    settings: { panels, translator: null, assistant: null },
    ...{ keys: { translator: false, assistant: false }, version },
  });
  const group = () => screen.getByLabelText(/^Panel/);
  const write = (label: string, value: string) =>
    fireEvent.input(within(group()).getByRole('textbox', { name: label }), { target: { value } });
  const panel = { id: 'panel-1', title: 'Orders', url: 'https://api.shop.example' };

  async function show(panels: object[]): Promise<ConsoleDesk> {
    const desk = new ConsoleDesk();
    desk.go('/console/settings/services');
    const me = { ...ana, role: 'owner' } as const;
    desk.http.answers
      .set('me', success(me))
      .set('sites/demo/outside/try', success({ kind: 'trouble', trouble: 'wrong_form', field: 'links.0.href' }))
      .set('sites/demo/outside/secret', success({ secret: 'dsi_first' }))
      .set('sites/demo/outside?basedOn=7', success(readOf([], 8)))
      .set('sites/demo/outside', success(readOf(panels, 7)))
      .set('sites', success([{ id: 's1', key: 'demo', name: 'Demo', origins: [], snippet: '' }]));
    await desk.open([], { at: 1_000_000, me });
    render(<Root app={desk.app} />);
    await screen.findByText('Customer panels');
    return desk;
  }

  test('a panel is added, tried with what is typed, and saved from what was read', async () => {
    const user = userEvent.setup();
    const desk = await show([]);
    await user.click(screen.getByText('Add a panel'));
    write('Title', 'Orders');
    write('Address', 'https://api.shop.example');
    await user.click(within(group()).getByRole('button', { name: 'Try Orders' }));
    expect(await screen.findByText(/Look at “links.0.href”/)).toBeTruthy();
    expect(desk.http.asked.at(-1)?.body).toEqual({ panel });
    await user.click(screen.getByText('Save'));
    expect(await screen.findByText('Saved. It holds at once.')).toBeTruthy();
    const saved = desk.http.asked.find(({ method }) => method === 'PUT');
    expect([saved?.path, saved?.body]).toEqual([
      '/api/v1/agent/sites/demo/outside?basedOn=7',
      { settings: { panels: [panel], translator: null, assistant: null }, keys: {} },
    ]);
  });

  test('an address inside is said at its box', async () => {
    const user = userEvent.setup();
    const desk = await show([panel]);
    desk.http.refuse('PUT', '/outside', refusal('invalid_payload', { field: 'panels.0.url' }));
    write('Title', 'Orders 2');
    await user.click(screen.getByText('Save'));
    const box = within(group()).getByRole('textbox', { name: 'Address' });
    await screen.findAllByText(/TRUSTED_SERVICES/);
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });

  test('the secret is shown when asked for, and renewed only after a question', async () => {
    const user = userEvent.setup();
    const desk = await show([panel]);
    expect(screen.queryByText('dsi_first')).toBeNull();
    await user.click(screen.getByText('Show the secret'));
    expect(await screen.findByText('dsi_first')).toBeTruthy();
    desk.http.answers.set('sites/demo/outside/secret', success({ secret: 'dsi_second' }));
    await user.click(screen.getByText('Make a new one'));
    expect(document.activeElement?.textContent).toBe('Keep this one');
    await user.click(screen.getByText('Make a new one'));
    expect(await screen.findByText('dsi_second')).toBeTruthy();
    expect(desk.http.asked.filter(({ path }) => path.endsWith('/secret')).map(({ body }) => body)).toEqual([
      { renew: false },
      { renew: true },
    ]);
    await user.click(screen.getByText('Hide it'));
    expect(screen.queryByText('dsi_second')).toBeNull();
  });
});
