import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ProactiveRule } from '../../protocol/wire/proactive.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp } from './context.ts';
import { ProactiveRuleForm } from './proactive-rule-form.tsx';
import { RowButtons } from './row-buttons.tsx';
import { spellRule, proactiveWords as words } from './strings-of-proactive.ts';
import { faultOf, idOf, useFault } from './use-fault.ts';

/** The messages in their order, each a sentence; one is open to be written. */
export function ProactiveRules({ draft }: { draft: SettingsDraft }) {
  const { service } = useApp();
  const fault = useFault(draft);
  const added = useRef(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const { proactive } = draft.draft.value;
  const { rules } = proactive;
  const set = (next: ProactiveRule[]) => draft.change({ proactive: { ...proactive, rules: next } });
  // What is wrong must be seen: its form opens.
  const wrongAt = /^proactive\.rules\.(\d+)\./.exec(faultOf(draft) ?? '')?.[1];
  const open = wrongAt === undefined ? chosen : (rules[Number(wrongAt)]?.key ?? chosen);
  useLayoutEffect(() => {
    if (added.current) document.getElementById(idOf(`proactive.rules.${rules.length - 1}.text`))?.focus();
    added.current = false;
  }, [rules.length]);
  const add = () => {
    added.current = true;
    const name = words.newName(rules.length + 1);
    const key = service.keyFor(
      name,
      'message',
      rules.map((rule) => rule.key),
    );
    setChosen(key);
    const when = { ...service.anyWhen, afterMs: 30_000 };
    set([...rules, { key, name, on: true, text: '', timesMax: 1, when }]);
  };
  const wrong = fault('proactive.rules', '');
  return (
    <section class="card" aria-labelledby="rules-title">
      <h2 id="rules-title">{words.rules}</h2>
      <p class="quiet">{words.rulesHint}</p>
      {rules.length === 0 && <p>{words.none}</p>}
      <ol class="lines messages">
        {rules.map((rule, at) => (
          <li key={at}>
            {open === rule.key ? (
              <ProactiveRuleForm
                draft={draft}
                at={at}
                rule={rule}
                onChange={(next) => set(rules.map((one, index) => (index === at ? next : one)))}
                onClose={() => setChosen(null)}
              />
            ) : (
              <Line draft={draft} at={at} rule={rule} set={set} onEdit={() => setChosen(rule.key)} />
            )}
          </li>
        ))}
      </ol>
      {wrong && <p class="problem">{wrong}</p>}
      {rules.length < service.limits.rulesMax && (
        <button type="button" class="button button-small" onClick={add}>
          {words.add}
        </button>
      )}
    </section>
  );
}

interface LineProps {
  draft: SettingsDraft;
  at: number;
  rule: ProactiveRule;
  set(rules: ProactiveRule[]): void;
  onEdit(): void;
}

function Line({ draft, at, rule, set, onEdit }: LineProps) {
  const { proactive } = draft.draft.value;
  const name = rule.name || words.unnamed(at + 1);
  return (
    <div class="message-line">
      <div class="message-head">
        <strong dir="auto">{name}</strong>
        {!rule.on && <span class="tag">{words.isOff}</span>}
        <button type="button" class="button button-small" aria-label={words.edit(name)} onClick={onEdit}>
          {words.edit('').trim()}
        </button>
      </div>
      <p class="message-text" dir="auto">
        {rule.text || '…'}
      </p>
      <p class="message-more" dir="auto">
        {spellRule(rule, proactive.privacy)}
      </p>
      <RowButtons list={proactive.rules} at={at} name={name} onChange={set} />
    </div>
  );
}
