import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TeamTags } from '../model/team-tags.ts';
import { Choice } from './choice.tsx';
import { useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { Became } from './meanwhile.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { wordsOf } from './said-words.ts';
import { Skeleton } from './skeleton.tsx';
import { settingsProblem, settingsWords } from './strings-of-settings.ts';
import { tagWords } from './strings-of-tags.ts';
import { onSubmit, useListForm, useRecord } from './use-record.ts';
import { useTeamTags } from './use-team-tags.ts';

/** The tags that the team agreed on, and what else is written on open conversations (U13). */
export function SettingsTags() {
  const tags = useTeamTags();
  return tags ? <Lists tags={tags} /> : <Skeleton rows={3} kind="cards" />;
}

function Lists({ tags }: { tags: TeamTags }) {
  const words = tagWords.list;
  const state = tags.state.value;
  const form = useListForm('tag', state === 'ready' ? tags.all.value : null);
  const { open, setOpen, close } = form;
  const used = useUsed();
  const others = [...used.keys()].filter((tag) => !tags.all.value.includes(tag)).sort();
  return (
    <>
      <section class="card" aria-labelledby="tags-title">
        <h2 id="tags-title">{words.title}</h2>
        <p class="quiet">{words.hint}</p>
        {state === 'failed' && <NotLoaded text={settingsWords.failed} onRetry={() => void tags.load()} />}
        {state === 'idle' && <Skeleton rows={3} kind="rows" />}
        {state === 'ready' && tags.all.value.length === 0 && <p>{words.empty}</p>}
        <ul class="lines">
          {tags.all.value.map((tag) => (
            <li key={tag}>
              {open === tag ? (
                <Edit tags={tags} tag={tag} on={used.get(tag) ?? []} onClose={close} />
              ) : (
                <Line tag={tag} count={used.get(tag)?.length ?? 0}>
                  <button
                    type="button"
                    class="button button-small"
                    aria-label={settingsWords.edit(tag)}
                    onClick={() => setOpen(tag)}
                  >
                    {settingsWords.edit('').trim()}
                  </button>
                </Line>
              )}
            </li>
          ))}
        </ul>
        <Became of={form} />
        {state === 'ready' && tags.all.value.length < tags.limits.tagsMax && <Add tags={tags} isHere={open === null} />}
      </section>
      {state === 'ready' && others.length > 0 && (
        <section class="card" aria-labelledby="other-tags-title">
          <h2 id="other-tags-title">{words.others}</h2>
          <p class="quiet">{words.othersHint}</p>
          <ul class="lines">
            {others.map((tag) => (
              <li key={tag}>
                <Other tags={tags} tag={tag} on={used.get(tag) ?? []} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Of the open conversations that this console holds: which has which tag. */
function useUsed(): Map<string, string[]> {
  const { inbox } = useDesk();
  const used = new Map<string, string[]>();
  for (const { id, tags = [] } of inbox.conversations.value.values())
    for (const tag of tags) {
      const ids = used.get(tag);
      if (ids) ids.push(id);
      else used.set(tag, [id]);
    }
  return used;
}

/** On all of these, as the list does it for many at once (U8). Answers whether everything was done. */
function useRetag() {
  const { bulk } = useDesk().lists;
  return async (ids: readonly string[], remove: string, add: string[]): Promise<boolean> => {
    if (ids.length === 0) return true;
    await bulk.run({ do: 'tag', add, remove: [remove] }, ids);
    const result = bulk.result.peek();
    const isWhole = result !== null && result.refused.size === 0 && result.left === 0;
    bulk.forget();
    return isWhole;
  };
}

function Line({ tag, count, children }: { tag: string; count: number; children: ComponentChildren }) {
  return (
    <div class="line">
      <span class="line-name">
        <strong>
          <bdi>{tag}</bdi>
        </strong>
      </span>
      <span class="line-more">{count > 0 && tagWords.list.on(count)}</span>
      {children}
    </div>
  );
}

interface TagProps {
  tags: TeamTags;
  tag: string;
  /** The open conversations that have it. */
  on: readonly string[];
}

function Edit({ tags, tag, on, onClose }: TagProps & { onClose(isSaved?: true): void }) {
  const words = tagWords.list;
  const form = useRecord(`tag ${tag}`, tag);
  const [name, setName] = form.field('name', tag);
  const [isPart, setPart] = useState(false);
  const retag = useRetag();
  const close = () => {
    form.close();
    onClose();
  };
  const save = async () => {
    const next = name.trim();
    if (next === tag) return close();
    if (!(await tags.rename(tag, next))) return;
    form.close();
    setPart(!(await retag(on, tag, [next])));
    onClose(true);
  };
  const remove = async (everywhere: boolean) => {
    if (everywhere && !(await retag(on, tag, []))) return setPart(true);
    form.close();
    if (await tags.remove(tag)) onClose();
  };
  return (
    <form class="form line-form" onSubmit={onSubmit(save)}>
      <EntryField
        label={words.name}
        hint={words.renameHint}
        value={name}
        required
        maxLength={tags.limits.charsMax}
        onInput={setName}
      />
      <Foot tags={tags} isPart={isPart} name={settingsWords.save} onCancel={close} />
      <details class="more">
        <summary>{settingsWords.remove(tag)}</summary>
        <p class="field-hint">{words.removing}</p>
        <div class="save-row">
          <button type="button" class="button" onClick={() => void remove(false)}>
            {words.removeOnly}
          </button>
          {on.length > 0 && (
            <button type="button" class="button" onClick={() => void remove(true)}>
              {words.removeOn(on.length)}
            </button>
          )}
        </div>
      </details>
    </form>
  );
}

/** Somebody wrote it by hand: it comes to the list, or a tag of the list stands for it. */
function Other({ tags, tag, on }: TagProps) {
  const words = tagWords.list;
  const [isPart, setPart] = useState(false);
  const retag = useRetag();
  return (
    <>
      <Line tag={tag} count={on.length}>
        <button type="button" class="button button-small" onClick={() => void tags.add([tag])}>
          {words.take(tag)}
        </button>
      </Line>
      {tags.all.value.length > 0 && (
        <Choice
          label={words.instead(tag)}
          value=""
          options={[['', '–'], ...tags.all.value.map((one) => [one, one] as const)]}
          onChange={async (next) => next !== '' && setPart(!(await retag(on, tag, [next])))}
        />
      )}
      {isPart && (
        <p class="problem" role="alert">
          {words.part}
        </p>
      )}
    </>
  );
}

function Add({ tags, isHere }: { tags: TeamTags; isHere: boolean }) {
  const words = tagWords.list;
  const form = useRecord('new tags', '');
  const [text, setText] = form.field('text', '');
  const add = async () => {
    const given = wordsOf(text);
    if (given.length > 0 && (await tags.add(given))) form.close();
  };
  return (
    <form class="form" onSubmit={onSubmit(add)}>
      <EntryField label={words.add} hint={settingsWords.comma} value={text} onInput={setText} required />
      {isHere && <Foot tags={tags} isPart={false} name={words.add} />}
    </form>
  );
}

interface FootProps {
  tags: TeamTags;
  isPart: boolean;
  name: string;
  onCancel?(): void;
}

function Foot({ tags, isPart, name, onCancel }: FootProps) {
  const words = tagWords.list;
  const { charsMax, tagsMax } = tags.limits;
  const problem = tags.problem.value;
  const isWrong = problem?.error === 'invalid_payload';
  return (
    <div class="save-row">
      <button type="submit" class="button button-primary" aria-disabled={tags.saving.value}>
        {tags.saving.value ? settingsWords.saving : name}
      </button>
      {onCancel && (
        <button type="button" class="button" onClick={onCancel}>
          {settingsWords.cancel}
        </button>
      )}
      <p class="problem" role="alert">
        {problem && (isWrong ? words.wrong(charsMax, tagsMax) : settingsProblem(problem))} {isPart && words.part}
      </p>
    </div>
  );
}
