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
      // Its `signal` is all that a listener's options are asked for.
      const stop = new AbortController();
      const back = () => changed('back');
      document.addEventListener(
        'visibilitychange',
        () => changed(document.visibilityState === 'visible' ? 'shown' : 'hidden'),
        stop,
      );
      addEventListener('online', back, stop);
      addEventListener('focus', back, stop);
      addEventListener('pageshow', back, stop);
      document.addEventListener('resume', back, stop);
      const away = () => changed('away');
      addEventListener('pagehide', away, stop);
      document.addEventListener('freeze', away, stop);
      return () => stop.abort();
    },
  };
}
