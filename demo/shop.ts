import { addLine, countOf, type Line, readBasket, removeLine, sumOf } from './basket.ts';

/** What moves on the shop's pages. Deskbell needs none of it, but for the word about the basket: its tag stands in the page's head. */

const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

function find<T extends HTMLElement>(name: string): T | null {
  return document.querySelector<T>(`[data-${name}]`);
}

function showCount(basket: Line[]): void {
  const place = find('basket-count');
  if (place) place.textContent = String(countOf(basket));
}

function say(name: string, text: string): void {
  const place = find(name);
  if (place) place.textContent = text;
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-add]')) {
  const { add = '', name = '', price = '0' } = button.dataset;
  button.addEventListener('click', () => {
    showCount(addLine({ key: add, name, price: Number(price), count: 1 }));
    button.textContent = 'In your basket';
  });
}

document.querySelector<HTMLFormElement>('form[data-add]')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const chosen = new FormData(form);
  const glaze = String(chosen.get('glaze'));
  const count = Number(chosen.get('count'));
  const name = `${form.dataset.name}, ${glaze}`;
  showCount(addLine({ key: `${form.dataset.add}-${glaze}`, name, price: Number(form.dataset.price), count }));
  say('added', `${count} × ${name} in your basket.`);
});

find<HTMLFormElement>('order')?.addEventListener('submit', (event) => {
  event.preventDefault();
  say('ordered', 'This shop is made up, so nothing was ordered. Thank you for trying.');
});

function cell(text: string, isNumber = false): HTMLTableCellElement {
  const made = document.createElement('td');
  made.textContent = text;
  if (isNumber) made.className = 'number';
  return made;
}

function rowOf(line: Line): HTMLTableRowElement {
  const row = document.createElement('tr');
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'plain';
  remove.textContent = 'Remove';
  remove.setAttribute('aria-label', `Remove ${line.name}`);
  remove.addEventListener('click', () => showBasket(removeLine(line.key)));
  const last = document.createElement('td');
  last.className = 'number';
  last.append(remove);
  row.append(cell(line.name), cell(String(line.count), true), cell(money.format(line.price * line.count), true), last);
  return row;
}

function showBasket(basket: Line[]): void {
  showCount(basket);
  const rows = find('basket-rows');
  if (!rows) return;
  rows.replaceChildren(...basket.map(rowOf));
  find('basket-table')?.toggleAttribute('hidden', basket.length === 0);
  find('basket-empty')?.toggleAttribute('hidden', basket.length > 0);
  const { delivery, total } = sumOf(basket);
  say('basket-delivery', delivery === 0 ? 'Free' : money.format(delivery));
  say('basket-total', money.format(total));
  window.Deskbell?.('track', 'cart', { value: total });
}

showBasket(readBasket());
