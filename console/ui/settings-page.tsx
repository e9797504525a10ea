import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SettingsPage as Page } from '../model/route.ts';
import { useApp, useDesk } from './context.ts';
import { LanguageChoice } from './language-choice.tsx';
import { Lazy } from './lazy.tsx';
import { roleOf } from './name-of-role.ts';
import { openSettings } from './open-settings.ts';
import { PasswordForm } from './password-form.tsx';
import { SettingsPages } from './settings-pages.tsx';
import { SiteList } from './site-list.tsx';
import { strings } from './strings.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import './styles/pages.css';

const LAZY: Record<Exclude<Page, 'account'>, () => Promise<FunctionComponent>> = {
  hours: () => import('./settings-hours.tsx').then((page) => page.SettingsHours),
  queue: () => import('./settings-queue.tsx').then((page) => page.SettingsQueue),
  closing: () => import('./settings-closing.tsx').then((page) => page.SettingsClosing),
  front: () => import('./settings-front.tsx').then((page) => page.SettingsFront),
  proactive: () => import('./settings-proactive.tsx').then((page) => page.SettingsProactive),
  visitors: () => import('./settings-visitors.tsx').then((page) => page.SettingsVisitors),
  files: () => import('./settings-files.tsx').then((page) => page.SettingsFiles),
  mail: () => import('./settings-mail.tsx').then((page) => page.SettingsMail),
  replies: () => import('./settings-replies.tsx').then((page) => page.SettingsReplies),
  macros: () => import('./settings-macros.tsx').then((page) => page.SettingsMacros),
  tags: () => import('./settings-tags.tsx').then((page) => page.SettingsTags),
  feedback: () => import('./settings-feedback.tsx').then((page) => page.SettingsFeedback),
  people: () => import('./settings-people.tsx').then((page) => page.SettingsPeople),
  departments: () => import('./settings-departments.tsx').then((page) => page.SettingsDepartments),
  routing: () => import('./settings-routing.tsx').then((page) => page.SettingsRouting),
  team: () => import('./settings-team.tsx').then((page) => page.SettingsTeam),
  costs: () => import('./settings-costs.tsx').then((page) => page.SettingsCosts),
  start: () => import('./setup/start-page.tsx').then((page) => page.StartPage),
  sites: () => import('./setup/sites-page.tsx').then((page) => page.SitesPage),
  look: () => import('./setup/look-page.tsx').then((page) => page.LookPage),
  targets: () => import('./setup/targets-page.tsx').then((page) => page.TargetsPage),
  rights: () => import('./setup/rights-page.tsx').then((page) => page.RightsPage),
  services: () => import('./setup/services-page.tsx').then((page) => page.ServicesPage),
  privacy: () => import('./setup/privacy-page.tsx').then((page) => page.PrivacyPage),
};

const loadNotices = () => import('./own-notices.tsx').then((part) => part.OwnNotices);
const loadOwnFace = () => import('./face-form.tsx').then((part) => part.OwnFace);

/** My own settings for everybody; the team's for those who set it up. */
export function SettingsPage() {
  const app = useApp();
  const desk = useDesk();
  const route = app.route.value;
  const open = openSettings(app, desk);
  const sheet = useKeptFocus();
  const page = (route.name === 'settings' && open.find((one) => one === route.page)) || 'account';
  return (
    <div ref={sheet} class={open.length > 1 ? 'sheet sheet-paged' : 'sheet sheet-narrow'}>
      <div class="sheet-head">
        <h1>{strings.settings.title}</h1>
      </div>
      {open.length > 1 && <SettingsPages here={page} open={open} />}
      <div class="page-here">{page === 'account' ? <OwnSettings /> : <Lazy key={page} load={LAZY[page]} />}</div>
    </div>
  );
}

function OwnSettings() {
  const app = useApp();
  const { me } = useDesk();
  useEffect(() => void app.settings.loadSites(), [app]);
  return (
    <>
      <section class="card" aria-labelledby="account-title">
        <h2 id="account-title">{strings.settings.account}</h2>
        <dl class="facts facts-side">
          <div class="fact">
            <dt>{strings.settings.name}</dt>
            <dd>{me.name}</dd>
          </div>
          <div class="fact">
            <dt>{strings.settings.email}</dt>
            <dd>{me.email}</dd>
          </div>
          <div class="fact">
            <dt>{strings.settings.role}</dt>
            <dd>{roleOf(me)}</dd>
          </div>
        </dl>
      </section>
      <Lazy load={loadOwnFace} />
      <PasswordForm />
      <SiteList />
      <section class="card">
        <LanguageChoice />
      </section>
      <Sound />
      <Lazy load={loadNotices} />
      <section class="card" aria-labelledby="session-title">
        <h2 id="session-title">{strings.settings.session}</h2>
        <p class="quiet">{strings.settings.sessionHint}</p>
        <button type="button" class="button" onClick={() => void app.signOut()}>
          {strings.signOut}
        </button>
      </section>
    </>
  );
}

function Sound() {
  const { ring } = useDesk();
  return (
    <section class="card" aria-labelledby="sound-title">
      <h2 id="sound-title">{strings.settings.sound}</h2>
      <p class="quiet">{strings.settings.soundHint}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={!ring.muted.value}
          onChange={(event) => ring.mute(!event.currentTarget.checked)}
        />
        {ring.muted.value ? strings.sound.off : strings.sound.on}
      </label>
    </section>
  );
}
