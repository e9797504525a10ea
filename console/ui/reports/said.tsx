import { useMemo } from 'preact/hooks';
import { useApp } from '../context.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { usePlace } from './use-measures.ts';
import { formsOf } from './zone-format.ts';

/** What the figures below are of, in a line that also stands on paper. */
export function Said({ round }: { round: number }) {
  const app = useApp();
  const { reports } = app;
  const place = usePlace();
  const zone = reports.zoneOf(place);
  const { from, to } = reports.spanOf(place);
  const forms = formsOf(zone);
  // Each new reading has its own time.
  const at = useMemo(() => app.readClock(), [round, from, to, zone]);
  return (
    <div class="report-said">
      <p>
        <bdi>{words.spanOf(forms.day(from), forms.day(to - 1))}</bdi> · {words.zoneHint(zone)} ·{' '}
        {words.asOf(forms.time(at))}
      </p>
      {place.zone !== undefined && !reports.knowsZone(place.zone) && (
        <p role="status">{words.zoneUnknown(place.zone)}</p>
      )}
    </div>
  );
}
