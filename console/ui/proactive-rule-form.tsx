import type { ProactiveRule } from '../../protocol/wire/proactive.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { CloseIcon } from './icons.tsx';
import { ProactiveWhenFields } from './proactive-when.tsx';
import { Seen } from './seen.tsx';
import { spellRule, proactiveWords as words } from './strings-of-proactive.ts';
import { TextField } from './text-field.tsx';
import { idOf, useFault } from './use-fault.ts';

interface Props {
  draft: SettingsDraft;
  at: number;
  rule: ProactiveRule;
  onChange(rule: ProactiveRule): void;
  onClose(): void;
}

/** One message: what it says, when it comes, how it looks. */
export function ProactiveRuleForm({ draft, at, rule, onChange, onClose }: Props) {
  const { service } = useApp();
  const fault = useFault(draft);
  const path = `proactive.rules.${at}`;
  const { proactive } = draft.draft.value;
  const set = (changed: Partial<ProactiveRule>) => onChange({ ...rule, ...changed });
  return (
    <fieldset class="subset form message-form" aria-label={rule.name || words.unnamed(at + 1)}>
      <EntryField
        id={idOf(`${path}.name`)}
        label={words.name}
        value={rule.name}
        maxLength={service.limits.nameMax}
        onInput={(name) => set({ name })}
        fault={fault(`${path}.name`, rule.name)}
      />
      <TextField
        id={idOf(`${path}.text`)}
        label={words.text}
        hint={words.textHint(service.limits.bubbleMax)}
        value={rule.text}
        maxLength={service.limits.bubbleMax}
        onInput={(text) => set({ text: text.replaceAll('\n', ' ') })}
        fault={fault(`${path}.text`, rule.text)}
      />
      <Bubble text={rule.text} />
      <ProactiveWhenFields draft={draft} path={`${path}.when`} when={rule.when} onChange={(when) => set({ when })} />
      <EntryField
        id={idOf(`${path}.timesMax`)}
        label={words.timesMax}
        type="number"
        min={1}
        max={service.limits.timesMax}
        value={String(rule.timesMax)}
        onInput={(text) => set({ timesMax: Number(text) })}
        fault={fault(`${path}.timesMax`, String(rule.timesMax))}
      />
      <Check checked={rule.on} onChange={(on) => set({ on })}>
        {words.ruleOn}
      </Check>
      <p class="message-sentence" aria-live="polite" dir="auto">
        {spellRule(rule, proactive.privacy)}
      </p>
      <button type="button" class="button button-small" onClick={onClose}>
        {words.done}
      </button>
    </fieldset>
  );
}

/** As widget/proactive/bubble.css draws it, without its buttons. */
function Bubble({ text }: { text: string }) {
  return (
    <Seen>
      <div class="sample">
        <p class="sample-text">
          <span dir="auto">{text || '…'}</span>
        </p>
        <span class="sample-answer">{words.answer}</span>
        <span class="sample-never">{words.never}</span>
        <span class="sample-close">
          <CloseIcon size={14} />
        </span>
      </div>
    </Seen>
  );
}
