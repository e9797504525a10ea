import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { GuideStep } from '../../../protocol/wire/guide.ts';
import type { ConversationSummary } from '../../../protocol/wire/model.ts';
import type { SiteLine } from '../../model/api.ts';
import { Choice } from '../choice.tsx';
import { useApp, useDesk } from '../context.ts';
import { CheckIcon } from '../icons.tsx';
import { NotLoaded } from '../not-loaded.tsx';
import { Skeleton } from '../skeleton.tsx';
import { setupWords as words } from '../strings-of-setup.ts';
import '../styles/setup.css';
import { number } from '../format.ts';
import { InstallCard } from './install-card.tsx';
import { SiteForm } from './site-form.tsx';
import { TagCard } from './tag-card.tsx';

/** The demo's own site is no site of an owner. */
const DEMO = 'demo';

/** Z20 The first run: each step shows what is there already, can be left for later, and is gone through in any order. */
export function StartPage() {
  const { settings, setup, service } = useApp();
  useEffect(() => {
    void settings.loadSites();
    void setup.loadGuide();
    const hasFailed = () => settings.sites.state.peek().status === 'failed';
    return setup.watch(() => service.unsaved.peek() > 0 || hasFailed());
  }, [settings, setup, service]);
  const sites = settings.sites.state.value;
  const known = sites.status === 'ready' ? sites.value : null;
  const guide = setup.guide.value;
  const own = (known ?? []).filter(({ key, retiredAt }) => key !== DEMO && retiredAt === undefined);
  const site = own.find(({ key }) => key === guide?.siteKey) ?? own.at(-1) ?? null;
  if (guide?.endedAt != null && !setup.again.value) return <Over />;
  if (sites.status === 'failed') return <NotLoaded text={words.failed} onRetry={() => settings.loadSites()} />;
  if (!known && !site) return <Skeleton rows={4} kind="cards" />;
  return <Steps site={site} own={own} />;
}

function Over() {
  const { setup } = useApp();
  return (
    <section class="card form" aria-labelledby="guide-title">
      <h2 id="guide-title">{words.guideOver}</h2>
      <div>
        <button
          type="button"
          class="button"
          onClick={() => {
            setup.again.value = true;
          }}
        >
          {words.guideAgain}
        </button>
      </div>
    </section>
  );
}

function Steps({ site, own }: { site: SiteLine | null; own: SiteLine[] }) {
  const app = useApp();
  const { setup } = app;
  const arrived = useFirstMessage(site);
  const isSeen = site ? (setup.of(site.key).install.value?.sightings.some(({ listed }) => listed) ?? false) : false;
  const isDone: Record<GuideStep, boolean> = {
    site: site !== null && site.origins.length > 0,
    tag: isSeen,
    hours: setup.guide.value?.confirmed?.includes('hours') ?? false,
    message: arrived !== null,
  };
  const skipped = setup.guide.value?.skipped ?? [];
  // Chosen by hand, forth or back; else the first that is to do.
  const [chosen, setChosen] = useState<GuideStep | null>(null);
  const next = setup.steps.find((step) => !isDone[step] && !skipped.includes(step));
  const step = (name: GuideStep, children: ComponentChildren) => (
    <Step
      name={name}
      isDone={isDone[name]}
      isSkipped={skipped.includes(name)}
      isCurrent={name === (chosen ?? next)}
      onChoose={setChosen}
    >
      {children}
    </Step>
  );
  return (
    <>
      <p class="quiet">{words.guideHint}</p>
      <ol class="guide-steps" aria-label={words.guide}>
        <li class="card guide-done">
          <div class="guide-head">
            <span class="guide-mark">
              <CheckIcon size={18} />
            </span>
            <h2>{words.account}</h2>
            <span class="quiet">{words.done}</span>
          </div>
        </li>
        {step('site', <SiteStep site={site} own={own} />)}
        {step('tag', site && <TagStep key={site.key} site={site} />)}
        {step('hours', <HoursStep onDone={() => setChosen(null)} />)}
        {step('message', <MessageStep arrived={arrived} />)}
      </ol>
      <div>
        <button
          type="button"
          class={next ? 'button' : 'button button-primary'}
          onClick={() => {
            void setup.end();
            app.go({ name: 'inbox', conversationId: null });
          }}
        >
          {next ? words.guideHide : words.finish}
        </button>
      </div>
    </>
  );
}

