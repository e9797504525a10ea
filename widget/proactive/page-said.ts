/** What the page says to the chat, as far as rules care (X6). Read from the chat's own list of calls, and kept nowhere. */
export interface PageSaid {
  cart: number | null;
  /** Of the cart, as currencies are named; empty: nobody said. */
  currency: string;
  returning: boolean;
  events: string[];
}

export type Call = ArrayLike<unknown>;

/** More names than this are a mistake of the page. */
const EVENTS_MAX = 50;

/** Takes what was called since `last`, and answers the last call. */
export function hearCalls(calls: ArrayLike<Call>, last: Call | null, said: PageSaid): Call | null {
  let from = 0;
  // From the end: older calls fall out of the list.
  for (let at = calls.length - 1; at >= 0 && last; at -= 1) {
    if (calls[at] !== last) continue;
    from = at + 1;
    break;
  }
  for (let at = from; at < calls.length; at += 1) hear(calls[at] as Call, said);
  return calls[calls.length - 1] ?? last;
}

function hear(call: Call, said: PageSaid): void {
  const [verb, first, second] = [call[0], call[1], call[2]];
  if (verb === 'setAttributes') {
    said.cart = amountOf(own(first, 'cart'), said.cart);
    said.currency = currencyOf(first, said.currency);
    const returning = own(first, 'returning');
    if (typeof returning === 'boolean') said.returning = returning;
  }
  if (verb === 'track' && typeof first === 'string') {
    if (said.events.indexOf(first) < 0 && said.events.length < EVENTS_MAX) said.events.push(first);
    if (first === 'cart') {
      said.cart = amountOf(own(second, 'value'), said.cart);
      said.currency = currencyOf(second, '');
    }
  }
}

/** A number, or one that is written as a text; `null` takes it away. */
function amountOf(value: unknown, before: number | null): number | null {
  if (value === null) return null;
  const amount = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) ? amount : before;
}

function currencyOf(given: unknown, before: string): string {
  const name = own(given, 'currency');
  return typeof name === 'string' && /^[a-z]{3}$/i.test(name) ? name.toUpperCase() : before;
}

/** What a library put on every object is not said by the page. */
function own(given: unknown, name: string): unknown {
  return given && Object.hasOwn(given, name) ? (given as Record<string, unknown>)[name] : undefined;
}
