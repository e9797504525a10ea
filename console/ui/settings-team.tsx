import { useEffect, useState } from 'preact/hooks';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { composerWords } from './strings-of-composer.ts';
import { settingsWords } from './strings-of-settings.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** Reasons for being away, and when nobody sits at an open console (T11, T12). */
export function SettingsTeam() {
  const { notice, staff } = useApp();
  const { team } = useDesk();
  const [reasons, setReasons] = useState('');
  const [minutes, setMinutes] = useState('');
  const [undo, setUndo] = useState('');
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    void team.load().then(() => {
      setReasons(team.awayReasons.value.join(', '));
      setMinutes(String(team.idleAwayMs.value / MINUTE_MS));
      setUndo(String(team.undoMs.value / SECOND_MS));
    });
  }, [team]);
  const submit = async (event: Event) => {
    event.preventDefault();
    const idleAwayMs = minutes.trim() === '' ? null : Number(minutes) * MINUTE_MS;
    const undoMs = undo.trim() === '' ? null : Number(undo) * SECOND_MS;
    const done = await team.change({ awayReasons: staff.wordsOf(reasons), idleAwayMs, undoMs });
    setSaved(done);
    if (!done) notice.refuse(null);
  };
  return (
    <section class="card" aria-labelledby="team-title">
      <h2 id="team-title">{settingsWords.team.title}</h2>
      <p class="quiet">{settingsWords.team.hint}</p>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <EntryField
          label={settingsWords.team.reasons}
          hint={settingsWords.comma}
          value={reasons}
          onInput={setReasons}
        />
        <EntryField
          label={settingsWords.team.idle}
          hint={settingsWords.team.idleHint}
          type="number"
          min={0}
          max={60}
          value={minutes}
          onInput={setMinutes}
        />
        <EntryField
          label={composerWords.undoLabel}
          hint={composerWords.undoHint}
          type="number"
          min={0}
          max={30}
          value={undo}
          onInput={setUndo}
        />
        <div class="save-row">
          <button type="submit" class="button button-primary">
            {settingsWords.save}
          </button>
          <p class="done" role="status">
            {saved && settingsWords.saved}
          </p>
        </div>
      </form>
    </section>
  );
}
