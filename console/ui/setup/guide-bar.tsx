import { useApp, useDesk } from '../context.ts';
import { setupWords as words } from '../strings-of-setup.ts';

/** While the first run is not over: the way back to it, from everywhere but from itself (Z20). */
export function GuideBar() {
  const app = useApp();
  const desk = useDesk();
  const { setup } = app;
  const guide = setup.guide.value;
  const { route } = app;
  const isThere = route.value.name === 'settings' && route.value.page === 'start';
  if (!guide || guide.endedAt !== null || isThere || !desk.may('settings:write')) return null;
  return (
    <section class="link-bar" aria-label={words.guide}>
      <span>{words.guideBar}</span>
      <a class="button button-small" href={app.hrefOf({ name: 'settings', page: 'start' })}>
        {words.guideGo}
      </a>
      <button type="button" class="button button-small" onClick={() => void setup.end()}>
        {words.guideHide}
      </button>
    </section>
  );
}
