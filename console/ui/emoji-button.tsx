import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EmojiPickerProps } from './emoji-picker.tsx';
import { SmileIcon } from './icons.tsx';
import { composerWords } from './strings-of-composer.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

const load = () => import('./emoji-picker.tsx').then((part) => part.EmojiPicker);

interface Props {
  write(text: string): void;
}

/** A button in a box's own form; what is chosen stands where the writer was. Fetched when somebody asks for it. */
export function EmojiButton({ write }: Props) {
  const [open, setOpen] = useState(false);
  const [part, setPart] = useState<{ Picker: FunctionComponent<EmojiPickerProps> } | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const { open: name } = composerWords.emoji;
  useChoiceCommands('composer', [{ id: 'composer:emoji', name, onChoose: () => setOpen(true) }]);
  const box = () => place.current?.closest('form')?.querySelector('textarea') ?? null;
  const close = () => {
    setOpen(false);
    box()?.focus();
  };
  useEffect(() => {
    if (!open) return;
    load().then(
      (Picker) => setPart({ Picker }),
      () => setOpen(false),
    );
    const away = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  /** Whoever goes on by Tab leaves it, too: it lies over what is next. */
  const left = ({ target, relatedTarget }: FocusEvent) => {
    const wasIn = (target as Element).closest('.emoji-picker') !== null;
    if (wasIn && relatedTarget && !place.current?.contains(relatedTarget as Node)) setOpen(false);
  };
  const choose = (sign: string) => {
    const area = box();
    if (area) {
      area.setRangeText(sign, area.selectionStart, area.selectionEnd, 'end');
      write(area.value);
    }
    close();
  };
  return (
    <div class="emoji-place" ref={place} onFocusOut={left}>
      <button
        type="button"
        class="icon-button"
        aria-label={composerWords.emoji.open}
        title={composerWords.emoji.open}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <SmileIcon />
      </button>
      {open && part && <part.Picker onChoose={choose} onClose={close} />}
    </div>
  );
}
