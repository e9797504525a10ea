import { chartWords } from '../strings-of-charts.ts';

/** What this view shows, as a file: of views that are more than one table. */
export function FileLink({ href, of }: { href: string; of: string }) {
  return (
    <p class="report-file">
      <a class="button button-small" href={href} download aria-label={chartWords.csvOf(of)}>
        {chartWords.csv}
      </a>
    </p>
  );
}
