import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { Composer, type TextRules } from './composer.tsx';

import type { Formats } from './formats.ts';
import { handed } from './handed.ts';
import { Header } from './header.tsx';
import { Later } from './later.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { ServiceLine } from './service-line.tsx';
import type { Side } from './side.ts';
import { strings } from './strings.ts';
import { Thread } from './thread.tsx';
import type { Views } from './views.ts';

Object.assign(handed, { useEffect, useLayoutEffect, useRef, useState, Later, ServiceLine });

export interface PanelProps {
  chat: ChatState & ChatActions;
  formats: Formats;
  rules: TextRules;
  views: Views;
  /** It stands in the page instead of floating over it: it takes no focus, and does not close. */
  inline?: boolean;
  /** It takes the focus when it is drawn. */
  enters?: boolean;
  /** The address of the owner's picture. */
  logo?: string | undefined;
  copy(text: string): void;
  /** The person closed it: the focus goes back to the launcher. */
  onClose(): void;
}

/** The open chat. Drawn only while it is open. */
export function Panel({
  chat,
  formats,
  rules,
  views,
  inline = false,
  enters = !inline,
  logo,
  copy,
  onClose,
}: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  const screen = chat.screen.value;
  const [side, turn] = useState<Side>(null);
  const back = () => turn(null);
  // Leaving the address takes its form away, as a change of screen does; so does a view that comes later.
  useFocus(panel, `${side} ${screen} ${chat.contact.value} ${views.ended.view.value !== null}`, enters);
  return (
    <section
      class="panel"
      lang={strings.lang}
      dir={strings.dir}
      role={inline ? 'region' : 'dialog'}
      aria-label={strings.chat}
      ref={panel}
      onKeyDown={(event) => {
        // To the page these keys would seem to come from no text box: its shortcuts must not hear them (W5).
        event.stopPropagation();
        if (event.key === 'Escape' && !event.isComposing && !inline) onClose();
      }}
      onKeyUp={(event) => event.stopPropagation()}
      onKeyPress={(event) => event.stopPropagation()}
      // A dialog of the page that takes the focus back, as Bootstrap's does, would take every letter.
      onFocusIn={(event) => event.stopPropagation()}
    >
      <Header
        chat={chat}
        formats={formats}
        views={views}
        onTurn={turn}
        logo={logo}
        onClose={inline ? undefined : onClose}
      />
      <NoticeBar chat={chat} views={views} />
      {side ? (
        <Later of={views[side]} with={{ chat, formats, back, links: views.links }} />
      ) : (
        <>
          <Thread chat={chat} formats={formats} copy={copy} views={views} />
          <div class="bottom">
            {screen === 'rating' || screen === 'ended' || screen === 'blocked' ? (
              <Later of={views.ended} with={{ chat, views }} />
            ) : (
              <Composer chat={chat} rules={rules} views={views} />
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** Into the box on opening; and where a change of screen takes the focused element away, to what comes in its place. */
function useFocus(panel: { current: HTMLElement | null }, face: string, atOnce: boolean): void {
  const drawn = useRef(face);
  const wasInside = useRef(false);
  // Asked while the old screen still stands: once it is gone, nobody can tell whether it had the focus.
  if (drawn.current !== face) wasInside.current = holdsFocus(panel.current);
  drawn.current = face;

  const enter = () => panel.current?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
  // Before the first picture of it: who pressed the bell can write at once.
  useLayoutEffect(() => {
    if (atOnce) enter();
  }, []);
  useLayoutEffect(() => {
    if (wasInside.current && !holdsFocus(panel.current)) enter();
    wasInside.current = false;
  }, [face]);
}

function holdsFocus(panel: HTMLElement | null): boolean {
  const root = panel?.getRootNode() as Document | ShadowRoot | undefined;
  return panel?.contains(root?.activeElement ?? null) ?? false;
}
