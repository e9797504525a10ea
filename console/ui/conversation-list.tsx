import { reasonName } from './availability-select.tsx';
import { useApp, useDesk } from './context.ts';
import { Empty } from './empty.tsx';
import { AlertIcon, BellIcon } from './icons.tsx';
import { ListEnd } from './inbox/list-end.tsx';
import { ListHead } from './inbox/list-head.tsx';
import { LongestBar } from './inbox/longest-bar.tsx';
import { Rows } from './inbox/rows.tsx';
import { Lazy, useEarly } from './lazy.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';
import { inboxWords as words } from './strings-of-inbox.ts';

const loadBulk = () => import('./inbox/bulk-bar.tsx').then((file) => file.BulkBar);
const loadChips = () => import('./inbox/filter-chips.tsx').then((file) => file.FilterChips);
const EARLY = [loadBulk, loadChips];
const loadView = () => import('./inbox/view-dialog.tsx').then((file) => file.ViewDialog);

export function ConversationList() {
  const { lists } = useDesk();
  useEarly(EARLY);
  const isBulk = lists.selection.count.value > 0 || lists.bulk.progress.value || lists.bulk.result.value;
  return (
    <section class="list-place" aria-labelledby="list-title">
      <ListHead />
      {Object.keys(lists.place.value.filter).length > 0 && <Lazy load={loadChips} quiet />}
      <AwayBar />
      <LongestBar />
      {isBulk && <Lazy load={loadBulk} quiet />}
      <ListBody />
      {lists.editing.value && <Lazy load={loadView} quiet />}
    </section>
  );
}

function AwayBar() {
  const { notice } = useApp();
  const desk = useDesk();
  const { availability } = desk;
  if (availability.value.value !== 'away') return null;
  if (!desk.may('conversation:serve')) {
    return <p class="away-bar">{strings.team.away.viewer}</p>;
  }
  const reason = availability.reason.value;
  const comeBack = async () => {
    if (!(await availability.set('available'))) notice.show('not_set');
  };
  return (
    <div class="away-bar">
      <p>{reason === null ? strings.availability.awayBar : strings.team.away.bar(reasonName(reason))}</p>
      <button type="button" class="button button-small" onClick={() => void comeBack()}>
        {strings.availability.becomeAvailable}
      </button>
    </div>
  );
}

function ListBody() {
  const { inbox, availability, lists } = useDesk();
  const place = lists.place.value;
  const isClosed = place.view === 'closed';
  const state = isClosed ? lists.closed.state.value : inbox.state.value;
  if (lists.listed.value.length > 0) return <Rows key={lists.key.value} />;
  if (state === 'loading' || state === 'idle') return <Skeleton rows={5} kind="rows" />;
  if (state === 'failed') {
    return (
      <Empty icon={<AlertIcon size={28} />} title={isClosed ? words.moreFailed : strings.list.failed}>
        <button type="button" class="button" onClick={() => (isClosed ? lists.closed.more() : inbox.ask())}>
          {strings.retry}
        </button>
      </Empty>
    );
  }
  if (lists.filters.value > 0)
    return (
      <Empty icon={<BellIcon size={28} />} title={words.nothingFiltered}>
        <ListEnd />
      </Empty>
    );
  if (place.view !== 'all')
    return <Empty icon={<BellIcon size={28} />} title={words.nothing} hint={words.nothingHint} />;
  const isAway = availability.value.value === 'away';
  const hint = isAway ? strings.list.emptyAway : strings.list.emptyHint;
  return <Empty icon={<BellIcon size={28} />} title={strings.list.empty} hint={hint} />;
}
