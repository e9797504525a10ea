import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Filter } from '../../../protocol/wire/measures.ts';
import type { Loaded } from '../../model/load.ts';
import type { ReportPlace } from '../../model/report-place.ts';
import type { Extra, MeasureKind } from '../../model/reports.ts';
import { useApp } from '../context.ts';

/** Which reading of the figures this is: one higher when somebody asks for the newest. */
export const RoundContext = createContext(0);

export function usePlace(): ReportPlace {
  const route = useApp().route.value;
  if (route.name !== 'reports') throw new Error('This is shown in the reports only.');
  return route;
}

/** Of orders: whether only those count that a server or the team reported. Figures and the rows behind them are asked alike. */
export function checkedOf({ checked }: ReportPlace): Extra {
  return checked ? { checked: 'true' } : {};
}

export interface Asked<T> {
  state: Loaded<T>;
  again(): void;
  /** The same numbers as a file. */
  csv: string;
}

interface Question {
  kind: MeasureKind;
  extra?: Extra;
  /** Beside the same of as long a time right before. */
  against?: boolean;
  /** So many periods of the same length before the one that is shown. */
  back?: number;
  /** Of this filter all are asked for. */
  without?: Filter;
}

/** Figures for the place in the address; asked again when it changes. */
export function useMeasures<T>({ kind, extra, against, back, without }: Question): Asked<T> {
  const app = useApp();
  const { reports } = app;
  const place = usePlace();
  const round = useContext(RoundContext);
  const [load] = useState(() => reports.createLoad<T>());
  const key = `${app.hrefOf({ ...place, which: null, split: null, view: 'overview' })} ${JSON.stringify(extra)} ${round}`;
  // The key holds all that the path is made of.
  const path = useMemo(() => {
    const only = { ...place.only };
    if (without) delete only[without];
    const { from, to } = reports.spanBefore(place);
    const before: Extra = against ? { againstFrom: String(from), againstTo: String(to) } : {};
    const span = back ? reports.spanBefore(place, back) : reports.spanOf(place);
    return reports.pathOf(kind, { ...place, only }, { ...before, ...extra }, span);
  }, [key, kind]);
  // A new round asks the same again.
  useEffect(() => reports.ask(load, path), [load, path, round]);
  return { state: load.state.value, again: () => reports.ask(load, path), csv: reports.csvOf(path) };
}
