import { useEffect, useState } from 'preact/hooks';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import { useApp } from './context.ts';
import { ReplyForm } from './reply-form.tsx';
import { Skeleton } from './skeleton.tsx';
import { replyWords as words } from './strings-of-replies.ts';
import './styles/replies.css';
import { CsvLink } from './csv-link.tsx';

/** Answers that are written once and used often (docs/replies.md). */
export function SettingsReplies() {
  const { replies, staff } = useApp();
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    void replies.load();
    if (staff.departments.state.peek().status !== 'ready') staff.loadDepartments();
  }, [replies, staff]);
  const state = replies.state.value;
  return (
    <section class="card" aria-labelledby="replies-title">
      <h2 id="replies-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      {state === 'failed' && <p class="problem">{words.failed}</p>}
      {state === 'idle' && <Skeleton rows={2} kind="rows" />}
      {state === 'ready' && replies.all.value.length === 0 && <p>{words.empty}</p>}
      <ul class="lines">
        {replies.all.value.map((reply) => (
          <li key={reply.id}>
            {open === reply.id ? (
              <ReplyForm reply={reply} onClose={() => setOpen(null)} />
            ) : (
              <Line reply={reply} onEdit={() => setOpen(reply.id)} />
            )}
          </li>
        ))}
      </ul>
      {replies.all.value.length > 0 && <CsvLink path="replies?bom=1" of={words.title} />}
      {open === 'new' ? (
        <ReplyForm reply={null} onClose={() => setOpen(null)} />
      ) : (
        <button type="button" class="button" onClick={() => setOpen('new')}>
          {words.add}
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
