import type { RoutingRule } from '../../protocol/wire/routing.ts';
import { useApp } from './context.ts';
import { DepartmentChoice } from './department-choice.tsx';
import { EntryField } from './entry-field.tsx';
import { settingsWords } from './strings-of-settings.ts';

interface Props {
  rules: readonly RoutingRule[];
  onChange(rules: RoutingRule[]): void;
}

/** Which conversations need what: conditions on the left, what follows on the right; in their order. */
export function RuleList({ rules, onChange }: Props) {
  const replace = (at: number, rule: RoutingRule | null) =>
    onChange(rules.flatMap((one, index) => (index !== at ? [one] : rule ? [rule] : [])));
  return (
    <fieldset class="rules">
      <legend>{settingsWords.routing.rules}</legend>
      <p class="field-hint">{settingsWords.routing.rulesHint}</p>
      {rules.length === 0 && <p class="quiet">{settingsWords.routing.noRules}</p>}
      {rules.map((rule, index) => (
        <Rule key={index} rule={rule} onChange={(next) => replace(index, next)} />
      ))}
      <button
        type="button"
        class="button button-small"
        onClick={() => onChange([...rules, { name: '', when: {}, set: {} }])}
      >
        {settingsWords.routing.addRule}
      </button>
    </fieldset>
  );
}

interface RuleProps {
  rule: RoutingRule;
  onChange(rule: RoutingRule): void;
}

function Rule({ rule, onChange }: { rule: RoutingRule; onChange(rule: RoutingRule | null): void }) {
  return (
    <div class="rule">
      <EntryField
        label={settingsWords.routing.ruleName}
        value={rule.name}
        onInput={(name) => onChange({ ...rule, name })}
        required
      />
      <p class="rule-part">{settingsWords.routing.when}</p>
      <Conditions rule={rule} onChange={onChange} />
      <p class="rule-part">{settingsWords.routing.follows}</p>
      <Consequences rule={rule} onChange={onChange} />
      <button type="button" class="button button-small" onClick={() => onChange(null)}>
        {settingsWords.remove(rule.name)}
      </button>
    </div>
  );
}

function Conditions({ rule, onChange }: RuleProps) {
  const { staff } = useApp();
  const { when } = rule;
  /** Empty is no condition at all. */
  const whenIs = (changed: RoutingRule['when']) => onChange({ ...rule, when: { ...when, ...changed } });
  const wordsOrNone = (text: string) => (text.trim() === '' ? undefined : staff.wordsOf(text));
  return (
    <>
      <EntryField
        label={settingsWords.routing.words}
        hint={settingsWords.comma}
        value={(when.words ?? []).join(', ')}
        onInput={(text) => whenIs({ words: wordsOrNone(text) })}
      />
      <EntryField
        label={settingsWords.routing.page}
        value={when.page ?? ''}
        onInput={(page) => whenIs({ page: page || undefined })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={when.returning === true}
          onChange={(event) => whenIs({ returning: event.currentTarget.checked || undefined })}
        />
        {settingsWords.routing.returning}
      </label>
      <EntryField
        label={settingsWords.routing.lastScoreMax}
        type="number"
        min={1}
        max={5}
        value={String(when.lastScoreMax ?? '')}
        onInput={(text) => whenIs({ lastScoreMax: text ? Number(text) : undefined })}
      />
    </>
  );
}

function Consequences({ rule, onChange }: RuleProps) {
  const { staff } = useApp();
  const { set } = rule;
  const setTo = (changed: RoutingRule['set']) => onChange({ ...rule, set: { ...set, ...changed } });
  const skills = (set.skills ?? []).map(({ skill, level }) => `${skill} ${level}`).join(', ');
  return (
    <>
      <DepartmentChoice
        label={settingsWords.routing.department}
        value={set.departmentId ?? ''}
        none={settingsWords.routing.noDepartment}
        onChange={(departmentId) => setTo({ departmentId: departmentId || undefined })}
      />
      <EntryField
        label={settingsWords.routing.skills}
        hint={settingsWords.people.skillsHint}
        value={skills}
        onInput={(text) =>
          setTo({ skills: text ? staff.skillsOf(text).map((one) => ({ ...one, required: true })) : undefined })
        }
      />
      <EntryField
        label={settingsWords.routing.priority}
        type="number"
        min={0}
        value={String(set.priority ?? '')}
        onInput={(text) => setTo({ priority: text ? Number(text) : undefined })}
      />
    </>
  );
}
