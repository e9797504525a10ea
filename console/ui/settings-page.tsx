import { useEffect } from 'preact/hooks';
import { useApp, useDesk } from './context.ts';
import { PasswordForm } from './password-form.tsx';
import { SiteList } from './site-list.tsx';
import { strings } from './strings.ts';

const words = strings.settings;

export function SettingsPage() {
  const app = useApp();
  const { me } = useDesk();
  useEffect(() => app.settings.loadSites(), [app]);
  return (
    <div class="sheet sheet-narrow">
      <div class="sheet-head">
        <h1>{words.title}</h1>
      </div>
      <section class="card" aria-labelledby="account-title">
        <h2 id="account-title">{words.account}</h2>
        <dl class="facts facts-side">
          <div class="fact">
            <dt>{words.name}</dt>
            <dd>{me.name}</dd>
          </div>
          <div class="fact">
            <dt>{words.email}</dt>
            <dd>{me.email}</dd>
          </div>
          <div class="fact">
            <dt>{words.role}</dt>
            <dd>{words.roles[me.role]}</dd>
          </div>
        </dl>
      </section>
      <PasswordForm />
      <SiteList />
      <Sound />
      <section class="card" aria-labelledby="session-title">
        <h2 id="session-title">{words.session}</h2>
        <p class="quiet">{words.sessionHint}</p>
        <button type="button" class="button" onClick={() => void app.signOut()}>
          {strings.signOut}
        </button>
      </section>
    </div>
  );
}

function Sound() {
  const { ring } = useDesk();
  return (
    <section class="card" aria-labelledby="sound-title">
      <h2 id="sound-title">{words.sound}</h2>
      <p class="quiet">{words.soundHint}</p>
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
