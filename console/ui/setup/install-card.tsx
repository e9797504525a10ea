import { useEffect, useState } from 'preact/hooks';
import { BASIS } from '../../../protocol/kit/basis.ts';
import { markOf } from '../../../protocol/kit/mark-of.ts';
import type { PageFault, PageReport, SightingTold } from '../../../protocol/wire/install.ts';
import type { SiteLine } from '../../model/api.ts';
import type { SiteSetup } from '../../model/site-setup.ts';
import { useApp } from '../context.ts';
import { EntryField } from '../entry-field.tsx';
import { duration, number } from '../format.ts';
import { AlertIcon, CheckIcon } from '../icons.tsx';
import { setupWords as words } from '../strings-of-setup.ts';

const JUST_NOW_MS = 10_000;
/** A page that is there answers within seconds. */
const SILENT_MS = 12_000;
const SHOWN_MAX = 6;

/** Whether the tag is on the site's pages (Z6), and a look at one of them (Z7, Z8). */
export function InstallCard({ site }: { site: SiteLine }) {
  const { setup } = useApp();
  const one = setup.of(site.key);
  useEffect(() => one.watch(), [one]);
  const install = one.install.value;
  return (
    <section class="card form" aria-labelledby="install-title">
      <h2 id="install-title">{words.installed}</h2>
      <div role="status" class="install-seen">
        {install && install.sightings.length === 0 && (
          <p>
            {words.neverSeen} <span class="quiet">{words.waiting}</span>
          </p>
        )}
        <ul class="plain-list">
          {install?.sightings.slice(0, SHOWN_MAX).map((seen) => (
            <Seen key={seen.origin} seen={seen} now={install.now} site={site} one={one} />
          ))}
          {install?.wrongKeys.map(({ siteKey, origin }) => (
            <li key={siteKey + origin} class="install-line install-wrong">
              <AlertIcon size={18} /> {words.wrongKey(origin, siteKey)}
            </li>
          ))}
        </ul>
      </div>
      <Check site={site} one={one} />
    </section>
  );
}

interface SeenProps {
  seen: SightingTold;
  now: number;
  site: SiteLine;
  one: SiteSetup;
}

function Seen({ seen: { origin, listed, lastAt }, now, site, one }: SeenProps) {
  if (!listed)
    return (
      <li class="install-line install-wrong">
        <AlertIcon size={18} /> <span>{words.unlisted(origin)}</span>
        <button
          type="button"
          class="button button-small"
          onClick={() => void one.change(site.name, [...site.origins, origin], markOf(site, BASIS.site))}
        >
          {words.addOrigin(origin)}
        </button>
      </li>
    );
  const ago = now - lastAt;
  return (
    <li class="install-line install-good">
      <CheckIcon size={18} /> {ago < JUST_NOW_MS ? words.seenNow(origin) : words.seen(origin, duration(ago))}
    </li>
  );
}

function Check({ site, one }: { site: SiteLine; one: SiteSetup }) {
  const { readClock } = useClock();
  const [page, setPage] = useState(site.origins[0] ?? '');
  const address = one.addressFor(page);
  const isPage = one.isPage(page);
  const askedAt = one.askedAt.value;
  const report = one.report.value;
  // Looked at with each answer of the relay, which comes every two seconds.
  const isSilent = askedAt !== null && one.install.value !== null && readClock() - askedAt > SILENT_MS;
  return (
    <>
      <h3>{words.checkTitle}</h3>
      <p class="field-hint">{words.checkHint}</p>
      <EntryField label={words.page} value={page} onInput={setPage} fault={isPage ? null : words.pageWrong} />
      <a
        class="button install-check"
        href={address ?? '#'}
        aria-disabled={address === null}
        target="_blank"
        rel="noopener noreferrer"
        onClick={(event) => {
          if (address === null) event.preventDefault();
          else one.asked();
        }}
      >
        {words.check}
      </a>
      <div role="status">
        {askedAt !== null && !isSilent && <p class="quiet">{words.checking}</p>}
        {isSilent && <Silent />}
        {report && <Told report={report} />}
      </div>
    </>
  );
}

function useClock() {
  const app = useApp();
  return { readClock: () => app.readClock() };
}

function Silent() {
  return (
    <>
      <p class="install-line install-wrong">
        <AlertIcon size={18} /> <span>{words.silent}</span>
      </p>
      <ul class="install-reasons">
        {(['page', 'tag', 'script', 'old'] as const).map((reason) => (
          <li key={reason}>{words.silentReasons[reason]}</li>
        ))}
      </ul>
    </>
  );
}

function Told({ report }: { report: PageReport }) {
  const { origin, path, faults } = report;
  if (faults.length === 0)
    return (
      <p class="install-line install-good">
        <CheckIcon size={18} /> {words.good(origin + path)}
      </p>
    );
  return (
    <ul class="plain-list">
      {faults.map((fault) => (
        <li key={fault} class="install-line install-wrong">
          <AlertIcon size={18} /> {spellFault(fault, report)}
        </li>
      ))}
    </ul>
  );
}

function spellFault(fault: PageFault, { origin, site, tags }: PageReport): string {
  const { faults } = words;
  if (fault === 'origin_not_listed') return faults.origin_not_listed(origin);
  if (fault === 'other_site') return faults.other_site(site);
  if (fault === 'twice') return faults.twice(number(tags));
  return faults[fault];
}
