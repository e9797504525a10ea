import { useEffect } from 'preact/hooks';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import { useApp, useDesk } from './context.ts';
import { CsvLink } from './csv-link.tsx';
import { Became } from './meanwhile.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { ReplyForm } from './reply-form.tsx';
import { Skeleton } from './skeleton.tsx';
import { replyWords as words } from './strings-of-replies.ts';
import { type ListForm, useListForm } from './use-record.ts';
import './styles/replies.css';

/** Answers that are written once and used often (docs/replies.md): one's own, and the team's for those who write them. */
export function SettingsReplies() {
  const { replies, staff } = useApp();
  const desk = useDesk();
  // One form at a time: what the relay says of one is not read in another.
  const ids = replies.state.value === 'ready' ? replies.all.value.map(({ id }) => id) : null;
  const form = useListForm('reply', ids);
  useEffect(() => {
    void replies.load();
    if (staff.departments.state.peek().status !== 'ready') void staff.loadDepartments();
  }, [replies, staff]);
  return (
    <>
      <Became of={form} />
      {desk.may('conversation:serve') && <Replies own form={form} />}
      {desk.may('replies:write') && <Replies own={false} form={form} />}
    </>
  );
}

interface Props {
  own: boolean;
  /** Open: the id of one, or which list gets a new one. */
  form: ListForm;
}

function Replies({ own, form }: Props) {
  const { replies } = useApp();
  const { open, setOpen, close } = form;
  const fresh = own ? 'new own' : 'new';
  const state = replies.state.value;
  const shown = replies.all.value.filter((reply) => (reply.own === true) === own);
  const title = own ? words.ownTitle : words.title;
  const id = own ? 'own-replies-title' : 'replies-title';
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="quiet">{own ? words.ownHint : words.hint}</p>
      {state === 'failed' && <NotLoaded text={words.failed} onRetry={() => void replies.load()} />}
      {state === 'idle' && <Skeleton rows={2} kind="rows" />}
      {state === 'ready' && shown.length === 0 && <p>{words.empty}</p>}
      <ul class="lines">
        {shown.map((reply) => (
          <li key={reply.id}>
            {open === reply.id ? (
              <ReplyForm reply={reply} own={own} onClose={close} />
            ) : (
              <Line reply={reply} onEdit={() => setOpen(reply.id)} />
            )}
          </li>
        ))}
      </ul>
      {!own && shown.length > 0 && <CsvLink path="replies?bom=1" of={title} />}
      {open === fresh ? (
        <ReplyForm reply={null} own={own} onClose={close} />
      ) : (
        <button type="button" class="button" onClick={() => setOpen(fresh)}>
          {own ? words.addOwn : words.add}
        </button>
      )}
    </section>
  );
}

function Line({ reply, onEdit }: { reply: SavedReply; onEdit(): void }) {
  return (
    <div class="line">
      <span class="line-name">
        <strong>
          <bdi>/{reply.shortcut}</bdi>
        </strong>
      </span>
      <span class="line-more reply-words" dir="auto">
        {reply.body}
      </span>
      <button type="button" class="button button-small" aria-label={words.edit(reply.shortcut)} onClick={onEdit}>
        {words.edit('')}
      </button>
    </div>
  );
}
