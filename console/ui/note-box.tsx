import { useId, useRef, useState } from 'preact/hooks';
import { askedName } from '../../protocol/kit/names-in-text.ts';
import type { Member } from '../../protocol/wire/team.ts';
import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { EmojiButton } from './emoji-button.tsx';
import { LockIcon } from './icons.tsx';
import { NamePicker } from './name-picker.tsx';
import { strings } from './strings.ts';
import { composerWords } from './strings-of-composer.ts';
import { TextBox } from './text-box.tsx';

const SHOWN_MAX = 6;

interface Props {
  thread: Thread;
}

/** Words for the team only: another ground, a lock, its own button. An `@` names a colleague (D10). */
export function NoteBox({ thread }: Props) {
  const { notice } = useApp();
  const { composing } = useDesk();
  const { notes } = thread;
  const naming = useNaming(thread);
  return (
    <>
      {naming.props && <NamePicker {...naming.props} />}
      <TextBox
        key="note"
        class="composer-form composer-form-note"
        label={strings.team.note}
        placeholder={strings.team.notePlaceholder}
        hint={composing.enterBreaks.value ? composerWords.noteHintMod : composerWords.noteHintEnter}
        enterBreaks={composing.enterBreaks.value}
        text={notes.draft.value}
        charsMax={notes.textCharsMax}
        list={naming.props ? { id: naming.props.id, activeId: `${naming.props.id}-${naming.props.active}` } : null}
        before={<EmojiButton write={(text) => notes.write(text)} />}
        button={
          <>
            <LockIcon size={16} />
            {strings.team.addNote}
          </>
        }
        onWrite={(text, caret) => {
          notes.write(text);
          naming.moved(caret);
        }}
        onSend={() => {
          if (!notes.send()) notice.show('outbox_full');
        }}
        onKey={naming.hear}
      />
    </>
  );
}

interface Naming {
  props: Parameters<typeof NamePicker>[0] | null;
  moved(caret: number): void;
  /** Whether the key was for the list. */
  hear(event: KeyboardEvent): boolean;
}

function useNaming(thread: Thread): Naming {
  const { team, me } = useDesk();
  const id = useId();
  const { notes } = thread;
  const [caret, setCaret] = useState(-1);
  const [active, setActive] = useState(0);
  const left = useRef('');
  const text = notes.draft.value;
  const asked = caret < 0 ? null : askedName(text, caret);
  const key = asked && `${asked.from}`;
  const found = asked && key !== left.current ? membersLike(team.members.value, asked.word, me.id) : [];
  const isOpen = asked !== null && key !== left.current && (found.length > 0 || asked.word.length < 2);
  const at = Math.min(active, Math.max(0, found.length - 1));
  const choose = (member: Member) => {
    if (!asked) return;
    const before = `${text.slice(0, asked.from)}@${member.name} `;
    notes.write(before + text.slice(caret).replace(/^ /, ''));
    setCaret(-1);
    setActive(0);
  };
  const hear = (event: KeyboardEvent) => {
    if (!isOpen) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[at];
    if (by !== undefined && found.length > 0) setActive((at + by + found.length) % found.length);
    else if (event.key === 'Escape') left.current = key ?? '';
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen);
    else return false;
    if (event.key === 'Escape') setCaret(-1);
    event.preventDefault();
    return true;
  };
  const moved = (to: number) => {
    if (askedName(notes.draft.peek(), to) === null) left.current = '';
    setActive(0);
    setCaret(to);
  };
  return { props: isOpen ? { id, found, active: at, onChoose: choose } : null, moved, hear };
}

function membersLike(members: readonly Member[], word: string, meId: string): Member[] {
  const wanted = word.trim().toLowerCase();
  const others = members.filter((member) => member.id !== meId && member.name.toLowerCase().includes(wanted));
  const first = (member: Member) => (member.name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return others.sort((one, other) => first(one) - first(other)).slice(0, SHOWN_MAX);
}
