import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ORDER_DAY_MS } from '../../protocol/wire/limits-of-measures.ts';
import { BusinessBooks } from '../../server/domain/books/books.ts';
import { createIds } from '../../server/platform/ids.ts';
import { systemClock } from '../../server/platform/system-clock.ts';
import { printResult, printTable } from '../kit/print.ts';

export interface BooksSize {
  orders: number;
  people: number;
}

const DAYS = 1_000;
const FIRST_DAY = 20_000;
/** As long as a real one. */
const SITE = '01M8DHPFYF1GGTXTTTE9PTXNSY';

/** What orders and people at hand take (docs/business.md G8): each, at rest and with what a question over all of them needs. */
export function benchBooks({ orders, people }: BooksSize): void {
  const books = new BusinessBooks(createIds(systemClock).hash);
  const personOf = (n: number) => `s:customer-${n % people}`;
  const empty = readBytes();
  for (let n = 0; n < people; n += 1) books.codeOf(`${SITE} ${personOf(n)}`);
  const peopled = readBytes();
  const perDay = Math.ceil(orders / DAYS);
  for (let day = 0; day < DAYS; day += 1) {
    const rows = Array.from({ length: perDay }, (_, index) => {
      const n = day * perDay + index;
      const at = (FIRST_DAY + day) * ORDER_DAY_MS + index;
      const order = { siteId: SITE, orderId: `2026-A-${n}`, person: personOf(n), minor: 4_990, currency: 'EUR' };
      return { ...order, at, link: null, isChecked: true };
    });
    books.putOrders({ day: FIRST_DAY + day, version: 1 }, rows);
  }
  const rested = readBytes();
  const { count } = books.orderBook.orders(books.people.count);
  const asked = readBytes();
  const each = (from: Bytes, to: Bytes, of: number) => [
    ((to.heap - from.heap) / of).toFixed(1),
    ((to.beside - from.beside) / of).toFixed(1),
  ];
  printTable(
    'Books of business, bytes each',
    ['', 'heap', 'beside it'],
    [
      [`a person, of ${people}`, ...each(empty, peopled, people)],
      [`an order, of ${count}`, ...each(peopled, rested, count)],
      ['the same, with what a question needs', ...each(peopled, asked, count)],
    ],
  );
  printResult('books', { orders: count, people, heapBytes: asked.heap, besideBytes: asked.beside });
}

interface Bytes {
  heap: number;
  beside: number;
}

function readBytes(): Bytes {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let times = 0; times < 3; times += 1) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, beside: arrayBuffers };
}
