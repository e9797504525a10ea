import { type EmojiWords, ENGLISH } from '../../protocol/kit/emoji/english.ts';
import { fetchEmojiWords } from '../../protocol/kit/emoji/fetch-emoji-words.ts';
import { findEmoji } from '../../protocol/kit/emoji/find-emoji.ts';
import { emojiStrings as words } from './emoji-strings.ts';
import { handed } from './handed.ts';
import { strings } from './strings.ts';
import css from './styles/emoji.css?inline';

export { css, words };

export interface EmojiProps {
  box: { current: HTMLTextAreaElement | null };
  write(draft: string): void;
}

/** The signs in a row of the picker; the arrows up and down go by it. */
const COLUMNS = 8;

/** A button beside the text box, and the signs it opens. What is chosen stands where the writer was. */
export function View({ box, write }: EmojiProps) {
  const [open, setOpen] = handed.useState(false);
  const place = handed.useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    box.current?.focus();
  };
  const choose = (sign: string) => {
    const area = box.current;
    if (area) {
      area.setRangeText(sign, area.selectionStart, area.selectionEnd, 'end');
      write(area.value);
    }
    close();
  };
  handed.useEffect(() => {
    if (!open) return;
    const root = place.current?.getRootNode();
    const away = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    root?.addEventListener('pointerdown', away);
    return () => root?.removeEventListener('pointerdown', away);
  }, [open]);
  return (
    <div class="emoji-place" ref={place}>
      <button
        type="button"
        class="quiet square"
        aria-label={words.emoji}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM7.500 8.200v.1M12.500 8.200v.1M7 12a3.700 3.700 0 0 0 6 0" />
        </svg>
      </button>
      {open && <Picker choose={choose} close={close} />}
    </div>
  );
}

function Picker({ choose, close }: { choose(sign: string): void; close(): void }) {
  const [asked, ask] = handed.useState('');
  const picker = handed.useRef<HTMLDivElement>(null);
  const [said, say] = handed.useState<EmojiWords>(ENGLISH);
  const found = findEmoji(said, asked);
  const { lang } = strings;
  handed.useEffect(() => {
    let isWanted = true;
    void fetchEmojiWords(lang).then((fetched) => isWanted && say(fetched));
    return () => {
      isWanted = false;
    };
  }, [lang]);
  handed.useLayoutEffect(() => picker.current?.querySelector('input')?.focus(), []);
  const move = (from: Element, step: number) => {
    const all = [...(picker.current?.querySelectorAll<HTMLElement>('.sign') ?? [])];
    const at = all.indexOf(from as HTMLElement);
    const next = all[at < 0 ? 0 : at + step];
    if (next) next.focus();
    else if (at + step < 0) picker.current?.querySelector('input')?.focus();
  };
  return (
    <div
      class="emoji-picker"
      role="dialog"
      aria-label={words.emoji}
      ref={picker}
      onKeyDown={(event) => {
        const at = event.target as HTMLElement;
        const isSign = at.matches('.sign');
        const turned = at.matches(':dir(rtl)') ? -1 : 1;
        const step = { ArrowRight: turned, ArrowLeft: -turned, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && !isSign && !event.isComposing) found[0] && choose(found[0][0]);
        else if (step && (isSign || event.key === 'ArrowDown')) move(at, step);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <input
        class="input"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={asked}
        onInput={(event) => ask(event.currentTarget.value)}
      />
      <div class="signs" lang={said === ENGLISH ? 'en' : lang}>
        {found.map(([sign, name], index) => (
          <button
            key={sign}
            type="button"
            class="sign"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={name}
            title={name}
            onClick={() => choose(sign)}
          >
            {sign}
          </button>
        ))}
      </div>
      <p class="hint" role="status">
        {found.length === 0 && words.none}
      </p>
    </div>
  );
}
