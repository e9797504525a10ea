import { useEffect, useState } from 'preact/hooks';
import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { Refusal } from '../../protocol/wire/errors.ts';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { isIn } from './field-fault.ts';
import { Meanwhile } from './meanwhile.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { wordsOf } from './said-words.ts';
import { Skeleton } from './skeleton.tsx';
import { composerWords } from './strings-of-composer.ts';
import { settingsProblem, settingsWords } from './strings-of-settings.ts';
import { useFirstWrong } from './use-first-wrong.ts';
import { onSubmit, useRecord } from './use-record.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** Reasons for being away, and when nobody sits at an open console (T11, T12). */
export function SettingsTeam() {
  const { team } = useDesk();
  useEffect(() => void team.load(), [team]);
  const state = team.state.value;
  return (
    <section class="card" aria-labelledby="team-title">
      <h2 id="team-title">{settingsWords.team.title}</h2>
      <p class="quiet">{settingsWords.team.hint}</p>
      {state === 'failed' && <NotLoaded text={settingsWords.failed} onRetry={() => void team.load()} />}
      {state === 'loading' && <Skeleton rows={3} kind="rows" />}
      {state === 'ready' && <RulesForm />}
    </section>
  );
}

function RulesForm() {
  const { staff } = useApp();
  const { team } = useDesk();
  const [awayReasons, idleMs, undoMsNow] = [team.awayReasons.value, team.idleAwayMs.value, team.undoMs.value];
  const mark = markOf({ awayReasons, idleAwayMs: idleMs, undoMs: undoMsNow }, BASIS.teamRules);
  const form = useRecord('team rules', mark);
  const [reasons, setReasons] = form.field('reasons', awayReasons.join(', '));
  const [minutes, setMinutes] = form.field('minutes', String(idleMs / MINUTE_MS));
  const [undo, setUndo] = form.field('undo', String(undoMsNow / SECOND_MS));
  const { reasonsMax, reasonMax } = staff.limits;
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const row = useFirstWrong(problem);
  const save = async () => {
    if (saving) return;
    setSaving(true);
    setProblem(null);
    const idleAwayMs = minutes.trim() === '' ? null : Number(minutes) * MINUTE_MS;
    const undoMs = undo.trim() === '' ? null : Number(undo) * SECOND_MS;
    const rules = { awayReasons: wordsOf(reasons), idleAwayMs, undoMs, basedOn: form.basedOn() };
    const answer = await team.change(rules);
    setSaving(false);
    setSaved(answer.ok);
    if (answer.ok) form.close();
    else setProblem(answer);
  };
  return (
    <form class="form" onSubmit={onSubmit(save)}>
      <EntryField
        label={settingsWords.team.reasons}
        hint={settingsWords.comma}
        value={reasons}
        onInput={setReasons}
        fault={isIn(problem, 'awayReasons') ? settingsWords.problems.reasons(reasonsMax, reasonMax) : null}
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
      <Meanwhile form={form} problem={problem} onSave={() => void save()} />
      <div class="save-row" ref={row}>
        <button type="submit" class="button button-primary" aria-disabled={saving}>
          {saving ? settingsWords.saving : settingsWords.save}
        </button>
        <p class="problem" role="alert">
          {problem && settingsProblem(problem)}
        </p>
        <p class="done" role="status">
          {saved && !form.isChanged && settingsWords.saved}
        </p>
      </div>
    </form>
  );
}
