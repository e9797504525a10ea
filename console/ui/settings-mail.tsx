import { useEffect } from 'preact/hooks';
import type { MailSettings, MailState } from '../../protocol/wire/mail.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { DeadMails } from './mail-dead.tsx';
import { MailReport } from './mail-report.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { OfOwner } from './settings-owner.tsx';
import { Skeleton } from './skeleton.tsx';
import { mailProblem, mailWords } from './strings-of-mail.ts';
import { idOf, useFault } from './use-fault.ts';

const MINUTE_MS = 60_000;

/** What goes out by mail, whether it does, and what did not arrive (docs/mail.md). */
export function SettingsMail() {
  const { mail, staff } = useApp();
  useEffect(() => {
    mail.load();
    if (staff.people.state.peek().status !== 'ready') staff.load();
  }, [mail, staff]);
  const state = mail.state.state.value;
  return (
    <>
      {state.status === 'failed' && (
        <div class="card">
          <NotLoaded text={mailWords.state.failed} onRetry={() => mail.load()} />
        </div>
      )}
      {state.status === 'ready' && <StateCard state={state.value} />}
      {(state.status === 'loading' || state.status === 'idle') && <Skeleton rows={2} kind="rows" />}
      <OfOwner page="mail">{(draft) => <SiteCard draft={draft} />}</OfOwner>
      {state.status === 'ready' && <MailReport />}
      {state.status === 'ready' && <DeadMails dead={state.value.dead} />}
    </>
  );
}

function StateCard({ state }: { state: MailState }) {
  const { mail } = useApp();
  const words = mailWords.state;
  const problem = mail.problem.value;
  return (
    <section class="card form" aria-labelledby="mail-title">
      <h2 id="mail-title">{words.title}</h2>
      {state.on ? (
        <>
          <p>
            <bdi>{words.on(state.from ?? '')}</bdi>
          </p>
          <p class="quiet">{words.counts(state.sent, state.waiting)}</p>
          <div class="save-row">
            <button type="button" class="button" aria-disabled={mail.busy.value} onClick={() => void mail.sendTest()}>
              {words.test}
            </button>
            <p class="done" role="status">
              {mail.done.value === 'test' && words.tested}
            </p>
          </div>
        </>
      ) : (
        <p>{words.off}</p>
      )}
      <p class="problem" role="alert">
        {problem && mailProblem(problem.error)}
      </p>
    </section>
  );
}

function SiteCard({ draft }: { draft: SettingsDraft }) {
  const fault = useFault(draft);
  const words = mailWords.site;
  const { mail } = draft.draft.value;
  const set = (changed: Partial<MailSettings>) => draft.change({ mail: { ...mail, ...changed } });
  const usual = draft.stored.value.mail.answersAfterMs ?? 5 * MINUTE_MS;
  const minutes = String((mail.answersAfterMs ?? usual) / MINUTE_MS);
  return (
    <section class="card form" aria-labelledby="mail-site-title">
      <h2 id="mail-site-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <Check checked={mail.transcripts} onChange={(transcripts) => set({ transcripts })}>
        {words.transcripts}
      </Check>
      <Check checked={mail.answersAfterMs !== null} onChange={(on) => set({ answersAfterMs: on ? usual : null })}>
        {words.answers}
      </Check>
      {mail.answersAfterMs !== null && (
        <EntryField
          id={idOf('mail.answersAfterMs')}
          label={words.after}
          hint={words.afterHint}
          type="number"
          min={1}
          step="any"
          value={minutes}
          onInput={(text) => set({ answersAfterMs: Math.round(Number(text) * MINUTE_MS) })}
          fault={fault('mail.answersAfterMs', minutes)}
        />
      )}
      <div>
        <Check checked={mail.asksRating} onChange={(asksRating) => set({ asksRating })}>
          {words.rating}
        </Check>
        <p class="field-hint">{words.ratingHint}</p>
      </div>
    </section>
  );
}
