import { useState } from 'preact/hooks';
import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import { ChoicesPart } from './choices-button.tsx';
import { useApp } from './context.ts';
import { DepartmentChoice } from './department-choice.tsx';
import { EntryField } from './entry-field.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { ChoicesPreview, OfferedWords } from './offered-choices.tsx';
import { choiceWords } from './strings-of-choices.ts';
import { replyWords as words } from './strings-of-replies.ts';
import { TextField } from './text-field.tsx';
import { useFirstWrong } from './use-first-wrong.ts';
import { onSubmit, type RecordForm, useRecord } from './use-record.ts';

interface Props {
  /** Null: a new one. */
  reply: SavedReply | null;
  /** Mine alone. */
  own: boolean;
  onClose(isSaved?: true): void;
}

/** One saved reply, with what a visitor would read under it. */
export function ReplyForm({ reply, own, onClose }: Props) {
  const { replies } = useApp();
  const form = useRecord(`reply ${reply?.id ?? (own ? 'new own' : 'new')}`, markOf(reply ?? {}, BASIS.reply));
  const [shortcut, setShortcut] = form.field('shortcut', reply?.shortcut ?? '');
  const [body, setBody] = form.field('body', reply?.body ?? '');
  const [departmentId, setDepartmentId] = form.field('departmentId', reply?.departmentId ?? '');
  const problem = replies.problem.value;
  const close = () => {
    form.close();
    onClose();
  };
  const save = async () => {
    const input = { shortcut: shortcut.trim(), body, departmentId: departmentId || null };
    const done = reply
      ? await replies.change({ id: reply.id, ...input }, form.basedOn())
      : await replies.add(own ? { ...input, own } : input);
    if (!done) return;
    form.close();
    onClose(true);
  };
  const row = useFirstWrong(problem);
  const faultOf = (field: 'shortcut' | 'body') => (problem?.field === field ? words.problems[field] : null);
  return (
    <form class="form line-form" noValidate onSubmit={onSubmit(save)}>
      <EntryField
        label={words.shortcut}
        hint={words.shortcutHint}
        value={shortcut}
        maxLength={replies.limits.shortcutMax}
        onInput={setShortcut}
        fault={faultOf('shortcut')}
      />
      <TextField
        label={words.body}
        hint={words.bodyHint}
        rows={4}
        value={body}
        maxLength={replies.limits.bodyMax}
        onInput={setBody}
        fault={faultOf('body')}
      />
      <ChoicesPreview body={body} />
      <Offer body={body} onWrite={setBody} />
      {body.includes('{') && <Sample body={body} />}
      <DepartmentChoice
        optional
        label={words.department}
        value={departmentId}
        none={words.everybody}
        onChange={setDepartmentId}
      />
      <Meanwhile form={form} problem={problem} onSave={() => void save()} />
      <div class="save-row" ref={row}>
        <button type="submit" class="button button-primary" aria-disabled={replies.saving.value}>
          {replies.saving.value ? words.saving : words.save}
        </button>
        <button type="button" class="button" onClick={close}>
          {words.cancel}
        </button>
        <p class="problem" role="alert">
          {problem && problemOf(problem)}
        </p>
      </div>
      {reply && <Remove reply={reply} form={form} onClose={onClose} />}
    </form>
  );
}

function Offer({ body, onWrite }: { body: string; onWrite(body: string): void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p>
        <button type="button" class="button button-small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {choiceWords.add}
        </button>
      </p>
      {open && <ChoicesPart body={body} onWrite={onWrite} onClose={() => setOpen(false)} />}
    </>
  );
}

function Sample({ body }: { body: string }) {
  const { replies } = useApp();
  return (
    <figure class="reply-sample">
      <figcaption>{words.preview}</figcaption>
      <p dir="auto">
        <OfferedWords body={replies.fill(body, words.sample).text} />
      </p>
    </figure>
  );
}

function Remove({ reply, form, onClose }: { reply: SavedReply; form: RecordForm; onClose(): void }) {
  const { replies } = useApp();
  const name = words.remove(`/${reply.shortcut}`);
  const remove = async () => {
    form.close();
    if (await replies.remove(reply.id)) onClose();
  };
  return (
    <details class="more">
      <summary>{name}</summary>
      <p class="field-hint">{words.removing}</p>
      <button type="button" class="button" onClick={() => void remove()}>
        {name}
      </button>
    </details>
  );
}

/** What a field says already is not said twice. */
function problemOf({ error, field }: Refusal): string {
  const { problems } = words;
  if (error === 'forbidden') return problems.forbidden;
  if (error === 'not_found') return problems.gone;
  if (error === 'changed_meanwhile') return '';
  if (error !== 'invalid_payload') return problems.later;
  if (field === 'departmentId') return problems.department;
  return field ? '' : problems.many;
}
