import type { Address } from './address.ts';

export interface TrailPorts {
  now(): number;
  address(): Address;
  title(): string;
  isVisible(): boolean;
  /** In the tab's own storage: gone when it closes. */
  read(): string | null;
  write(text: string): void;
  /** She has a conversation that goes on: only then it is anybody's affair. */
  isTalking(): boolean;
  referrer(): string;
  zone(): string;
  send(body: string): void;
}

interface Seen {
  url: string;
  title: string;
  at: number;
  ms: number;
}

const PAGES_MAX = 30;
const CHARS_MAX = 300;
/** While the page stays the same, ms of sight between two words about it. */
const STEP_MS = 30_000;
const SLEPT_MS = 2_000;

/** J5: the pages of this visit. Without anything behind `?` and `#`, in this tab only, and sent only to somebody who answers. */
export function createTrail(ports: TrailPorts) {
  const pages: Seen[] = readPages(ports.read());
  let sentMs = -1;
  let sentUrl = '';

  const here = () => {
    const { origin, path } = ports.address();
    return origin + path;
  };
  const arrive = () => {
    pages.push({ url: here().slice(0, CHARS_MAX), title: ports.title().slice(0, CHARS_MAX), at: ports.now(), ms: 0 });
    if (pages.length > PAGES_MAX) pages.shift();
  };
  const spell = () =>
    pages
      .map(
        ({ url, title, at, ms }) =>
          `{"url":${JSON.stringify(url)},"title":${JSON.stringify(title)},"at":${at},"ms":${ms}}`,
      )
      .join(',');
  arrive();

  return {
    pass(ms: number) {
      const last = pages[pages.length - 1];
      if (!last) return;
      if (ports.isVisible()) last.ms += Math.round(Math.min(ms, SLEPT_MS));
      if (last.url !== here().slice(0, CHARS_MAX)) arrive();
      ports.write(writePages(pages));
      const latest = pages[pages.length - 1] ?? last;
      if (!ports.isTalking()) return;
      if (latest.url === sentUrl && latest.ms - sentMs < STEP_MS) return;
      [sentUrl, sentMs] = [latest.url, latest.ms];
      ports.send(
        `{"zone":${JSON.stringify(ports.zone())},"referrer":${JSON.stringify(ports.referrer())},"pages":[${spell()}]}`,
      );
    },
  };
}

/** One page a line; titles hold no line ends. */
function writePages(pages: readonly Seen[]): string {
  return pages.map(({ url, title, at, ms }) => `${at} ${ms} ${url} ${title.replace(/\s+/g, ' ')}`).join('\n');
}

/** What does not look like it is none. */
function readPages(kept: string | null): Seen[] {
  const pages: Seen[] = [];
  for (const line of (kept ?? '').split('\n')) {
    const parts = /^(\d{1,16}) (\d{1,12}) (https?:\S{1,300}) ?(.{0,300})$/.exec(line);
    if (parts) pages.push({ at: Number(parts[1]), ms: Number(parts[2]), url: parts[3] ?? '', title: parts[4] ?? '' });
  }
  return pages.slice(-PAGES_MAX);
}
