import type { SettingsDraft } from '../../model/settings-draft.ts';
import { Check } from '../check.tsx';
import { useApp } from '../context.ts';
import { EntryField } from '../entry-field.tsx';
import { OfOwner } from '../settings-owner.tsx';
import { privacyWords as words } from '../strings-of-privacy.ts';
import { idOf, useFault } from '../use-fault.ts';
import { Keeping, KeepingOutlook } from './keeping-part.tsx';
import '../styles/setup.css';

/** What is kept of visitors, each with its switch; the settings are those of the other pages. */
export function PrivacyPage() {
  return (
    <>
      <section class="card form" aria-labelledby="collected-title">
        <h2 id="collected-title">{words.title}</h2>
        <ul class="bullets">
          <li>{words.before}</li>
          <li>{words.open}</li>
          <li>{words.written}</li>
        </ul>
      </section>
      <OfOwner page="privacy" outlook={(draft) => <KeepingOutlook draft={draft} />}>
        {(draft) => <Controls draft={draft} />}
      </OfOwner>
      <Elsewhere />
    </>
  );
}

function Controls({ draft }: { draft: SettingsDraft }) {
  const { look, feedback, proactive, mail, visitors } = draft.draft.value;
  return (
    <>
      <section class="card form" aria-labelledby="strict-title">
        <h2 id="strict-title">{words.strict}</h2>
        <Check
          checked={look.isolate}
          onChange={(isolate) => draft.change({ look: { ...look, isolate } })}
          hint={words.strictHint}
        >
          {words.strictOn}
        </Check>
      </section>
      <Files draft={draft} />
      <Keeping draft={draft} />
      <section class="card form" aria-labelledby="private-ratings">
        <h2 id="private-ratings">{words.ratings}</h2>
        <Check
          checked={feedback.offersAnonymous}
          onChange={(offersAnonymous) => draft.change({ feedback: { ...feedback, offersAnonymous } })}
          hint={words.anonymousHint}
        >
          {words.anonymous}
        </Check>
      </section>
      <section class="card form" aria-labelledby="private-preview">
        <h2 id="private-preview">{words.unsent}</h2>
        <Check
          checked={visitors.preview === true}
          onChange={(preview) => draft.change({ visitors: { ...visitors, preview } })}
          hint={words.previewHint}
        >
          {words.preview}
        </Check>
      </section>
      <section class="card form" aria-labelledby="private-counting">
        <h2 id="private-counting">{words.counting}</h2>
        <Check
          checked={proactive.privacy === 'counted'}
          onChange={(on) => draft.change({ proactive: { ...proactive, privacy: on ? 'counted' : 'strict' } })}
          hint={words.countedHint}
        >
          {words.counted}
        </Check>
      </section>
      <section class="card form" aria-labelledby="private-mail">
        <h2 id="private-mail">{words.mail}</h2>
        <Check checked={mail.transcripts} onChange={(transcripts) => draft.change({ mail: { ...mail, transcripts } })}>
          {words.transcripts}
        </Check>
      </section>
    </>
  );
}

function Files({ draft }: { draft: SettingsDraft }) {
  const { service } = useApp();
  const fault = useFault(draft);
  const { files } = draft.draft.value;
  const { fileDaysMax } = service.limits;
  const set = (text: string) =>
    draft.change({ files: { ...files, keepDays: text.trim() === '' ? null : Number(text) } });
  return (
    <section class="card form" aria-labelledby="private-files">
      <h2 id="private-files">{words.files}</h2>
      <p class="quiet">{words.filesHint}</p>
      <EntryField
        id={idOf('files.keepDays')}
        label={words.filesDays}
        hint={words.filesEmpty(fileDaysMax)}
        type="number"
        min={1}
        max={fileDaysMax}
        value={files.keepDays === null ? '' : String(files.keepDays)}
        onInput={set}
        fault={fault('files.keepDays', '') && words.filesWrong(fileDaysMax)}
      />
    </section>
  );
}

function Elsewhere() {
  const app = useApp();
  return (
    <section class="card form" aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title">{words.more}</h2>
      <ul>
        <li>
          <a href={app.hrefOf({ name: 'settings', page: 'front' })}>{words.consent}</a>
        </li>
        <li>
          <a href={app.hrefOf({ name: 'settings', page: 'services' })}>{words.services}</a>{' '}
          <span class="quiet">{words.servicesHint}</span>
        </li>
        <li>
          {words.person}. <span class="quiet">{words.personHint}</span>
        </li>
        <li>
          {words.orders}. <span class="quiet">{words.ordersHint}</span>
        </li>
      </ul>
    </section>
  );
}
