import type { PageView } from '../model/ports.ts';

/** What the relay takes of an address and of a title, characters. */
export interface PageLimits {
  url: number;
  title: number;
}

/** `around`: the page that holds the frame in which this runs. */
export function watchPageView(limits: PageLimits, around?: { href: string; protocol: string }): PageView {
  return {
    isVisible: () => document.visibilityState === 'visible',
    where() {
      const { href, protocol } = around ?? location;
      if (!protocol.startsWith('http') || href.length > limits.url) return undefined;
      const title = document.title.replace(/\p{Surrogate}/gu, '').slice(0, limits.title - 1);
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      return { url: href, title, language: navigator.language, zone, referrer: document.referrer };
    },
    listen(changed) {
      const stop = new AbortController();
      const { signal } = stop;
      const back = () => changed('back');
      document.addEventListener(
        'visibilitychange',
        () => changed(document.visibilityState === 'visible' ? 'shown' : 'hidden'),
        { signal },
      );
      addEventListener('online', back, { signal });
      addEventListener('focus', back, { signal });
      addEventListener('pageshow', back, { signal });
      document.addEventListener('resume', back, { signal });
      const away = () => changed('away');
      addEventListener('pagehide', away, { signal });
      document.addEventListener('freeze', away, { signal });
      return () => stop.abort();
    },
  };
}
