import type { RoutingRule } from '../../protocol/wire/routing.ts';
import { useApp } from './context.ts';
import { DepartmentChoice } from './department-choice.tsx';
import { EntryField } from './entry-field.tsx';
import { isIn } from './field-fault.ts';
import { skillsOf, wordsOf } from './said-words.ts';
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
        <Rule key={index} rule={rule} field={`rules.${index}`} onChange={(next) => replace(index, next)} />
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
  /** Where it stands in the plan, as the relay names it. */
  field: string;
  onChange(rule: RoutingRule): void;
}

function Rule({ rule, field, onChange }: Omit<RuleProps, 'onChange'> & { onChange(rule: RoutingRule | null): void }) {
  const { staff } = useApp();
  return (
    <div class="rule">
      <EntryField
        label={settingsWords.routing.ruleName}
        value={rule.name}
        onInput={(name) => onChange({ ...rule, name })}
        required
        maxLength={staff.limits.nameMax}
        fault={isIn(staff.problem.value, `${field}.name`) ? settingsWords.problems.name(staff.limits.nameMax) : null}
      />
      <p class="rule-part">{settingsWords.routing.when}</p>
      <Conditions rule={rule} field={field} onChange={onChange} />
      <p class="rule-part">{settingsWords.routing.follows}</p>
      <Consequences rule={rule} field={field} onChange={onChange} />
      <button type="button" class="button button-small" onClick={() => onChange(null)}>
        {settingsWords.remove(rule.name)}
      </button>
    </div>
  );
}

function Conditions({ rule, field, onChange }: RuleProps) {
  const { staff } = useApp();
  const { ruleWordsMax, ruleTextMax, skillMax } = staff.limits;
  const fault = (of: string, words: string) => (isIn(staff.problem.value, `${field}.when.${of}`) ? words : null);
  const { when } = rule;
  /** Empty is no condition at all. */
  const whenIs = (changed: RoutingRule['when']) => onChange({ ...rule, when: { ...when, ...changed } });
  const wordsOrNone = (text: string) => (text.trim() === '' ? undefined : wordsOf(text));
  return (
    <>
      <EntryField
        label={settingsWords.routing.words}
        hint={settingsWords.comma}
        value={(when.words ?? []).join(', ')}
        onInput={(text) => whenIs({ words: wordsOrNone(text) })}
        fault={fault('words', settingsWords.problems.ruleWords(ruleWordsMax, skillMax))}
      />
      <EntryField
        label={settingsWords.routing.page}
        value={when.page ?? ''}
        onInput={(page) => whenIs({ page: page || undefined })}
        maxLength={ruleTextMax}
        fault={fault('page', settingsWords.problems.chars(ruleTextMax))}
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

function Consequences({ rule, field, onChange }: RuleProps) {
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
          setTo({ skills: text.trim() ? skillsOf(text).map((one) => ({ ...one, required: true })) : undefined })
        }
        fault={
          isIn(staff.problem.value, `${field}.set.skills`)
            ? settingsWords.problems.skills(staff.limits.ruleSkillsMax)
            : null
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
