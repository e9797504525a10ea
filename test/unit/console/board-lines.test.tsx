import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { App } from '../../../console/model/app.ts';
import type { Desk } from '../../../console/model/desk.ts';
import { waitSince } from '../../../console/model/waiting.ts';
import { BoardLines } from '../../../console/ui/board-lines.tsx';
import { AppContext, DeskContext } from '../../../console/ui/context.ts';
import type { BoardLine } from '../../../protocol/wire/board.ts';

afterEach(cleanup);

const NOW = 100_000;
const app = { hrefOf: () => '#' } as unknown as App;
const desk = { waitSince: (at: number, times: undefined) => waitSince(at, NOW, times) } as unknown as Desk;

/** One at risk, two over the target, one without a target; `total` may be more than are listed. */
function risksOf(total: number): string[] {
  const targets = [{ riskAt: NOW, missAt: NOW + 1 }, { riskAt: 0, missAt: NOW }, { riskAt: 0, missAt: 1 }, undefined];
  const lines = targets.map((targetTimes, n): BoardLine => {
    const line = { id: `c-${n}`, label: `Visitor ${n}`, siteName: 'Shop', queuedAt: 1, waitingSince: 1, agent: null };
    return { ...line, targetMs: null, targetTimes };
  });
  const { container } = render(
    <AppContext.Provider value={app}>
      <DeskContext.Provider value={desk}>
        <BoardLines title="Queue" empty="" lines={lines} total={total} onWall={false} sinceOf={() => 1} />
      </DeskContext.Provider>
    </AppContext.Provider>,
  );
  return [...container.querySelectorAll('.board-risks .wait')].map(({ textContent }) => textContent ?? '');
}

test('T14 M10 who is at risk and who is over the target is counted, with a + where more wait than are listed', () => {
  expect(risksOf(4)).toEqual(['1 at risk', '2 over the target']);
  cleanup();
  expect(risksOf(5)).toEqual(['1+ at risk', '2+ over the target']);
});
