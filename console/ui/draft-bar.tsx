import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SettingsDraft } from '../model/settings-draft.ts';
import type { SettingsPart } from '../model/settings-parts.ts';
import { AlertIcon } from './icons.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { settingsProblem } from './strings-of-settings.ts';
import { findBox } from './use-fault.ts';
import './styles/conflict.css';

const spell = (parts: readonly SettingsPart[]) => parts.map((part) => hoursWords.parts[part]).join(', ');

/** At the foot of the form, always in sight: what is not saved, and what became of saving it. */
export function DraftBar({ draft, children }: { draft: SettingsDraft; children?: ComponentChildren }) {
  const mine = draft.mine.value;
  const problem = draft.problem.value;
  const field = problem?.error === 'invalid_payload' ? problem.field : undefined;
  useLayoutEffect(() => {
    if (field) findBox(field)?.focus();
  }, [problem, field]);
  const bar = useRef<HTMLElement>(null);
  const isChanged = mine.length > 0;
  // Which buttons stand there. They go with what was changed, or make room for two others: who pressed one by keyboard goes on from here.
  const state = draft.conflict.value ? 'conflict' : isChanged;
  const before = useRef(state);
  useLayoutEffect(() => {
    if (before.current && before.current !== state && document.activeElement === document.body) bar.current?.focus();
    before.current = state;
  }, [state]);
  return (
    <section
      ref={bar}
      tabIndex={-1}
      class={`draft-bar${isChanged ? ' draft-bar-on' : ''}`}
      aria-label={hoursWords.bar.label}
    >
      <Said draft={draft}>{children}</Said>
      {draft.conflict.value ? <Sides draft={draft} /> : isChanged && <Buttons draft={draft} />}
    </section>
  );
}

function Said({ draft, children }: { draft: SettingsDraft; children?: ComponentChildren }) {
  const mine = draft.mine.value;
  const problem = draft.problem.value;
  const merged = draft.merged.value;
  return (
    <div class="draft-said">
      {mine.length > 0 && <p class="draft-mine">{hoursWords.bar.parts(spell(mine))}</p>}
      {children}
      <p class="problem" role="alert">
        {problem && settingsProblem(problem)}
      </p>
      <p class="done" role="status">
        {draft.saved.value && mine.length === 0 && hoursWords.bar.saved}{' '}
        {draft.saved.value && merged.length > 0 && hoursWords.bar.merged(spell(merged))}
      </p>
    </div>
  );
}

function Buttons({ draft }: { draft: SettingsDraft }) {
  const saving = draft.saving.value;
  return (
    <div class="draft-buttons">
      <button type="button" class="button" onClick={() => draft.discard()}>
        {hoursWords.bar.discard}
      </button>
      <button type="submit" class="button button-primary" aria-disabled={saving}>
        {saving ? hoursWords.bar.saving : hoursWords.bar.save}
      </button>
    </div>
  );
}

function Sides({ draft }: { draft: SettingsDraft }) {
  const { both = [], by } = draft.conflict.value ?? {};
  return (
    <div class="draft-conflict" role="alert">
      <p>
        <AlertIcon size={18} /> {by ? hoursWords.bar.conflictBy(by, spell(both)) : hoursWords.bar.conflict(spell(both))}
      </p>
      <p class="field-hint">{hoursWords.bar.conflictHint}</p>
      <div class="draft-buttons">
        <button type="button" class="button" onClick={() => draft.takeTheirs()}>
          {hoursWords.bar.takeTheirs}
        </button>
        <button type="button" class="button button-primary" onClick={() => void draft.keepMine()}>
          {hoursWords.bar.keepMine}
        </button>
      </div>
    </div>
  );
}
