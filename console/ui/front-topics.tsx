import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Topic } from '../../protocol/wire/front.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { RowButtons } from './row-buttons.tsx';
import { Seen } from './seen.tsx';
import { frontSettingsWords } from './strings-of-front-settings.ts';
import { idOf, useFault } from './use-fault.ts';

/** What it may be about, and who gets it (B3). */
export function FrontTopics({ draft }: { draft: SettingsDraft }) {
  const { service } = useApp();
  const fault = useFault(draft);
  const added = useRef(false);
  const { front } = draft.draft.value;
  const { topics } = front;
  useLayoutEffect(() => {
    if (added.current) document.getElementById(idOf(`front.topics.${topics.length - 1}.label`))?.focus();
    added.current = false;
  }, [topics.length]);
  const set = (next: Topic[]) => draft.change({ front: { ...front, topics: next } });
  const add = () => {
    added.current = true;
    const taken = topics.map(({ key }) => key);
    set([...topics, { key: service.keyFor('', 'topic', taken), label: '', department: null }]);
  };
  const wrong = fault('front.topics', '');
  return (
    <section class="card form" aria-labelledby="topics-title">
      <h2 id="topics-title">{frontSettingsWords.topics.title}</h2>
      <p class="quiet">{frontSettingsWords.topics.hint}</p>
      {topics.length === 0 && <p>{frontSettingsWords.topics.none}</p>}
      {topics.map((topic, at) => (
        <Row
          key={at}
          draft={draft}
          at={at}
          topic={topic}
          set={set}
          onChange={(next) => set(topics.map((one, index) => (index === at ? next : one)))}
        />
      ))}
      {wrong && <p class="problem">{wrong}</p>}
      {topics.length < service.limits.topicsMax && (
        <button type="button" class="button button-small" onClick={add}>
          {frontSettingsWords.topics.add}
        </button>
      )}
      {topics.length > 0 && (
        <Seen>
          <p>{frontSettingsWords.topics.seen}</p>
          <ul class="seen-pills">
            {topics.map(({ label }, at) => (
              <li key={at} dir="auto">
                {label || '…'}
              </li>
            ))}
          </ul>
        </Seen>
      )}
    </section>
  );
}

interface RowProps {
  draft: SettingsDraft;
  at: number;
  topic: Topic;
  set(topics: Topic[]): void;
  onChange(topic: Topic): void;
}

function Row({ draft, at, topic, set, onChange }: RowProps) {
  const { service } = useApp();
  const fault = useFault(draft);
  const { topics } = draft.draft.value.front;
  const name = frontSettingsWords.topics.name(topic.label, at + 1);
  /** A key that conversations may carry already stays; a new one follows its name. */
  const rename = (label: string) => {
    const isStored = draft.stored.value.front.topics.some(({ key }) => key === topic.key);
    const taken = topics.flatMap(({ key }, index) => (index === at ? [] : key));
    onChange({ ...topic, label, key: isStored ? topic.key : service.keyFor(label, 'topic', taken) });
  };
  return (
    <fieldset class="subset rule" aria-label={name}>
      <EntryField
        id={idOf(`front.topics.${at}.label`)}
        label={frontSettingsWords.topics.label(at + 1)}
        value={topic.label}
        maxLength={service.limits.nameMax}
        onInput={rename}
        fault={fault(`front.topics.${at}.label`, topic.label)}
      />
      <Goes
        which={at + 1}
        department={topic.department}
        onChange={(department) => onChange({ ...topic, department })}
      />
      {topic.label && <p class="field-hint">{frontSettingsWords.keyOf(topic.key)}</p>}
      <RowButtons list={topics} at={at} name={name} onChange={set} />
    </fieldset>
  );
}

interface GoesProps {
  which: number;
  department: string | null;
  onChange(department: string | null): void;
}

/** Programs may have named it; the list knows ids. */
function Goes({ which, department, onChange }: GoesProps) {
  const { staff } = useApp();
  const state = staff.departments.state.value;
  const all = state.status === 'ready' ? state.value : [];
  const here = all.find(({ id, name }) => id === department || name === department);
  const value = here?.id ?? department ?? '';
  const gone = department !== null && !here;
  if (all.length === 0 && !gone) return null;
  return (
    <Choice
      label={frontSettingsWords.topics.department(which)}
      value={value}
      options={[
        ['', frontSettingsWords.topics.anybody],
        ...all.map(({ id, name }) => [id, name] as const),
        ...(gone ? [[department, frontSettingsWords.topics.gone(department)] as const] : []),
      ]}
      onChange={(next) => onChange(next || null)}
    />
  );
}
