import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { PersonOrders } from '../../../console/ui/person-orders.tsx';
import { personOf, strangerOf } from '../../../demo/states/console-person.ts';

afterEach(cleanup);

test('J6 where more was ordered than is listed, it says of how many these are the last', () => {
  const known = personOf(Date.UTC(2026, 4, 4));
  const { rerender } = render(<PersonOrders person={known} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.getByText('The last 3 of 1,204 orders.')).toBeTruthy();
  rerender(<PersonOrders person={{ ...known, ordersCount: 3 }} />);
  expect(screen.queryByText(/^The last/)).toBeNull();
  rerender(<PersonOrders person={strangerOf(0)} />);
  expect(screen.getByText('No order is known.')).toBeTruthy();
});
