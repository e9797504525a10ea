import type { Person } from '../../protocol/wire/people.ts';
import { amount, currencyForm } from './amount.ts';
import { dayTime } from './format.ts';
import { peopleWords as words } from './strings-of-people.ts';

/** What lies in the cart, and what was ordered last (J6). */
export function PersonOrders({ person: { cart, orders, ordersCount } }: { person: Person }) {
  return (
    <section class="person-part" aria-label={words.orders}>
      <h3>{words.orders}</h3>
      {cart && (
        <p class="person-cart">
          {words.cart}: <strong>{amount(cart.value, cart.currency)}</strong>{' '}
          <bdi class="quiet">{cart.at > 0 ? dayTime(cart.at) : ''}</bdi>
        </p>
      )}
      {orders.length === 0 ? (
        <p class="quiet">{words.noOrders}</p>
      ) : (
        <ul class="person-lines">
          {orders.map(({ id, at, minor, currency, cancelled, checked }) => (
            <li key={id} class="person-order">
              <span>
                <bdi>{words.order(id)}</bdi> <bdi class="quiet">{dayTime(at)}</bdi>
              </span>
              <strong class={cancelled ? 'person-cancelled' : ''}>{money(minor, currency)}</strong>
              <span class="quiet">{cancelled ? words.cancelled : checked ? words.checked : words.claimed}</span>
            </li>
          ))}
        </ul>
      )}
      {ordersCount > orders.length && <p class="quiet">{words.lastOrders(orders.length, ordersCount)}</p>}
    </section>
  );
}

/** Of the smallest unit: how many there are to one is the currency's own affair. */
function money(minor: number, currency: string): string {
  const form = currencyForm(currency);
  if (!form) return `${minor} ${currency}`;
  return form.format(minor / 10 ** (form.resolvedOptions().maximumFractionDigits ?? 2));
}
