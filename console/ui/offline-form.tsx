import { useState } from 'preact/hooks';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { TextField } from './text-field.tsx';

const words = hoursWords.now;

/** A press on Enter here takes chat offline; it must not save the form around it. */
export function OfflineForm({ draft, onClose }: { draft: SettingsDraft; onClose(): void }) {
  const { service } = useApp();
  const { ticker } = useDesk();
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  const at = until === '' ? null : service.wall.instantOf(until);
  const isPast = until !== '' && (at === null || at <= ticker.now.value);
  const confirm = async () => {
    if (isPast) return;
    if (await draft.setOffline({ text: text.trim(), until: at })) onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void confirm();
  };
  return (
    <fieldset class="subset form offline" aria-label={words.offlineTitle} onKeyDown={onKey}>
      <p class="quiet">{words.offlineHint}</p>
      <TextField
        label={words.offlineText}
        hint={words.offlineTextHint(service.limits.textMax)}
        value={text}
        onInput={setText}
        maxLength={service.limits.textMax}
        focused
      />
      <EntryField
        label={words.until}
        hint={words.untilHint}
        type="datetime-local"
        value={until}
        onInput={setUntil}
        fault={isPast ? words.untilPast : null}
      />
      <div class="save-row">
        <button type="button" class="button button-danger" onClick={() => void confirm()}>
          {words.confirm}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
