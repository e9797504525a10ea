/** The tag's own settings, as texts: only they can be written on another tag. */
type Options = Readonly<Record<string, unknown>> & { scriptUrl: string };

interface Page {
  (...call: unknown[]): unknown;
  logout(): void;
  open(): void;
}

/** What the page's commands do in the browser. */
export function createPagePorts(options: Options, title: () => string) {
  let popped = '';
  let last: Window | undefined;
  return {
    /** The window that was popped out is not made again. */
    dispose: () => URL.revokeObjectURL(popped),
    warn: (text: string) => console.warn(text),
    soon: (run: () => void) => queueMicrotask(run),
    restart(calls: readonly [string, ...unknown[]][], open: boolean) {
      const page = window.Deskbell as unknown as Page | undefined;
      if (!page) return;
      page.logout();
      for (const call of calls) page(...call);
      if (open) page.open();
    },
    /** False: the browser opened none. */
    popOut(): boolean {
      const width = 400;
      const place = `popup,width=${width},height=680,left=${screen.width - width}`;
      const child = window.open('', `deskbell-${options.site}`, place);
      if (!child) return false;
      if (isOurs(child, last)) child.focus();
      else {
        last = child;
        URL.revokeObjectURL(popped);
        popped = URL.createObjectURL(new Blob([pageOf(options, title())], { type: 'text/html' }));
        child.location.replace(popped);
      }
      return true;
    },
  };
}

/** The chat stands in it, or is on its way. Whoever goes elsewhere in it takes it from us, and we may not look. */
function isOurs(child: Window, last?: Window): boolean {
  try {
    return (child === last ? /^[ab]/ : /^b/).test(child.location.protocol);
  } catch {
    return false;
  }
}

/** They belong to the page around. Nor does a place or a radius of the page count: of two attributes of a name the first one does. */
const LEFT_OUT = new Set(['scriptUrl', 'launcher', 'hidden', 'autoboot']);

/**
 * A page of this page's own origin, so that it is the same visitor, under this page's own policy. Its tag is read by the
 * browser as any page's is: no script is made by a script, which Trusted Types would refuse (decision 0153).
 */
function pageOf(options: Options, title: string): string {
  const tag = [...document.scripts].find(({ src }) => src === options.scriptUrl);
  const attributes: [string, unknown][] = [
    ['src', options.scriptUrl],
    ...['nonce', 'integrity', 'crossOrigin'].map((name): [string, unknown] => [name, tag && Reflect.get(tag, name)]),
    ...Object.entries(options).map(([name, value]): [string, unknown] => [
      `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      LEFT_OUT.has(name) || typeof value === 'object' ? undefined : value,
    ]),
  ];
  const written = attributes.map(([name, value]) => (value || value === 0 ? ` ${name}="${escaped(`${value}`)}"` : ''));
  const { lang } = document.documentElement;
  return `<!doctype html><html lang="${escaped(lang)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><body><script async data-inline="body" data-radius="0"${written.join('')}></script>`;
}

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
