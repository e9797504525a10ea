/** The basket of the made-up shop. Kept for this tab only, and only once something was put into it. */

export interface Line {
  key: string;
  name: string;
  price: number;
  count: number;
}

const PLACE = 'marl-and-kiln-basket';
const DELIVERY = 4.5;
const FREE_FROM = 75;

export function readBasket(): Line[] {
  const kept = sessionStorage.getItem(PLACE);
  return kept ? (JSON.parse(kept) as Line[]) : [];
}

export function addLine(line: Line): Line[] {
  const basket = readBasket();
  const same = basket.find((one) => one.key === line.key);
  if (same) same.count += line.count;
  else basket.push(line);
  return keep(basket);
}

export function removeLine(key: string): Line[] {
  return keep(readBasket().filter((line) => line.key !== key));
}

function keep(basket: Line[]): Line[] {
  sessionStorage.setItem(PLACE, JSON.stringify(basket));
  return basket;
}

export function countOf(basket: Line[]): number {
  return basket.reduce((sum, line) => sum + line.count, 0);
}

export function sumOf(basket: Line[]): { pots: number; delivery: number; total: number } {
  const pots = basket.reduce((sum, line) => sum + line.price * line.count, 0);
  const delivery = pots >= FREE_FROM ? 0 : DELIVERY;
  return { pots, delivery, total: pots + delivery };
}
