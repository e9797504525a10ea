import { useState } from 'preact/hooks';
import type { HoursPreview } from '../../protocol/wire/settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp, useDesk } from './context.ts';
import { OfflineForm } from './offline-form.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { dayTimeIn } from './wall.ts';

const words = hoursWords.now;

/** Whether chat is open at this moment by what is saved, and the switch that takes it offline at once (H6). */
export function HoursNow({ draft }: { draft: SettingsDraft }) {
  const [asking, setAsking] = useState(false);
  const { ticker } = useDesk();
  const { offline, hours } = draft.stored.value;
  const now = draft.inForce.preview.value;
  const isOffline = offline !== null && (offline.until === null || offline.until > ticker.now.value);
  const asSite = draft.of.kind === 'department' && !hours && !isOffline;
  return (
    <section class="card" aria-labelledby="now-title">
      <h2 id="now-title">{words.title}</h2>
      <p class={`state-now ${isOffline ? 'state-now-off' : ''}`} role="status">
        {asSite ? words.asSite : now && <NowWords preview={now} zone={hours?.zone} isOffline={isOffline} />}
      </p>
      {isOffline && (
        <dl class="facts facts-side">
          <div class="fact">
            <dt>{words.text}</dt>
            <dd dir="auto">{offline.text || words.usualText}</dd>
          </div>
        </dl>
      )}
      {isOffline && (
        <button type="button" class="button" onClick={() => void draft.setOffline(null)}>
          {words.backOnline}
        </button>
      )}
      {!isOffline && !asking && (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {words.takeOffline}
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
  if (isOffline) return when ? words.offlineUntil(when) : words.offline;
  if (preview.now.open) return when ? words.openUntil(when) : words.open;
  const sentence = when ? words.closedUntil(when) : words.never;
  return preview.now.day ? `${preview.now.day}: ${sentence}` : sentence;
}
