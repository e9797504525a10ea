/**
 * A single-page app: pages are drawn by the address's hash, customers are signed in by the shop's server, and the chat
 * stays one and the same through all of it (docs/identity.md).
 */

interface Order {
  number: string;
  what: string;
  state: string;
}

const ORDERS: Record<string, Order[]> = {
  mia: [
    { number: '1017', what: 'Teapot, moss', state: 'On its way' },
    { number: '1009', what: 'Two everyday mugs, oat', state: 'Delivered' },
  ],
  ben: [{ number: '1021', what: 'Dinner plates, sky', state: 'In the kiln' }],
};
const CUSTOMERS: Record<string, string> = { mia: 'Mia Hill', ben: 'Ben Wood' };

/** For this tab only: who has signed in, and a number that makes this customer yours alone. */
const kept = {
  read: (name: string) => sessionStorage.getItem(`marl-and-kiln-${name}`),
  write: (name: string, text: string) => sessionStorage.setItem(`marl-and-kiln-${name}`, text),
  forget: (name: string) => sessionStorage.removeItem(`marl-and-kiln-${name}`),
};
let unread = 0;

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  more: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { textContent: text }, more);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = make('button', text, { type: 'button', className: 'plain' });
  made.addEventListener('click', act);
  return made;
}

async function signIn(customer: string): Promise<void> {
  if (!kept.read('visit')) kept.write('visit', crypto.randomUUID());
  const response = await fetch('./sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ customer, visit: kept.read('visit') }),
  });
  const answer = (await response.json()) as { ok: boolean; value?: { token: string }; hint?: string };
  if (!answer.ok || !answer.value) return say(answer.hint ?? 'Signing in did not work. Try again.');
  kept.write('customer', customer);
  window.Deskbell?.('identify', answer.value.token);
  window.Deskbell?.('setAttributes', { orders: ORDERS[customer]?.length ?? 0 });
  draw();
}

function signOut(): void {
  kept.forget('customer');
  window.Deskbell?.('logout');
  location.hash = '';
  draw();
}

function say(text: string): void {
  document.querySelector('[data-said]')?.replaceChildren(text);
}

function draw(): void {
  const customer = kept.read('customer');
  document.querySelector('[data-nav]')?.replaceChildren(...nav(customer));
  const order = /^#order-(\d+)$/.exec(location.hash)?.[1];
  document.querySelector('[data-view]')?.replaceChildren(...view(customer, order));
  if (customer) window.Deskbell?.('track', 'page', { page: order ? `order ${order}` : 'orders' });
}

function nav(customer: string | null): Node[] {
  const links: Node[] = [make('a', 'Demo pages', { href: './index.html' })];
  if (!customer) return links;
  links.push(make('a', 'Your orders', { href: '#' }));
  if (unread > 0) links.push(button(`Messages (${unread})`, () => window.Deskbell?.('open')));
  return [...links, make('span', CUSTOMERS[customer]), button('Sign out', signOut)];
}

function view(customer: string | null, number: string | undefined): Node[] {
  const said = make('p', '', { role: 'status' });
  said.dataset.said = '';
  if (!customer) {
    const choices = make('fieldset');
    choices.append(
      ...Object.entries(CUSTOMERS).map(([id, name]) => button(`Sign in as ${name}`, () => void signIn(id))),
    );
    return [
      make('h1', 'Your orders'),
      make('p', 'Sign in, and the agents see “Verified” beside your name. Each customer has a history of her own.', {
        className: 'lead',
      }),
      choices,
      said,
    ];
  }
  const orders = ORDERS[customer] ?? [];
  const order = orders.find((one) => one.number === number);
  if (!order) return [make('h1', 'Your orders'), listOf(orders), said];
  return [
    make('h1', `Order ${order.number}`),
    make('p', `${order.what}. ${order.state}.`, { className: 'lead' }),
    button('Ask about this order', () => window.Deskbell?.('newMessage', `About order ${order.number}: `)),
    said,
  ];
}

function listOf(orders: Order[]): HTMLElement {
  const list = make('ul', '', { className: 'orders' });
  for (const { number, what, state } of orders) {
    const item = make('li');
    item.append(make('a', `Order ${number}: ${what}`, { href: `#order-${number}` }), make('span', state));
    list.append(item);
  }
  return list;
}

addEventListener('hashchange', draw);
window.Deskbell?.('on', 'unread', (count: number) => {
  unread = count;
  draw();
});
const customer = kept.read('customer');
draw();
// Tokens are good for a short time: each page signs a fresh one.
if (customer) void signIn(customer);
