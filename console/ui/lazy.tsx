import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Empty } from './empty.tsx';
import { AlertIcon } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';

interface Props {
  /** `() => import('./board-page.tsx').then((page) => page.BoardPage)`: the same function each time. */
  load(): Promise<FunctionComponent>;
  /** A dialog: nothing stands in its place until it is there. */
  quiet?: boolean;
}

/** A page that is fetched when somebody goes there: most people never open most settings. */
export function Lazy({ load, quiet = false }: Props) {
  const [page, setPage] = useState<{ view: FunctionComponent } | 'loading' | 'failed'>('loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    setPage('loading');
    load().then(
      (view) => wanted && setPage({ view }),
      () => wanted && setPage('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [load, tries]);
  if (page === 'loading') return quiet ? null : <Skeleton rows={4} kind="cards" />;
  if (page === 'failed') {
    return (
      <Empty icon={<AlertIcon size={28} />} title={strings.pageFailed}>
        <button type="button" class="button" onClick={() => setTries(tries + 1)}>
          {strings.retry}
        </button>
      </Empty>
    );
  }
  const { view: View } = page;
  return <View />;
}
