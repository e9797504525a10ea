import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { BASIS } from '../../../protocol/kit/basis.ts';
import { markOf } from '../../../protocol/kit/mark-of.ts';
import type { Department } from '../../../protocol/wire/departments.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { REPORT_PLAN_DEFAULT } from '../../../protocol/wire/mail.ts';
import { ana, ConsoleDesk } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

/** Z13 as owners see it, on the page of departments; the other pages have the same form around another record. */

let desk: ConsoleDesk;
const user = userEvent.setup();
const READ: Department = { id: 'd1', siteId: null, name: 'Sales', routing: { capacity: 3 } };
const mark = markOf(READ, BASIS.department);

beforeAll(async () => {
  await import('../../../console/ui/settings-departments.tsx');
});
beforeAll(consoleParts);
beforeEach(async () => {
  desk = new ConsoleDesk();
  const owner = { ...ana, role: 'owner' as const };
  desk.http.answers
    .set('me', success(owner))
    .set('sites', success([]))
    .set('departments', success([READ]))
    .set('staff', success([]))
    .set('routing-plan', success({}));
  await desk.open([], { me: owner });
  desk.go('/console/settings/departments');
  render(<Root app={desk.app} />);
  await user.click(await screen.findByRole('button', { name: 'Edit Sales' }));
});
afterEach(cleanup);

/** What somebody else saved since it was read. */
function others(now: Department, by?: string): void {
  desk.http.answers.set('departments', success([now]));
  desk.http.refuse('PUT', `basedOn=${mark}`, refusal('changed_meanwhile', { by }));
}
const saved = () => desk.http.asked.filter(({ method }) => method === 'PUT');
const name = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Name' })[0] as HTMLInputElement;
const press = async (button: string) => {
  await user.click(screen.getByRole('button', { name: button }));
  await settle();
};
async function rename(to: string): Promise<void> {
  await user.clear(name());
  await user.type(name(), to);
}

test('Z13 a save names what it was made from; what only one of two changed is kept from both without a question', async () => {
  others({ ...READ, routing: { capacity: 9 } });
  await rename('Returns');
  await press('Save');
  await screen.findByRole('button', { name: 'Edit Sales' });
  expect(saved().map(({ path }) => path)).toEqual([
    `/api/v1/agent/departments/d1?basedOn=${mark}`,
    `/api/v1/agent/departments/d1?basedOn=${markOf({ ...READ, routing: { capacity: 9 } }, BASIS.department)}`,
  ]);
  expect(saved()[1]?.body).toMatchObject({ name: 'Returns', routing: { capacity: 9 } });
});

test('Z13 where both changed the same, theirs are looked at, and mine are neither lost nor saved unasked', async () => {
  others({ ...READ, name: 'Bulk', routing: {} }, 'Béa');
  await rename('Returns');
  await press('Save');
  expect(screen.getByText(/Béa saved this while you wrote/)).toBeTruthy();
  expect([name().value, saved()]).toEqual(['Returns', [expect.anything()]]);
  await press('See theirs');
  expect([name().value, name().closest('[inert]') !== null]).toEqual(['Bulk', true]);
  await press('See theirs');
  expect([name().value, name().closest('[inert]')]).toEqual(['Returns', null]);
  await press('Save mine');
  expect(saved()[1]?.body).toMatchObject({ name: 'Returns', routing: {} });
});

test('Z13 a right is switched on what the role is by then; two who rename a role do not undo each other', async () => {
  const { roles } = desk.app;
  const role = { id: 'r1', name: 'Trainee', base: 'agent' as const, rights: {} };
  const now = { ...role, name: 'Novice', rights: { 'report:read': true } };
  const mark = (read: object) => markOf(read, BASIS.role);
  const at = (read: object) => `basedOn=${mark(read)}`;
  for (const _ of [1, 2]) desk.http.refuse('PUT', at(role), refusal('changed_meanwhile'));
  desk.http.answers.set('roles', success([now]));
  expect(await roles.switch(role, 'board:read', true, mark)).toBe(true);
  expect(saved().at(-1)).toMatchObject({
    path: expect.stringContaining(at(now)),
    body: { rights: { 'report:read': true, 'board:read': true } },
  });
  expect(await roles.rename(role, 'Apprentice', mark)).toBe(false);
  expect([saved().length, roles.problem.value?.error, roles.list()]).toEqual([3, 'changed_meanwhile', [now]]);
});

