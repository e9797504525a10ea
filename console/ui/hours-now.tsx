import { useState } from 'preact/hooks';
import type { HoursPreview } from '../../protocol/wire/settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp, useDesk } from './context.ts';
import { OfflineForm, offlineForm } from './offline-form.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { dayTimeIn } from './wall.ts';

/** Whether chat is open at this moment by what is saved, and the switch that takes it offline at once (H6). */
export function HoursNow({ draft }: { draft: SettingsDraft }) {
  const { service } = useApp();
  const [asking, setAsking] = useState(() => service.forms.peek().has(offlineForm(draft)));
  const { ticker } = useDesk();
  const { offline, hours } = draft.stored.value;
  const now = draft.inForce.preview.value;
  const isOffline = offline !== null && (offline.until === null || offline.until > ticker.now.value);
  const asSite = draft.of.kind === 'department' && !hours && !isOffline;
  return (
    <section class="card" aria-labelledby="now-title">
      <h2 id="now-title">{hoursWords.now.title}</h2>
      <p class={`state-now ${isOffline ? 'state-now-off' : ''}`} role="status">
        {asSite ? hoursWords.now.asSite : now && <NowWords preview={now} zone={hours?.zone} isOffline={isOffline} />}
      </p>
      {isOffline && (
        <dl class="facts facts-side">
          <div class="fact">
            <dt>{hoursWords.now.text}</dt>
            <dd dir="auto">{offline.text || hoursWords.now.usualText}</dd>
          </div>
        </dl>
      )}
      {isOffline && (
        <button type="button" class="button" onClick={() => void draft.setOffline(null)}>
          {hoursWords.now.backOnline}
        </button>
      )}
      {!isOffline && !asking && (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {hoursWords.now.takeOffline}
        </button>
      )}
      {asking && !isOffline && <OfflineForm draft={draft} onClose={() => setAsking(false)} />}
    </section>
  );
}

interface NowWordsProps {
  preview: HoursPreview;
  zone: string | undefined;
  isOffline: boolean;
}

export function NowWords({ preview, zone, isOffline }: NowWordsProps) {
  const { service } = useApp();
  const when = preview.changesAt === null ? null : dayTimeIn(zone ?? service.wall.zone, preview.changesAt);
  if (isOffline) return when ? hoursWords.now.offlineUntil(when) : hoursWords.now.offline;
  if (preview.now.open) return when ? hoursWords.now.openUntil(when) : hoursWords.now.open;
  const sentence = when ? hoursWords.now.closedUntil(when) : hoursWords.now.never;
  return preview.now.day ? `${preview.now.day}: ${sentence}` : sentence;
}
