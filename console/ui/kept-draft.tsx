import { useApp } from './context.ts';
import { keptDraftWords as words } from './strings-of-kept-draft.ts';
import './styles/kept-draft.css';

/** D1: what was begun while one might still write here is not lost without a word. */
export function KeptDraft({ text }: { text: string }) {
  const app = useApp();
  return (
    <div class="kept-draft">
      <p>
        <strong>{words.title}</strong>{' '}
        <button type="button" class="link-button" onClick={() => void app.copy(text)}>
          {words.copy}
        </button>
      </p>
      <p class="kept-draft-text" dir="auto">
        {text}
      </p>
    </div>
  );
}
