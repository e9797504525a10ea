import { useEffect, useRef } from 'preact/hooks';
import { AskRing } from './ask-ring.tsx';
import { useApp } from './context.ts';
import { IdleBar } from './idle-bar.tsx';
import { InboxPage } from './inbox-page.tsx';
import { Lazy } from './lazy.tsx';
import { LinkBar } from './link-bar.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import { ReportsPage } from './reports-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { strings } from './strings.ts';
import { UnsentBar } from './unsent-bar.tsx';

const loadBoard = () => import('./board-page.tsx').then((page) => page.BoardPage);

/** The frame of a signed-in agent: rail, bar about the link, the page. */
export function Shell() {
  const { route } = useApp();
  const main = useRef<HTMLElement>(null);
  const page = route.value.name;
  const shownBefore = useRef(page);
  // Another page is another content: the keyboard and the screen reader follow.
  useEffect(() => {
    if (shownBefore.current !== page) main.current?.focus();
    shownBefore.current = page;
  }, [page]);
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {strings.skip}
      </a>
      <Rail />
      <div class="stage">
        <div class="bars">
          <LinkBar />
          <UnsentBar />
          <IdleBar />
        </div>
        <main id="content" class={`page page-${page}`} ref={main} tabIndex={-1}>
          {page === 'inbox' && <InboxPage />}
          {page === 'reports' && <ReportsPage />}
          {page === 'board' && <Lazy load={loadBoard} />}
          {page === 'settings' && <SettingsPage />}
        </main>
        <AskRing />
        <NoticeBar />
      </div>
    </div>
  );
}
