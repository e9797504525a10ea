import { useDesk } from '../context.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { pick } from './measure-book.ts';
import { GroupsOf } from './split-table.tsx';

const COLUMNS = pick(
  'episodes',
  'firstResponse',
  'response',
  'serviceLevel',
  'handling',
  'csat',
  'firstContact',
  'reopened',
);

/** Each agent's own figures, by name. Whoever may not see the team sees only their own (the relay answers no others). */
export function Agents() {
  const isOwn = !useDesk().may('report:team');
  return (
    <>
      {isOwn && (
        <p class="report-own">
          <strong>{words.ownFigures}.</strong> {words.ownFiguresHint}
        </p>
      )}
      <GroupsOf split="agent" entries={COLUMNS} title={viewWords.agentsTitle} unit={viewWords.agentsUnit} />
    </>
  );
}
