import type { Banner, FrontSettings } from '../../protocol/wire/front.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { FrontForm } from './front-form.tsx';
import { FrontTopics } from './front-topics.tsx';
import { LinesField } from './lines-field.tsx';
import { Seen } from './seen.tsx';
import { OfOwner } from './settings-owner.tsx';
import { frontSettingsWords } from './strings-of-front-settings.ts';
import './styles/front.css';
import { TextField } from './text-field.tsx';
import { idOf, useFault, useFaultWithin } from './use-fault.ts';

const FIRST_BANNER: Banner = { text: '', link: null, tone: 'info' };

/** What stands around the chat (docs/front.md), each part with what visitors will see of it. */
export function SettingsFront() {
  return (
    <OfOwner page="front">
      {(draft) => (
        <>
          <BannerCard draft={draft} />
          <GreetingCard draft={draft} />
          <FrontTopics draft={draft} />
          <FrontForm draft={draft} />
          <ReasonsCard draft={draft} />
        </>
      )}
    </OfOwner>
  );
}

function setOf(draft: SettingsDraft) {
  return (changed: Partial<FrontSettings>) => draft.change({ front: { ...draft.draft.value.front, ...changed } });
}

function BannerCard({ draft }: { draft: SettingsDraft }) {
  const words = frontSettingsWords.banner;
  const { banner } = draft.draft.value.front;
  const set = setOf(draft);
  return (
    <section class="card form" aria-labelledby="banner-title">
      <h2 id="banner-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <Check
        checked={banner !== null}
        onChange={(on) => set({ banner: on ? (draft.stored.value.front.banner ?? FIRST_BANNER) : null })}
      >
        {words.on}
      </Check>
      {banner && <BannerFields draft={draft} banner={banner} />}
      {banner && (
        <Seen>
          <p class={`seen-banner${banner.tone === 'warn' ? ' seen-warn' : ''}`} dir="auto">
            {banner.text || '…'} {banner.link && <span class="seen-link">{words.more}</span>}
          </p>
        </Seen>
      )}
    </section>
  );
}

function BannerFields({ draft, banner }: { draft: SettingsDraft; banner: Banner }) {
  const words = frontSettingsWords.banner;
  const { service } = useApp();
  const fault = useFault(draft);
  const set = (changed: Partial<Banner>) => setOf(draft)({ banner: { ...banner, ...changed } });
  return (
    <>
      <TextField
        id={idOf('front.banner.text')}
        label={words.text}
        of="banner-title"
        value={banner.text}
        maxLength={service.limits.textMax}
        onInput={(text) => set({ text })}
        fault={fault('front.banner.text', banner.text)}
      />
      <EntryField
        id={idOf('front.banner.link')}
        label={words.link}
        of="banner-title"
        hint={words.linkHint}
        value={banner.link ?? ''}
        onInput={(link) => set({ link: link.trim() === '' ? null : link })}
        fault={fault('front.banner.link', banner.link ?? '')}
      />
      <Choice
        label={words.tone}
        value={banner.tone}
        options={Object.entries(words.tones)}
        onChange={(tone) => set({ tone: tone as Banner['tone'] })}
      />
    </>
  );
}

function GreetingCard({ draft }: { draft: SettingsDraft }) {
  const words = frontSettingsWords.greeting;
  const { service } = useApp();
  const fault = useFault(draft);
  const { greeting, showsReplyTime } = draft.draft.value.front;
  const set = setOf(draft);
  return (
    <section class="card form" aria-labelledby="greeting-title">
      <h2 id="greeting-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <TextField
        id={idOf('front.greeting')}
        label={words.text}
        of="greeting-title"
        hint={words.textHint}
        value={greeting}
        maxLength={service.limits.textMax}
        onInput={(text) => set({ greeting: text })}
        fault={fault('front.greeting', greeting)}
      />
      <Check checked={showsReplyTime} hint={words.showsHint} onChange={(on) => set({ showsReplyTime: on })}>
        {words.shows}
      </Check>
      <Seen>
        <p class="seen-title" dir="auto">
          {greeting.trim() || words.usual}
        </p>
        {showsReplyTime && <p class="field-hint">{words.example}</p>}
      </Seen>
    </section>
  );
}

function ReasonsCard({ draft }: { draft: SettingsDraft }) {
  const words = frontSettingsWords.reasons;
  const { service } = useApp();
  const within = useFaultWithin(draft);
  const { reasons } = draft.draft.value.front;
  return (
    <section class="card form" aria-labelledby="reasons-title">
      <h2 id="reasons-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <LinesField
        id={idOf('front.reasons')}
        label={words.text}
        hint={words.textHint(service.limits.reasonsMax, service.limits.reasonMax)}
        lines={reasons}
        onChange={(lines) => setOf(draft)({ reasons: lines })}
        fault={within('front.reasons')}
      />
      {reasons.length > 0 && (
        <Seen>
          <p>{words.seen}</p>
          <ul class="seen-pills">
            {reasons.map((reason, at) => (
              <li key={at} dir="auto">
                {reason}
              </li>
            ))}
          </ul>
        </Seen>
      )}
    </section>
  );
}
