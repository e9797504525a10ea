import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type EmojiWords, ENGLISH } from '../../protocol/kit/emoji/english.ts';
import { fetchEmojiWords } from '../../protocol/kit/emoji/fetch-emoji-words.ts';
import { findEmoji } from '../../protocol/kit/emoji/find-emoji.ts';
import { isComposing } from './is-composing.ts';
import { spoken } from './language.ts';
import { composerWords } from './strings-of-composer.ts';
import './styles/emoji.css';

export interface EmojiPickerProps {
  onChoose(sign: string): void;
  onClose(): void;
}

/** The arrows up and down go by it. */
const COLUMNS = 8;

/** A small choice of signs, the widget's own, found by their words. */
export function EmojiPicker({ onChoose, onClose }: EmojiPickerProps) {
  const [asked, ask] = useState('');
  const picker = useRef<HTMLDivElement>(null);
  const { emoji: words } = composerWords;
  const [said, say] = useState<EmojiWords>(ENGLISH);
  const found = findEmoji(said, asked);
  useEffect(() => {
    let isWanted = true;
    void fetchEmojiWords(spoken()).then((fetched) => isWanted && say(fetched));
    return () => {
      isWanted = false;
    };
  }, []);
  useLayoutEffect(() => picker.current?.querySelector('input')?.focus(), []);
  const move = (from: Element, step: number) => {
    const all = [...(picker.current?.querySelectorAll<HTMLElement>('.sign') ?? [])];
    const at = all.indexOf(from as HTMLElement);
    const next = all[at < 0 ? 0 : at + step];
    if (next) next.focus();
    else if (at + step < 0) picker.current?.querySelector('input')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const at = event.target as HTMLElement;
    const isSign = at.matches('.sign');
    const turned = document.dir === 'rtl' ? -1 : 1;
    const step = { ArrowRight: turned, ArrowLeft: -turned, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (isComposing(event)) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && !isSign) found[0] && onChoose(found[0][0]);
    else if (step && (isSign || event.key === 'ArrowDown')) move(at, step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="emoji-picker" role="dialog" aria-label={words.open} ref={picker} onKeyDown={onKey}>
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={asked}
        onInput={(event) => ask(event.currentTarget.value)}
      />
      <div class="signs" lang={said === ENGLISH ? 'en' : spoken()}>
        {found.map(([sign, name], index) => (
          <button
            key={sign}
            type="button"
            class="sign"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={name}
            title={name}
            onClick={() => onChoose(sign)}
          >
            {sign}
          </button>
        ))}
      </div>
      <p class="quiet" role="status">
        {found.length === 0 && words.none}
      </p>
    </div>
  );
}
