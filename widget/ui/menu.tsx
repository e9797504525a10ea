import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { handed } from './handed.ts';
import { menuStrings as words } from './menu-strings.ts';
import type { Side } from './side.ts';
import css from './styles/menu.css?inline';
import { applySize, TextSizes } from './text-sizes.tsx';

export { css, words };

export interface MenuProps {
  chat: Pick<ChatState, 'muted' | 'status' | 'canEnd' | 'shelf' | 'front'> & Pick<ChatActions, 'mute'>;
  onTurn(side: Side): void;
}

/** There is room for a larger one, and it stands in the page by itself: where it fills its place, that place is all there is. */
const ROOMY = '(min-width: 720px) and (min-height: 640px)';
const FILLS = '.inline, [data-fills]';

/** As it was last chosen: closed and opened again, the panel has the same size. Another page begins small. */
let isLarge = false;

/** What is there but not in the way. Arrows go through it, Escape and whatever else is pressed close it. */
export function View({ chat, onTurn }: MenuProps) {
  const [open, setOpen] = handed.useState(false);
  const place = handed.useRef<HTMLDivElement>(null);
  const button = handed.useRef<HTMLButtonElement>(null);
  useEntering(place, open, () => setOpen(false));
  handed.useLayoutEffect(() => {
    enlarge(place.current);
    return applySize(place.current, chat.shelf);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the menu inside
    <div
      class="menu-place"
      ref={place}
      onKeyDown={(event) => {
        if (!open) return;
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === 'Tab') return setOpen(false);
        if (step) move(place.current, event.target as HTMLElement, step);
        else if (event.key !== 'Escape') return;
        else {
          setOpen(false);
          button.current?.focus();
        }
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <button
        type="button"
        class="quiet square"
        ref={button}
        aria-label={words.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4.500 10h.1M10 10h.1M15.500 10h.1" stroke-width="2.75" />
        </svg>
      </button>
      {open && (
        <Items
          chat={chat}
          place={place.current}
          onTurn={(side) => {
            setOpen(false);
            onTurn(side);
          }}
        />
      )}
    </div>
  );
}

function Items({ chat, onTurn, place }: MenuProps & { place: HTMLElement | null }) {
  const muted = chat.muted.value !== null;
  const [large, setLarge] = handed.useState(isLarge);
  return (
    <div class="menu" role="menu" aria-label={words.more}>
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => onTurn('past')}>
        {words.past}
      </button>
      {chat.status.value !== 'none' && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={() => onTurn('keep')}>
          {words.keep}
        </button>
      )}
      {chat.canEnd.value && chat.front.value?.departments && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={() => onTurn('redirect')}>
          {words.redirect}
        </button>
      )}
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => onTurn('own')}>
        {words.own}
      </button>
      {canGrow(place) && (
        <button
          type="button"
          role="menuitemcheckbox"
          tabIndex={-1}
          aria-checked={large}
          onClick={() => {
            isLarge = !large;
            setLarge(isLarge);
            enlarge(place);
          }}
        >
          {words.larger}
        </button>
      )}
      <TextSizes place={place} shelf={chat.shelf} />
      <button
        type="button"
        role="menuitemcheckbox"
        tabIndex={-1}
        aria-checked={!muted}
        onClick={() => chat.mute(!muted)}
      >
        {words.sound}
      </button>
    </div>
  );
}

function canGrow(place: HTMLElement | null): boolean {
  const root = place?.getRootNode() as ShadowRoot | undefined;
  return matchMedia(ROOMY).matches && root?.host?.matches(FILLS) === false;
}

function enlarge(place: HTMLElement | null): void {
  place?.closest('.panel')?.toggleAttribute('data-large', isLarge);
}

function itemsIn(place: HTMLElement | null): HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

function move(place: HTMLElement | null, from: HTMLElement, step: number): void {
  const all = itemsIn(place);
  all.at((all.indexOf(from) + step) % all.length)?.focus();
}

/** Into the menu when it opens; whatever is pressed beside it closes it. */
function useEntering(place: { current: HTMLElement | null }, open: boolean, close: () => void): void {
  handed.useLayoutEffect(() => {
    if (!open) return;
    itemsIn(place.current)[0]?.focus();
    const root = place.current?.getRootNode();
    const away = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) close();
    };
    root?.addEventListener('pointerdown', away);
    return () => root?.removeEventListener('pointerdown', away);
  }, [open]);
}
