import { viewWords } from '../strings-of-views.ts';
import { pick } from './measure-book.ts';
import { SplitTable } from './split-table.tsx';
import { usePlace } from './use-measures.ts';

const COLUMNS = pick(
  'episodes',
  'firstResponse',
  'response',
  'serviceLevel',
  'queue',
  'abandonedShare',
  'csat',
  'firstContact',
  'reopened',
  'complaints',
);

/** All figures by one split: departments, sites, segments, purchase stage, language, page. */
export function Splits() {
  return usePlace().split === null ? <p class="quiet">{viewWords.splitChoose}</p> : <SplitTable entries={COLUMNS} />;
}
