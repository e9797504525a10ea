import type { ComponentChildren } from 'preact';
import type { Person, SeenPage } from '../../protocol/wire/people.ts';
import { useDesk } from './context.ts';
import { dayTime, LOCALE, shortDuration, time } from './format.ts';
import { peopleWords as words } from './strings-of-people.ts';

/** How she came: device, language, her own time, and the pages of the visit (J4, J5). */
export function PersonVisit({ person: { visit, firstSeenAt, seenAt } }: { person: Person }) {
  const browser = visit ? words.browser(visit.browser, visit.system) : '';
  return (
    <section class="person-part" aria-label={words.visit}>
      <h3>{words.visit}</h3>
      <dl class="facts">
        <Fact name={words.device}>
          {browser || visit?.device ? (
            <>
              {visit?.device && words.devices[visit.device]} <bdi class="quiet">{browser}</bdi>
            </>
          ) : (
            <span class="quiet">{words.unknown}</span>
          )}
        </Fact>
        {visit?.language && (
          <Fact name={words.language}>
            <bdi>{nameOfLanguage(visit.language)}</bdi>
          </Fact>
        )}
        {visit?.zone && (
          <Fact name={words.localTime}>
            <LocalTime zone={visit.zone} />
          </Fact>
        )}
        {visit?.referrer && (
          <Fact name={words.referrer}>
            <span class="page-url" dir="ltr">
              {visit.referrer}
            </span>
          </Fact>
        )}
        <Fact name={words.firstSeen}>
          <bdi>{dayTime(firstSeenAt)}</bdi>
        </Fact>
        <Fact name={words.lastSeen}>
          <bdi>{dayTime(Math.max(seenAt, visit?.at ?? 0))}</bdi>
        </Fact>
      </dl>
      {visit && visit.pages.length > 0 && <Trail pages={visit.pages} />}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Goes with the clock: whoever writes at night may want another tone. */
function LocalTime({ zone }: { zone: string }) {
  const { ticker } = useDesk();
  const now = Math.floor(ticker.now.value / 60_000) * 60_000;
  return (
    <>
      <bdi>{wallTime(now, zone)}</bdi> <span class="quiet">({zone.replaceAll('_', ' ')})</span>
    </>
  );
}

function wallTime(at: number, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat(LOCALE, { timeZone, weekday: 'short', hour: 'numeric', minute: '2-digit' }).format(
      at,
    );
  } catch {
    return words.unknown;
  }
}

function nameOfLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(LOCALE, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function Trail({ pages }: { pages: readonly SeenPage[] }) {
  return (
    <>
      <h4>{words.trail}</h4>
      <ol class="person-lines person-trail">
        {pages.toReversed().map((page, index) => (
          <li key={`${page.at} ${page.url}`}>
            <span dir="auto">{page.title || page.url}</span>
            <span class="page-url quiet" dir="ltr">
              {page.url}
            </span>
            <span class="quiet">
              <bdi>{time(page.at)}</bdi> ·{' '}
              {index === 0 && page.ms === 0 ? words.trailNow : words.stayed(shortDuration(page.ms))}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
