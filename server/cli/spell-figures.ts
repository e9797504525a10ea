import type { Plan } from '../domain/simulate/plan.ts';
import type { Figures, Slice } from '../domain/simulate/tally.ts';
import { table } from './io.ts';
import { simulateStrings as words } from './strings-of-simulate.ts';

interface Beside {
  figures: Figures;
  title: string;
}

/** The figures as a table for people; `beside`: the same with more agents. */
export function spellFigures(plan: Plan, now: Figures, beside: Beside | null): string[] {
  const all = beside ? [now, beside.figures] : [now];
  const row = (title: string, cell: (figures: Figures) => string) => [title, ...all.map(cell)];
  const { rows } = words;
  return [
    ...table([
      ['', words.now, ...(beside ? [beside.title] : [])],
      row(rows.visitors, ({ all: { came } }) => (came / plan.days).toFixed(1)),
      row(rows.p50, (figures) => spellWait(figures.all, figures.all.wait.p50Ms)),
      row(rows.p90, (figures) => spellWait(figures.all, figures.all.wait.p90Ms)),
      row(rows.mean, spellMean),
      row(rows.inTime(plan.targetMs / 1_000), (figures) => spellShare(figures.all.inTime)),
      row(rows.abandoned, ({ all: { abandoned, came } }) => spellShare(came === 0 ? null : abandoned / came)),
      ...(plan.queueMax === null
        ? []
        : [row(rows.refused, ({ all: { refused, came } }) => spellShare(came === 0 ? null : refused / came))]),
      row(rows.occupancy, ({ occupancy }) => spellShare(occupancy)),
      row(rows.roomUsed, ({ roomUsed }) => spellShare(roomUsed)),
    ]),
    '',
    ...table(hourRows(plan, now, beside?.figures ?? null)),
    '',
    words.basis(plan.days, now.all.came),
  ];
}

function hourRows(plan: Plan, now: Figures, then: Figures | null): string[][] {
  const [hour, ...titles] = words.hours24;
  const head = [hour, ...titles, ...(then ? titles.slice(1).map((title) => `+ ${title}`) : [])];
  const body = now.hours.flatMap((slice, index) => {
    if (slice.came === 0) return [];
    const after = then?.hours[index];
    return [
      [
        `${String(index).padStart(2, '0')}:00`,
        (slice.came / plan.days).toFixed(1),
        ...cells(slice),
        ...(after ? cells(after) : []),
      ],
    ];
  });
  return [head, ...body];
}

function cells(slice: Slice): string[] {
  return [
    spellWait(slice, slice.wait.p50Ms),
    spellWait(slice, slice.wait.p90Ms),
    spellShare(slice.came === 0 ? null : slice.abandoned / slice.came),
  ];
}

function spellMean({ all, meanErrorMs }: Figures): string {
  const mean = all.wait.meanMs;
  if (mean === null) return words.none;
  return meanErrorMs === null ? spellLength(mean) : `${spellLength(mean)} ± ${spellLength(meanErrorMs)}`;
}

/** Null where so many left or still wait that nobody knows. */
function spellWait(slice: Slice, waitMs: number | null): string {
  if (slice.came === 0) return words.none;
  return waitMs === null ? words.never : spellLength(waitMs);
}

function spellLength(lengthMs: number): string {
  const seconds = lengthMs / 1_000;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 && seconds > 0 ? 1 : 0)} s`;
  return seconds < 3_600 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}

function spellShare(share: number | null): string {
  return share === null ? words.none : `${(share * 100).toFixed(1)} %`;
}
