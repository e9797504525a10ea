import { useEffect, useRef } from 'preact/hooks';
import { AskRing } from './ask-ring.tsx';
import { useApp, useDesk } from './context.ts';
import { FollowUpBar } from './follow-up-bar.tsx';
import { IdleBar } from './idle-bar.tsx';
import { InboxPage } from './inbox-page.tsx';
import { Lazy } from './lazy.tsx';
import { LinkBar } from './link-bar.tsx';
import { MissedBar } from './missed-bar.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import { shellCommands } from './shell-commands.ts';
import { strings } from './strings.ts';
import { UnsentBar } from './unsent-bar.tsx';
import { useCommands } from './use-commands.ts';

export const loadSettings = () => import('./settings-page.tsx').then((page) => page.SettingsPage);
const loadFind = () => import('./find-page.tsx').then((page) => page.FindPage);
const loadVisitors = () => import('./visitors-page.tsx').then((page) => page.VisitorsPage);
const loadFollowUps = () => import('./follow-ups-page.tsx').then((page) => page.FollowUpsPage);
const loadDialog = () => import('./follow-up-dialog.tsx').then((file) => file.FollowUpDialog);
const loadLater = () => import('./later-dialog.tsx').then((file) => file.LaterDialog);
const loadReports = () => import('./reports/page.tsx').then((page) => page.ReportsPage);
const loadPalette = () => import('./palette.tsx').then((file) => file.PaletteDialog);
const loadKeys = () => import('./keys-sheet.tsx').then((file) => file.KeysSheet);
const loadGuideBar = () => import('./setup/guide-bar.tsx').then((bar) => bar.GuideBar);
const loadMentions = () => import('./mention-bar.tsx').then((file) => file.MentionBar);
const loadBoard = () => import('./board-page.tsx').then((page) => page.BoardPage);

/** The frame of a signed-in agent: rail, bar about the link, the page. */
export function Shell() {
  const app = useApp();
  const desk = useDesk();
  const { route } = app;
  const { followUps } = desk;
  useCommands(() => shellCommands(app, desk), [app, desk]);
  const main = useRef<HTMLElement>(null);
  const page = route.value.name;
  const isWall = route.value.name === 'board' && route.value.wall === true;
  const shownBefore = useRef(page);
  // Another page is another content: the keyboard and the screen reader follow.
  useEffect(() => {
    if (shownBefore.current !== page) main.current?.focus();
    shownBefore.current = page;
  }, [page]);
  return (
    <div class={isWall ? 'shell shell-wall' : 'shell'}>
      <a class="skip" href="#content">
        {strings.skip}
      </a>
      {!isWall && <Rail />}
      <div class="stage">
        <div class="bars">
          <LinkBar />
          <UnsentBar />
          <IdleBar />
          <FollowUpBar />
          <MissedBar />
          {app.setup.guide.value?.endedAt === null && <Lazy load={loadGuideBar} />}
          {/* There from the beginning, so that what comes into it is read out. */}
          <div class="link-bar-place" role="alert">
            <Lazy load={loadMentions} quiet />
          </div>
        </div>
        <main id="content" class={`page page-${page}`} ref={main} tabIndex={-1}>
          {page === 'inbox' && <InboxPage />}
          {page === 'reports' && <Lazy key={page} load={loadReports} />}
          {page === 'board' && <Lazy key={page} load={loadBoard} />}
          {page === 'visitors' && <Lazy key={page} load={loadVisitors} />}
          {page === 'find' && <Lazy key={page} load={loadFind} />}
          {page === 'followups' && <Lazy key={page} load={loadFollowUps} />}
          {page === 'settings' && <Lazy key={page} load={loadSettings} />}
        </main>
        <AskRing />
        {followUps.asking.value !== null && <Lazy load={loadDialog} quiet />}
        {desk.composing.asking.value !== null && <Lazy load={loadLater} quiet />}
        {app.palette.shown.value === 'palette' && <Lazy load={loadPalette} quiet />}
        {app.palette.shown.value === 'keys' && <Lazy load={loadKeys} quiet />}
        <NoticeBar />
      </div>
    </div>
  );
}
