import type { FunctionComponent } from 'preact';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import type { Filled } from '../model/fill-reply.ts';
import { replyWords as words } from './strings-of-replies.ts';
import './styles/replies.css';

export interface PickerProps {
  id: string;
  found: readonly SavedReply[];
  active: number;
  /** What the active one would put into the box. */
  preview: Filled | null;
  onChoose(reply: SavedReply): void;
}

/** Above the box while it says a slash: the keyboard stays in the box, and moves here by arrow keys (V2). */
export const ReplyPicker: FunctionComponent<PickerProps> = ({ id, found, active, preview, onChoose }) => (
  <div class="picker">
    <div class="picker-list" role="listbox" id={id} aria-label={words.list} tabIndex={-1}>
      {found.map((reply, at) => (
        // The box has the focus and its keys; a press is the mouse's way.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={reply.id}
          id={`${id}-${at}`}
          class="picker-line"
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(reply)}
        >
          <bdi class="picker-shortcut">/{reply.shortcut}</bdi>
          <bdi class="picker-body">{reply.body}</bdi>
        </div>
      ))}
    </div>
    {preview && (
      <p class="picker-preview" dir="auto">
        {preview.text}
      </p>
    )}
    <p class="picker-hint" role="status">
      {preview && preview.missing.length > 0 ? `${words.missing(preview.missing.join(', '))}. ` : ''}
      {words.found(found.length)}
    </p>
  </div>
);
