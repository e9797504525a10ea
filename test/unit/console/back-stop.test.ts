import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAddress } from '../../../console/browser/address.ts';
import type { Address } from '../../../console/model/ports.ts';

/** KB6: "back" closes what lies over the page, and only that. */

let address: Address;
let moves: string[] = [];
const arrived = () => new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
const here = () => location.pathname + location.search;
const back = async () => {
  const told = arrived();
  history.back();
  await told;
};

beforeAll(() => {
  history.replaceState(null, '', '/console/inbox');
  address = createAddress();
  address.listen(() => moves.push(here()));
});
beforeEach(() => {
  address.push('/console/inbox');
  moves = [];
});
afterEach(() => {
  document.body.innerHTML = '';
});

test('KB6 what lies on top goes first, the page stays, and then "back" leads to the list again', async () => {
  address.push('/console/inbox/c1');
  moves = [];
  const closed: string[] = [];
  const releases = [address.hold(() => close('panel')), address.hold(() => close('dialog'))];
  const close = (what: string) => {
    closed.push(what);
    releases.pop()?.();
  };
  for (const sofar of [['dialog'], ['dialog', 'panel']]) {
    const sentBack = arrived().then(arrived);
    history.back();
    await sentBack;
    expect([closed, here(), moves]).toEqual([sofar, '/console/inbox/c1', []]);
  }
  await back();
  expect([here(), moves]).toEqual(['/console/inbox', ['/console/inbox']]);
});

test('KB6 the arrow to the list takes the step back; where the person came from elsewhere, it is a step of its own', async () => {
  address.push('/console/board');
  address.push('/console/inbox');
  address.push('/console/inbox/c1');
  document.body.innerHTML = '<a data-back href="/console/inbox">Back</a>';
  const press = () => document.querySelector('a')?.click();
  const told = arrived();
  press();
  await told;
  expect(here()).toBe('/console/inbox');
  await back();
  expect(here()).toBe('/console/board');
  address.push('/console/inbox/c2');
  press();
  expect(here()).toBe('/console/inbox');
  await back();
  expect(here()).toBe('/console/inbox/c2');
});
