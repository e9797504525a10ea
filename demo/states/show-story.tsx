import { render } from 'preact';
import { realClock } from '../../console/browser/real-clock.ts';
import type { App } from '../../console/model/app.ts';
import { Root } from '../../console/ui/root.tsx';
import { nextStory, pressed, type Story } from './console-story.ts';

/**
 * The story that the address names (`?state=NAME`, or `#NAME`), and every other one that it names later, in the same page: looking through all of them need not load it each time.
 * `data-drawn` on the body says which one stands there, with all that it presses.
 */
export function showStories(stories: Record<string, Story>, create: (story: Story) => App, contents: () => void): void {
  const place = document.getElementById('console') as HTMLElement;
  let before: App | null = null;
  const show = async () => {
    const name = location.hash.slice(1) || new URLSearchParams(location.search).get('state') || '';
    const story = stories[name];
    const mine = nextStory();
    delete document.body.dataset.drawn;
    render(null, place);
    before?.desk.value?.dispose();
    if (!story) return contents();
    const app = create(story);
    before = app;
    app.start(story.setUp ? 'token' : null);
    render(<Root app={app} />, place);
    await new Promise<void>((resolve) => realClock.after(50, resolve));
    // What never ends, such as a sign-in that is refused late, is not waited for.
    void story.act?.(app);
    if (await pressed(mine)) document.body.dataset.drawn = name;
  };
  window.addEventListener('hashchange', () => void show());
  void show();
}
