import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { TextField } from './text-field.tsx';
import { useRecord } from './use-record.ts';

/** What was begun for this owner's hours. */
export const offlineForm = ({ of }: SettingsDraft) => `offline ${of.kind}-${of.id}`;

/** A press on Enter here takes chat offline; it must not save the form around it. */
export function OfflineForm({ draft, onClose }: { draft: SettingsDraft; onClose(): void }) {
  const { service } = useApp();
  const { ticker } = useDesk();
  const form = useRecord(offlineForm(draft), '');
  const [text, setText] = form.field('text', '');
  const [until, setUntil] = form.field('until', '');
  const at = until === '' ? null : service.wall.instantOf(until);
  const isPast = until !== '' && (at === null || at <= ticker.now.value);
  const close = () => {
    form.close();
    onClose();
  };
  const confirm = async () => {
    if (isPast) return;
    if (await draft.setOffline({ text: text.trim(), until: at })) close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void confirm();
  };
  return (
    <fieldset class="subset form offline" aria-label={hoursWords.now.offlineTitle} onKeyDown={onKey}>
      <p class="quiet">{hoursWords.now.offlineHint}</p>
      <TextField
        label={hoursWords.now.offlineText}
        hint={hoursWords.now.offlineTextHint(service.limits.textMax)}
        value={text}
        onInput={setText}
        maxLength={service.limits.textMax}
        focused
      />
      <EntryField
        label={hoursWords.now.until}
        hint={hoursWords.now.untilHint}
        type="datetime-local"
        value={until}
        onInput={setUntil}
        fault={isPast ? hoursWords.now.untilPast : null}
      />
      <div class="save-row">
        <button type="button" class="button button-danger" onClick={() => void confirm()}>
          {hoursWords.now.confirm}
        </button>
        <button type="button" class="button" onClick={close}>
          {hoursWords.now.cancel}
        </button>
      </div>
    </fieldset>
  );
}
