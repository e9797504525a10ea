import { useState } from 'preact/hooks';
import type { FeedbackSettings, FollowUpRule, QuestionWords } from '../../protocol/wire/rating-settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { languageName } from './format.ts';
import { QuestionsPreview } from './questions-preview.tsx';
import { OfOwner } from './settings-owner.tsx';
import { feedbackWords, LANGUAGES } from './strings-of-feedback.ts';
import './styles/feedback.css';
import { idOf, useFault } from './use-fault.ts';

const HOUR_MS = 3_600_000;

/** What visitors are asked when a chat has ended (K7), and what becomes of bad answers (K1–K3). */
export function SettingsFeedback() {
  return (
    <OfOwner page="feedback">
      {(draft) => (
        <>
          <QuestionsCard draft={draft} />
          <WordsCard draft={draft} />
          <RuleCard draft={draft} />
        </>
      )}
    </OfOwner>
  );
}

function change(draft: SettingsDraft, changed: Partial<FeedbackSettings>): void {
  draft.change({ feedback: { ...draft.draft.value.feedback, ...changed } });
}

function QuestionsCard({ draft }: { draft: SettingsDraft }) {
  const app = useApp();
  const { feedback } = draft.draft.value;
  return (
    <section class="card form" aria-labelledby="questions-title">
      <h2 id="questions-title">{feedbackWords.settings.title}</h2>
      <p class="quiet">{feedbackWords.settings.hint}</p>
      <Check
        name={feedbackWords.settings.effort}
        checked={feedback.asksEffort}
        onCheck={(on) => change(draft, { asksEffort: on })}
      />
      <Check
        name={feedbackWords.settings.recommend}
        checked={feedback.asksRecommend}
        onCheck={(on) => change(draft, { asksRecommend: on })}
      />
      <Check
        name={feedbackWords.settings.anonymous}
        checked={feedback.offersAnonymous}
        onCheck={(on) => change(draft, { offersAnonymous: on })}
      />
      <p class="field-hint">{feedbackWords.settings.anonymousHint}</p>
      <p class="field-hint">
        {feedbackWords.settings.reasons}{' '}
        <a href={app.hrefOf({ name: 'settings', page: 'front' })}>{feedbackWords.settings.reasonsWhere}</a>
      </p>
    </section>
  );
}

function WordsCard({ draft }: { draft: SettingsDraft }) {
  const [language, setLanguage] = useState('en');
  const { feedback } = draft.draft.value;
  const own = feedback.words[language] ?? {};
  const set = (changed: QuestionWords) => {
    const next = Object.entries({ ...own, ...changed }).filter(([, text]) => text);
    const { [language]: _, ...others } = feedback.words;
    change(draft, { words: next.length > 0 ? { ...others, [language]: Object.fromEntries(next) } : others });
  };
  return (
    <section class="card form questions" aria-labelledby="words-title">
      <h2 id="words-title">{feedbackWords.settings.wordsTitle}</h2>
      <p class="quiet">{feedbackWords.settings.wordsHint}</p>
      <div class="questions-both">
        <div class="form">
          <Choice
            label={feedbackWords.settings.language}
            value={language}
            options={languageNames()}
            onChange={setLanguage}
          />
          <Question name="score" label={feedbackWords.settings.score} own={own} onInput={set} />
          <Question name="effort" label={feedbackWords.settings.effortWords} own={own} onInput={set} />
          <Question name="recommend" label={feedbackWords.settings.recommendWords} own={own} onInput={set} />
        </div>
        <QuestionsPreview feedback={feedback} reasons={draft.draft.value.front.reasons} language={language} />
      </div>
    </section>
  );
}

interface QuestionProps {
  name: keyof QuestionWords;
  label: string;
  own: QuestionWords;
  onInput(changed: QuestionWords): void;
}

function Question({ name, label, own, onInput }: QuestionProps) {
  return (
    <EntryField label={label} maxLength={160} value={own[name] ?? ''} onInput={(text) => onInput({ [name]: text })} />
  );
}

/** As the reader calls them. */
function languageNames(): [string, string][] {
  return LANGUAGES.map((code): [string, string] => [code, languageName(code)]);
}

function RuleCard({ draft }: { draft: SettingsDraft }) {
  const { followUp } = draft.draft.value.feedback;
  const fault = useFault(draft);
  const set = (changed: Partial<FollowUpRule>) => change(draft, { followUp: { ...followUp, ...changed } });
  const hours = String(followUp.dueInMs / HOUR_MS);
  return (
    <section class="card form" aria-labelledby="rule-title">
      <h2 id="rule-title">{feedbackWords.settings.ruleTitle}</h2>
      <p class="quiet">{feedbackWords.settings.ruleHint}</p>
      <Choice
        label={feedbackWords.settings.low}
        value={String(followUp.lowScoreMax ?? '')}
        options={[
          ['', feedbackWords.settings.lowNever],
          ...['1', '2', '3', '4'].map((score) => [score, score] as const),
        ]}
        onChange={(score) => set({ lowScoreMax: score === '' ? null : Number(score) })}
      />
      <Check
        name={feedbackWords.settings.unresolved}
        checked={followUp.onUnresolved}
        onCheck={(on) => set({ onUnresolved: on })}
      />
      <Check
        name={feedbackWords.settings.complaint}
        checked={followUp.onComplaint}
        onCheck={(on) => set({ onComplaint: on })}
      />
      <Choice
        label={feedbackWords.settings.owner}
        value={followUp.owner}
        options={Object.entries(feedbackWords.settings.owners)}
        onChange={(owner) => set({ owner: owner as FollowUpRule['owner'] })}
      />
      <EntryField
        id={idOf('feedback.followUp.dueInMs')}
        label={feedbackWords.settings.due}
        hint={feedbackWords.settings.dueHint}
        type="number"
        min={0}
        step="any"
        value={hours}
        onInput={(text) => set({ dueInMs: Math.round(Number(text) * HOUR_MS) })}
        fault={fault('feedback.followUp.dueInMs', hours)}
      />
      <Check name={feedbackWords.settings.mails} checked={followUp.mails} onCheck={(on) => set({ mails: on })} />
    </section>
  );
}

interface CheckProps {
  name: string;
  checked: boolean;
  onCheck(on: boolean): void;
}

function Check({ name, checked, onCheck }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      {name}
    </label>
  );
}
