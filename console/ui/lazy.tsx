import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Empty } from './empty.tsx';
import { AlertIcon } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';

/** `() => import('./board-page.tsx').then((page) => page.BoardPage)`: the same function each time. */
export type Load<P> = () => Promise<FunctionComponent<P>>;

type Props<P> = {
  load: Load<P>;
  /** A dialog: nothing stands in its place until it is there. */
  quiet?: boolean;
  /** Stands in its place until it is there, instead of cards. */
  waiting?: ComponentChildren;
} & (Record<never, never> extends P ? { with?: P } : { with: P });

interface Part {
  view: FunctionComponent<never>;
}

/** What has come once is drawn at once from then on: nothing flashes. */
const known = new WeakMap<Load<never>, Part>();

/** Fetches a part, or answers with what is there. */
export async function fetchPart<P>(load: Load<P>): Promise<void> {
  const view = await load();
  if (!known.has(load)) known.set(load, { view });
}

/** Parts that somebody will want soon come in the quiet after the first drawing, so that nobody waits for them. */
export function useEarly(loads: readonly Load<never>[]): void {
  useEffect(() => {
    // What does not come now is asked for again when it is drawn, and that says so.
    for (const load of loads) fetchPart(load).catch(() => undefined);
  }, [loads]);
}

/** A page that is fetched when somebody goes there: most people never open most settings. */
export function Lazy<P>({ load, quiet = false, waiting, with: given }: Props<P>) {
  const [page, setPage] = useState<Part | 'loading' | 'failed'>(known.get(load) ?? 'loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const here = known.get(load);
    setPage(here ?? 'loading');
    if (here) return;
    fetchPart(load).then(
      () => wanted && setPage(known.get(load) ?? 'failed'),
      () => wanted && setPage('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [load, tries]);
  if (page === 'loading') return <>{quiet ? null : (waiting ?? <Skeleton rows={4} kind="cards" />)}</>;
  if (page === 'failed') {
    const failed = (
      <Empty icon={<AlertIcon size={28} />} title={strings.pageFailed}>
        <button type="button" class="button" onClick={() => setTries(tries + 1)}>
          {strings.retry}
        </button>
      </Empty>
    );
    // In place of a dialog it stands at the end of the page, where nobody looks for it.
    return quiet ? <div role="alert">{failed}</div> : failed;
  }
  const View = page.view as FunctionComponent<object>;
  return <View {...given} />;
}
