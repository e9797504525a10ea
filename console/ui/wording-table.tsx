import type { WordingFigure } from '../../protocol/wire/measures.ts';
import { LOCALE, languageName, number, percent, points } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { reportWords } from './strings-of-reports.ts';
import { wordingWords as words } from './strings-of-wordings.ts';
import { TableScroll } from './table-scroll.tsx';

export type AskedQuestion = WordingFigure['question'];

interface Props {
  question: AskedQuestion;
  /** Of this question alone. */
  wordings: readonly WordingFigure[];
  zone: string;
  title: string;
  /** Where the rows behind one of them are. */
  hrefOf(wording: WordingFigure): string;
}

/** The questions whose words are an owner's, or changed: where all were asked in our own, there is nothing to tell. */
export function toldQuestions(wordings: readonly WordingFigure[]): [AskedQuestion, WordingFigure[]][] {
  const all = (['score', 'effort', 'recommend'] as const).map((question): [AskedQuestion, WordingFigure[]] => [
    question,
    wordings.filter((one) => one.question === question),
  ]);
  return all.filter(([, own]) => own.some((one) => Object.keys(one.words).length > 0));
}

/** Each version of a question with its own answers: what was asked otherwise is never put together unsaid (K10). */
export function WordingTable({ question, wordings, zone, title, hrefOf }: Props) {
  const sites = new Set(wordings.map(({ siteId }) => siteId));
  const spell = question === 'recommend' ? points : percent;
  return (
    <>
      <TableScroll label={title}>
        <table class="episode-table wordings">
          <thead>
            <tr>
              <th scope="col">{words.words}</th>
              <th scope="col">{words.asked}</th>
              <th scope="col" class="cell-figure">
                {words.answers}
              </th>
              <th scope="col" class="cell-figure">
                {words.value[question]}
              </th>
            </tr>
          </thead>
          <tbody>
            {wordings.map((one) => (
              <tr key={`${one.siteId} ${one.since}`}>
                <th scope="row">
                  <Said of={one.words} />
                  {sites.size > 1 && <span class="cell-site">{one.siteName}</span>}
                </th>
                <td class="cell-when">{spanOf(one, zone)}</td>
                <td class="cell-figure">
                  <a class="figure figure-note" href={hrefOf(one)} title={reportWords.showRows(words.rows[question])}>
                    <bdi>{number(one.n)}</bdi>
                  </a>
                </td>
                <td class="cell-figure">
                  <bdi>{one.value === null ? reportWords.none : spell(one.value)}</bdi>
                  {one.low !== null && one.high !== null && (
                    <span class="cell-site">
                      <bdi>{reportWords.interval(spell(one.low), spell(one.high))}</bdi>
                    </span>
                  )}
                  {one.few && (
                    <span class="few">
                      <AlertIcon size={14} />
                      {reportWords.few}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {wordings.length > sites.size && <p class="card-note">{words.changed(wordings.length)}</p>}
    </>
  );
}

function Said({ of }: { of: WordingFigure['words'] }) {
  const said = Object.entries(of);
  if (said.length === 0) return <>{words.ourOwn}</>;
  return (
    <>
      {said.map(([language, text]) => (
        <span key={language} class="wording" dir="auto">
          {words.quoted(text, languageName(language))}
        </span>
      ))}
      <span class="cell-site">{words.otherwise}</span>
    </>
  );
}

function spanOf({ since, until }: WordingFigure, timeZone: string): string {
  const form = new Intl.DateTimeFormat(LOCALE, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  if (until === null) return since === 0 ? words.always : words.from(form.format(since));
  return since === 0 ? words.until(form.format(until)) : words.fromTo(form.format(since), form.format(until));
}