/** What they say stays in sight once it has come. */
const STAYS: ReadonlySet<GuideStep> = new Set(['tag', 'message']);

interface StepProps {
  name: GuideStep;
  isDone: boolean;
  isSkipped: boolean;
  isCurrent: boolean;
  onChoose(step: GuideStep | null): void;
  children: ComponentChildren;
}

function Step({ name, isDone, isSkipped, isCurrent, onChoose, children }: StepProps) {
  const { setup } = useApp();
  const at = setup.steps.indexOf(name) + 2;
  const press = () => {
    onChoose(isCurrent ? null : name);
    if (isSkipped) void setup.resume(name);
    else if (isCurrent && !isDone) void setup.skip(name);
  };
  const state = isDone ? words.done : isSkipped ? words.left : isCurrent ? words.next : words.open;
  return (
    <li class={`card form${isDone ? ' guide-done' : ''}`} aria-current={isCurrent ? 'step' : undefined}>
      <div class="guide-head">
        <span class="guide-mark">{isDone ? <CheckIcon size={18} /> : number(at)}</span>
        <h2 id={`guide-${name}`}>{words.steps[name]}</h2>
        <span class="quiet">{state}</span>
        {!(isDone && STAYS.has(name)) && (
          <button
            type="button"
            class="button button-small"
            aria-expanded={isCurrent}
            id={`guide-${name}-press`}
            aria-labelledby={`guide-${name}-press guide-${name}`}
            onClick={press}
          >
            {isCurrent ? (isDone ? words.goOn : words.skip) : isDone ? words.change : words.resume}
          </button>
        )}
      </div>
      {(isCurrent || (isDone && STAYS.has(name))) && children}
    </li>
  );
}

function SiteStep({ site, own }: { site: SiteLine | null; own: SiteLine[] }) {
  const { setup } = useApp();
  return (
    <>
      {site && own.length > 1 && (
        <Choice
          label={words.useSite}
          value={site.key}
          options={own.map(({ key, name }) => [key, name])}
          onChange={(key) => void setup.choose(key)}
        />
      )}
      <SiteForm {...(site ? { site } : {})} />
    </>
  );
}

function TagStep({ site }: { site: SiteLine }) {
  return (
    <>
      <TagCard site={site} />
      <InstallCard site={site} />
    </>
  );
}

function HoursStep({ onDone }: { onDone(): void }) {
  const app = useApp();
  const confirm = () => {
    onDone();
    void app.setup.confirm('hours');
  };
  return (
    <>
      <p class="quiet">{words.hoursHint}</p>
      <div class="save-row">
        <button type="button" class="button button-primary" onClick={confirm}>
          {words.hoursDone}
        </button>
        <a class="button" href={app.hrefOf({ name: 'settings', page: 'hours' })}>
          {words.hoursLink}
        </a>
        <a class="button" href={app.hrefOf({ name: 'settings', page: 'people' })}>
          {words.peopleLink}
        </a>
      </div>
    </>
  );
}

function MessageStep({ arrived }: { arrived: ConversationSummary | null }) {
  const app = useApp();
  return (
    <>
      {!arrived && <p class="quiet">{words.messageHint}</p>}
      <div role="status">
        {arrived ? <p class="guide-arrived">{words.messageHere(arrived.lastText)}</p> : <p>{words.messageWait}</p>}
      </div>
      {arrived && (
        <div>
          <a class="button button-primary" href={app.hrefOf({ name: 'inbox', conversationId: arrived.id })}>
            {words.messageAnswer}
          </a>
        </div>
      )}
    </>
  );
}

/** The latest conversation from a page of this site. */
function useFirstMessage(site: SiteLine | null): ConversationSummary | null {
  const { inbox } = useDesk();
  if (!site) return null;
  const all = [...inbox.conversations.value.values()].filter(({ siteId }) => siteId === site.id);
  return all.toSorted((one, other) => other.openedAt - one.openedAt)[0] ?? null;
}
