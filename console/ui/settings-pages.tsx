import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { SettingsPage as Page } from '../model/route.ts';
import { useApp } from './context.ts';
import { ChevronDownIcon } from './icons.tsx';
import { strings } from './strings.ts';
import { pageGroupWords as words } from './strings-of-page-groups.ts';
import { useMedia } from './use-media.ts';

/** Under which heading each page stands (Z22); the first two need none. */
const GROUP_OF: Readonly<Record<Page, keyof typeof words | null>> = {
  ...{ account: null, start: null },
  ...{ sites: 'window', look: 'window', front: 'window', proactive: 'window', files: 'window' },
  ...{ hours: 'service', queue: 'service', closing: 'service', routing: 'service', targets: 'service' },
  ...{ feedback: 'service', people: 'team', departments: 'team', rights: 'team', team: 'team', replies: 'team' },
  ...{ macros: 'team', tags: 'team', visitors: 'system', mail: 'system', privacy: 'system', services: 'system' },
  costs: 'system',
};
/** So few are seen at once. */
const UNGROUPED_MAX = 6;

/** The pages of the settings that are open to me: beside the page where there is room, else one line that unfolds. */
export function SettingsPages({ here, open }: { here: Page; open: readonly Page[] }) {
  const isNarrow = useMedia('(max-width: 999px)');
  if (!isNarrow) return <PageLinks here={here} open={open} />;
  return (
    // Another page folds it again.
    <details key={here} class="pages-fold">
      <summary>
        {strings.settings.pages[here]}
        <ChevronDownIcon size={18} />
      </summary>
      <PageLinks here={here} open={open} />
    </details>
  );
}

function PageLinks({ here, open }: { here: Page; open: readonly Page[] }) {
  const nav = useRef<HTMLElement>(null);
  // The list has a scroll of its own where it is higher than the window; the page stays where it is.
  useLayoutEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (!nav.current || !current) return;
    const [around, box] = [nav.current.getBoundingClientRect(), current.getBoundingClientRect()];
    if (box.bottom > around.bottom) nav.current.scrollTop += box.bottom - around.bottom + box.height;
  }, [here]);
  return (
    <nav ref={nav} class="pages" aria-label={strings.settings.pagesLabel}>
      {groupsOf(open).map(([group, pages]) => (
        <PageGroup key={group} title={group && words[group]} here={here} pages={pages} />
      ))}
    </nav>
  );
}

function PageGroup({ title, here, pages }: { title: string | null; here: Page; pages: readonly Page[] }) {
  const app = useApp();
  const id = useId();
  return (
    <div>
      {title && (
        <p id={id} class="pages-group">
          {title}
        </p>
      )}
      <ul aria-labelledby={title ? id : undefined}>
        {pages.map((page) => (
          <li key={page}>
            <a href={app.hrefOf({ name: 'settings', page })} aria-current={page === here ? 'page' : undefined}>
              {strings.settings.pages[page]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function groupsOf(open: readonly Page[]): [keyof typeof words | null, Page[]][] {
  if (open.length <= UNGROUPED_MAX) return [[null, [...open]]];
  const groups = new Map<keyof typeof words | null, Page[]>();
  for (const page of open) groups.set(GROUP_OF[page], [...(groups.get(GROUP_OF[page]) ?? []), page]);
  return [...groups];
}
