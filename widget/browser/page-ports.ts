/** The tag's own settings, as texts: only they can be written on another tag. */
type Options = Readonly<Record<string, unknown>> & { scriptUrl: string };

interface Page {
  (...call: unknown[]): unknown;
  logout(): void;
  open(): void;
}

/** What the page's commands do in the browser. */
export function createPagePorts(options: Options, title: () => string) {
  return {
    warn: (text: string) => console.warn(text),
    soon: (run: () => void) => queueMicrotask(run),
    restart(calls: readonly [string, ...unknown[]][], open: boolean) {
      const page = window.Deskbell as unknown as Page | undefined;
      if (!page) return;
      page.logout();
      for (const call of calls) page(...call);
      if (open) page.open();
    },
    /** A window of this page's own origin, so that it is the same visitor; the tag in it fills it. */
    popOut() {
      const width = 400;
      const place = `popup,width=${width},height=680,left=${screen.width - width}`;
      const child = window.open('', `deskbell-${options.site}`, place);
      // Refused by the browser, or there already.
      if (!child || child.document.querySelector('script')) return child?.focus();
      const { document } = child;
      const script = document.createElement('script');
      for (const [name, value] of Object.entries(options))
        if (typeof value !== 'object' && value !== undefined) script.dataset[name] = String(value);
      delete script.dataset.scriptUrl;
      delete script.dataset.launcher;
      script.dataset.inline = 'main';
      script.src = options.scriptUrl;
      document.title = title();
      document.documentElement.lang = window.document.documentElement.lang;
      const main = document.createElement('main');
      document.body.style.margin = '0';
      main.style.height = '100dvh';
      document.body.append(main, script);
    },
  };
}
