import { useEffect, useRef } from 'preact/hooks';
import { useApp } from './context.ts';
import { InboxPage } from './inbox-page.tsx';
import { LinkBar } from './link-bar.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import { ReportsPage } from './reports-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { strings } from './strings.ts';
import { UnsentBar } from './unsent-bar.tsx';

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
        <LinkBar />
        <UnsentBar />
        <main id="content" class={`page page-${page}`} ref={main} tabIndex={-1}>
          {page === 'inbox' && <InboxPage />}
          {page === 'reports' && <ReportsPage />}
          {page === 'settings' && <SettingsPage />}
        </main>
        <NoticeBar />
      </div>
    </div>
  );
}
