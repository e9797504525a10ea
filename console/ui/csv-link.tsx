import { useApp } from './context.ts';
import { chartWords } from './strings-of-charts.ts';

/** The same table as a file. `path`: what is asked of the relay, with its query. */
export function CsvLink({ path, of }: { path: string; of: string }) {
  const { reports } = useApp();
  return (
    <a class="button button-small" href={reports.csvOf(path)} download aria-label={chartWords.csvOf(of)}>
      {chartWords.csv}
    </a>
  );
}
