import type { Section } from '../model/inbox-sections.ts';
import { reasonName } from './availability-select.tsx';
import { useApp, useDesk } from './context.ts';
import { ConversationRow } from './conversation-row.tsx';
import { Empty } from './empty.tsx';
import { AlertIcon, BellIcon } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';

export function ConversationList() {
  return (
    <section class="list-place" aria-labelledby="list-title">
      <div class="list-head">
        <h2 id="list-title">{strings.list.title}</h2>
      </div>
      <AwayBar />
      <div class="list-scroll">
        <ListBody />
      </div>
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
  const { inbox, availability } = useDesk();
  const state = inbox.state.value;
  const sections = inbox.sections.value;
  if (sections.length > 0) return <List sections={sections} />;
  if (state === 'loading') return <Skeleton rows={5} kind="rows" />;
  if (state === 'failed') {
    return (
      <Empty icon={<AlertIcon size={28} />} title={strings.list.failed}>
        <button type="button" class="button" onClick={() => inbox.ask()}>
          {strings.retry}
        </button>
      </Empty>
    );
  }
  const isAway = availability.value.value === 'away';
  const hint = isAway ? strings.list.emptyAway : strings.list.emptyHint;
  return <Empty icon={<BellIcon size={28} />} title={strings.list.empty} hint={hint} />;
}

/** One list, so that assistive technology counts it as one; the first row of a section carries the section's name. */
function List({ sections }: { sections: Section[] }) {
  return (
    <ul class="list" aria-label={strings.list.label} onKeyDown={moveFocus}>
      {sections.map((section) =>
        section.conversations.map((summary, index) => (
          <li key={summary.id}>
            {index === 0 && (
              <h3 class="list-section">
                {strings.list.sections[section.name]} <span>{section.conversations.length}</span>
              </h3>
            )}
            <ConversationRow summary={summary} section={section.name} />
          </li>
        )),
      )}
    </ul>
  );
}

const MOVES: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Arrow keys, Home and End move between the rows; each row stays a link of its own. */
function moveFocus(event: KeyboardEvent): void {
  const move = MOVES[event.key];
  if (!move) return;
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('a.row')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  rows[move(at, rows.length)]?.focus();
}
