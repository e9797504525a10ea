import type { MacroAction } from '../../protocol/wire/macros.ts';
import { Choice } from './choice.tsx';
import { useApp, useDesk } from './context.ts';
import { DepartmentChoice } from './department-choice.tsx';
import { EntryField } from './entry-field.tsx';
import { list } from './format.ts';
import { wordsOf } from './said-words.ts';
import { macroWords as words } from './strings-of-macros.ts';
import { TextField } from './text-field.tsx';
import { useTeamTags } from './use-team-tags.ts';

interface Props {
  action: MacroAction;
  onChange(action: MacroAction): void;
}

const HOUR_MS = 3_600_000;

/** What one action needs besides its kind. */
export function MacroActionFields({ action, onChange }: Props) {
  const { macros } = useApp();
  switch (action.do) {
    case 'take':
      return null;
    case 'tag':
      return <TagFields action={action} onChange={onChange} />;
    case 'transfer':
      return <ColleagueChoice agentId={action.agentId} onChange={(agentId) => onChange({ ...action, agentId })} />;
    case 'move':
      return (
        <DepartmentChoice
          label={words.toDepartment}
          value={action.departmentId}
          none="–"
          onChange={(departmentId) => onChange({ ...action, departmentId })}
        />
      );
    case 'snooze':
      return (
        <EntryField
          label={words.hours}
          type="number"
          min={1}
          max={720}
          value={String(action.forMs / HOUR_MS)}
          onInput={(hours) => onChange({ ...action, forMs: Math.max(1, Number(hours) || 1) * HOUR_MS })}
        />
      );
    case 'close':
      return (
        <Choice
          label={words.outcome}
          value={action.outcome}
          options={[
            ['resolved', words.outcomes.resolved],
            ['unresolved', words.outcomes.unresolved],
            ['spam', words.outcomes.spam],
          ]}
          onChange={(outcome) => onChange({ ...action, outcome: outcome as 'resolved' })}
        />
      );
    case 'reply':
    case 'note':
      return (
        <TextField
          label={words.body}
          hint={words.bodyHint}
          rows={3}
          value={action.body}
          maxLength={action.do === 'note' ? macros.limits.noteMax : macros.limits.bodyMax}
          onInput={(body) => onChange({ ...action, body })}
        />
      );
  }
}

/** Who has left, or takes nothing any more, is said to (T21). */
function ColleagueChoice({ agentId, onChange }: { agentId: string; onChange(agentId: string): void }) {
  const { team } = useDesk();
  const all = team.serving.value;
  const isKnown = agentId === '' || all.some(({ id }) => id === agentId);
  return (
    <Choice
      label={words.agent}
      value={agentId}
      options={[
        ['', '–'],
        ...all.map(({ id, name }) => [id, name] as const),
        ...(isKnown ? [] : [[agentId, all.length > 0 ? words.goneAgent : '…'] as const]),
      ]}
      onChange={onChange}
    />
  );
}

function TagFields({ action, onChange }: { action: Extract<MacroAction, { do: 'tag' }>; onChange: Props['onChange'] }) {
  const agreed = useTeamTags()?.all.value ?? [];
  const isAgreed = (tag: string) => agreed.some((one) => one.toLowerCase() === tag.toLowerCase());
  const strange = agreed.length > 0 ? action.add.filter((tag) => !isAgreed(tag)) : [];
  const put = (name: 'add' | 'remove') => (text: string) => onChange({ ...action, [name]: wordsOf(text) });
  return (
    <>
      <EntryField
        label={words.addTags}
        hint={words.commas}
        value={action.add.join(', ')}
        onInput={put('add')}
        fault={strange.length > 0 ? words.notAgreed(list(strange)) : null}
      />
      <EntryField label={words.removeTags} value={action.remove.join(', ')} onInput={put('remove')} />
    </>
  );
}
