import type { WordingFigure } from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { useApp } from '../context.ts';
import { wordingWords } from '../strings-of-wordings.ts';
import { toldQuestions, WordingTable } from '../wording-table.tsx';
import { usePlace } from './use-measures.ts';

/** What was answered, by the words that were asked; nothing where nobody chose words of their own (K10). */
export function Wordings({ wordings, csv }: { wordings: readonly WordingFigure[]; csv: string }) {
  const app = useApp();
  const place = usePlace();
  const hrefOf = ({ question, siteId, since }: WordingFigure) =>
    app.hrefOf({ ...place, only: { ...place.only, site: siteId }, which: `words:${question}-${since}` });
  return (
    <>
      {toldQuestions(wordings).map(([question, own]) => (
        <Chart
          key={question}
          title={wordingWords.titles[question]}
          unit={wordingWords.unit}
          csv={csv}
          twin={{ columns: [], rows: [] }}
          picture="table"
        >
          <WordingTable
            question={question}
            wordings={own}
            zone={app.reports.zoneOf(place)}
            title={wordingWords.titles[question]}
            hrefOf={hrefOf}
          />
        </Chart>
      ))}
    </>
  );
}
