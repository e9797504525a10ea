import type { FunctionComponent } from 'preact';
import type { Filled } from '../../protocol/wire/fill-reply.ts';
import type { Macro } from '../../protocol/wire/macros.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import { list } from './format.ts';
import { PickerLine } from './picker-line.tsx';
import { macroWords } from './strings-of-macros.ts';
import { replyWords as words } from './strings-of-replies.ts';
import './styles/replies.css';

export interface PickerProps {
  id: string;
  found: readonly SavedReply[];
  /** Behind the replies, counted on. */
  macros: readonly Macro[];
  active: number;
  /** What the active one would put into the box. */
  preview: Filled | null;
  onChoose(reply: SavedReply): void;
  onRun(macro: Macro): void;
}

/** Above the box while it says a slash: the keyboard stays in the box, and moves here by arrow keys (V2). */
export const ReplyPicker: FunctionComponent<PickerProps> = ({
  id,
  found,
  macros,
  active,
  preview,
  onChoose,
  onRun,
}) => (
  <div class="picker">
    <div class="picker-list" role="listbox" id={id} aria-label={words.list} tabIndex={-1}>
      {found.map((reply, at) => (
        <PickerLine key={reply.id} id={`${id}-${at}`} selected={at === active} onChoose={() => onChoose(reply)}>
          <bdi class="picker-shortcut">/{reply.shortcut}</bdi>
          {reply.own && <span class="picker-own">{words.own}</span>}
          <bdi class="picker-body">{reply.body}</bdi>
        </PickerLine>
      ))}
      {macros.map((macro, at) => (
        <PickerLine
          key={macro.id}
          id={`${id}-${found.length + at}`}
          selected={found.length + at === active}
          onChoose={() => onRun(macro)}
        >
          <bdi class="picker-shortcut">{macroWords.named(macro.name)}</bdi>
          <bdi class="picker-body">{actionsOf(macro)}</bdi>
        </PickerLine>
      ))}
    </div>
    {macros[active - found.length] && (
      <p class="picker-preview" dir="auto">
        {macroWords.does(actionsOf(macros[active - found.length] as Macro))}
      </p>
    )}
    {preview && (
      <p class="picker-preview" dir="auto">
        {preview.text}
      </p>
    )}
    <p class="picker-hint" role="status">
      {preview && preview.missing.length > 0 ? `${words.missing(preview.missing.join(', '))}. ` : ''}
      {words.found(found.length)}
      {macros.length > 0 && ` ${macroWords.found(macros.length)}`}
    </p>
  </div>
);

function actionsOf({ actions }: Macro): string {
  return list(actions.map((one) => macroWords.actions[one.do]));
}
