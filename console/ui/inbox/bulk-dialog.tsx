import { useEffect, useState } from 'preact/hooks';
import type { BulkAct } from '../../../protocol/wire/inbox.ts';
import type { Target } from '../../model/team.ts';
import { Choice } from '../choice.tsx';
import { useApp, useDesk } from '../context.ts';
import { Dialog } from '../dialog.tsx';
import { EntryField } from '../entry-field.tsx';
import { bulkWords as texts } from '../strings-of-bulk.ts';
import { feedbackWords } from '../strings-of-feedback.ts';
import { stateOf } from '../target-list.tsx';
import { tomorrowAt } from '../wall.ts';

interface Props {
  act: BulkAct['do'];
  onClose(): void;
}

/** What somebody has set; which of it counts depends on what is done. */
interface Set {
  chosen: string;
  outcome: 'resolved' | 'unresolved' | 'spam';
  add: string;
  remove: string;
  when: string;
}

/** Asks once, with how many it is about and what it takes (U8). */
export function BulkDialog({ act, onClose }: Props) {
  const { service } = useApp();
  const { lists, team, ticker } = useDesk();
  const { selection, bulk } = lists;
  const [set, setSet] = useState<Set>(() => ({
    ...{ chosen: '', outcome: 'resolved', add: '', remove: '' },
    when: tomorrowAt(ticker.now.peek()),
  }));
  const [first] = selection.ids.value;
  useEffect(() => void team.load(first), [team, first]);
  const dueAt = act === 'snooze' ? service.wall.instantOf(set.when) : null;
  const isLate = dueAt !== null && dueAt <= ticker.now.peek();
  const made = actOf(act, set, isLate ? null : dueAt);
  const run = () => {
    if (!made) return;
    onClose();
    const own = made.do === 'snooze' ? { ...made, clientId: lists.newClientId() } : made;
    void bulk.run(own, [...selection.ids.peek()]);
  };
  return (
    <Dialog title={texts.title[act](selection.count.value)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <p class="quiet">{texts.hint[act]}</p>
        <Fields act={act} set={set} late={isLate} onSet={(more) => setSet({ ...set, ...more })} />
        <p class="dialog-actions">
          <button
            type="submit"
            class={act === 'close' ? 'button button-danger' : 'button button-primary'}
            disabled={made === null}
          >
            {texts[act]}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  act: BulkAct['do'];
  set: Set;
  /** The time is over. */
  late: boolean;
  onSet(more: Partial<Set>): void;
}

function Fields({ act, set, late, onSet }: FieldsProps) {
  const { team, me } = useDesk();
  // T9: with the same words as for one.
  const choice = (label: string, kind: Target['kind']) => (
    <Choice
      label={label}
      value={set.chosen}
      options={[
        ['', ''],
        ...team
          .targetsOf('', kind === 'department', me.id)
          .filter((one) => one.kind === kind)
          .map((one) => [one.id, `${one.name} · ${stateOf(one)}`] as const),
      ]}
      onChange={(chosen) => onSet({ chosen })}
    />
  );
  if (act === 'ask') return choice(texts.colleague, 'member');
  if (act === 'move') return choice(texts.department, 'department');
  if (act === 'snooze') {
    const { when } = set;
    return (
      <EntryField
        label={texts.when}
        type="datetime-local"
        value={when}
        onInput={(at) => onSet({ when: at })}
        required
        fault={late ? feedbackWords.dialog.wrong : null}
      />
    );
  }
  if (act === 'tag')
    return (
      <>
        <EntryField label={texts.add} type="text" value={set.add} onInput={(add) => onSet({ add })} />
        <EntryField label={texts.remove} type="text" value={set.remove} onInput={(remove) => onSet({ remove })} />
      </>
    );
  if (act !== 'close') return null;
  return (
    <Choice
      label={texts.outcome}
      value={set.outcome}
      options={Object.entries(texts.outcomes)}
      onChange={(outcome) => onSet({ outcome: outcome as Set['outcome'] })}
    />
  );
}

/** Null: something is missing. */
function actOf(act: BulkAct['do'], { chosen, outcome, add, remove }: Set, dueAt: number | null): BulkAct | null {
  if (act === 'ask') return chosen ? { do: 'ask', agentId: chosen } : null;
  if (act === 'move') return chosen ? { do: 'move', departmentId: chosen } : null;
  if (act === 'close') return { do: 'close', outcome };
  if (act === 'snooze') return dueAt === null ? null : { do: 'snooze', dueAt, clientId: '' };
  if (act !== 'tag') return { do: act };
  const [added, removed] = [tagsOf(add), tagsOf(remove)];
  return added.length + removed.length > 0 ? { do: 'tag', add: added, remove: removed } : null;
}

/** As people write them: with commas between. */
function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
}