test('Z13 several rights that are switched quickly are all switched, one after the other', async () => {
  const { roles } = desk.app;
  const role = { id: 'r1', name: 'Trainee', base: 'agent' as const, rights: {} };
  const after = { ...role, rights: { 'board:read': true } };
  desk.http.answers.set('roles', success([role]));
  await roles.load();
  const mark = (read: object) => markOf(read, BASIS.role);
  const both = [roles.switch(role, 'board:read', true, mark), roles.switch(role, 'people:write', true, mark)];
  desk.http.answers.set('roles', success([after]));
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(saved().map(({ body }) => body)).toMatchObject([
    { rights: { 'board:read': true } },
    { rights: { 'board:read': true, 'people:write': true } },
  ]);
});

test('Z13 the report by mail: who was slower keeps what was typed, and a second save is meant', async () => {
  const { mail } = desk.app;
  const read = (version: number, every: 'never' | 'week') =>
    success({ plan: { ...REPORT_PLAN_DEFAULT, every }, version });
  desk.http.answers.set('mail', read(1, 'never'));
  mail.load();
  await settle();
  mail.change({ every: 'day' });
  desk.http.answers.set('mail', read(2, 'week'));
  desk.http.refuse('PUT', 'basedOn=1', refusal('changed_meanwhile'));
  expect(await mail.savePlan()).toBe(false);
  expect([mail.plan.value.every, mail.problem.value?.error]).toEqual(['day', 'changed_meanwhile']);
  await mail.savePlan();
  expect(saved().at(-1)?.path).toContain('basedOn=2');
});

test('Z13 theirs can be taken: what was typed is given up, and nothing is sent', async () => {
  others({ ...READ, name: 'Bulk' });
  await rename('Returns');
  await press('Save');
  await press('Take theirs');
  expect(name().value).toBe('Bulk');
  expect(screen.queryByText(/Somebody else saved this/)).toBe(null);
  expect([saved().length, desk.app.service.unsaved.value]).toEqual([1, 0]);
});

test('Z13 what is typed and not saved outlives other pages, holds the browser’s page, and is gone with Cancel', async () => {
  const isHeld = () => desk.held.some((held) => held());
  expect(isHeld()).toBe(false);
  await rename('Returns');
  expect(isHeld()).toBe(true);
  desk.go('/console/settings/account');
  await screen.findByRole('heading', { name: 'Your account' });
  desk.go('/console/settings/departments');
  await screen.findByRole('button', { name: 'Save' });
  expect(name().value).toBe('Returns');
  await press('Cancel');
  expect(isHeld()).toBe(false);
  await user.click(await screen.findByRole('button', { name: 'Edit Sales' }));
  expect(name().value).toBe('Sales');
});

test('Z13 what somebody else removed while it was changed is said, and holds the browser’s page no longer', async () => {
  await rename('Returns');
  desk.http.refuse('PUT', `basedOn=${mark}`, refusal('not_found'));
  await press('Save');
  expect([name().value, screen.getByText(/not there any more/)]).toEqual(['Returns', expect.anything()]);
  desk.http.answers.set('departments', success([]));
  desk.app.staff.load();
  await screen.findByText(/Somebody else removed or renamed/);
  expect([desk.app.service.unsaved.value, screen.queryByRole('button', { name: 'Cancel' })]).toEqual([0, null]);
});

test('Z13 a tag that somebody else renamed meanwhile gets no second name', async () => {
  const tags = (...all: string[]) => desk.http.answers.set('tags', success({ tags: all }));
  tags('billing');
  await desk.app.loadTeamTags(({ tags: all }) => all.join());
  const held = desk.app.teamTags.value;
  tags('invoices');
  desk.http.refuse('PUT', 'basedOn=billing', refusal('changed_meanwhile'));
  expect(await held?.rename('billing', 'bills')).toBe(false);
  expect([held?.problem.value?.error, held?.all.value, saved().length]).toEqual(['not_found', ['invoices'], 1]);
});

test('Z13 the focus stays where the form was: on its line after a save, in its card after a removal (2.4.3)', async () => {
  await press('Save');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit Sales' })));
  await user.click(document.activeElement as Element);
  await user.click(screen.getByText('Remove Sales', { selector: 'summary' }));
  desk.http.answers.set('departments', success([]));
  await press('Remove Sales');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Departments' })));
});
