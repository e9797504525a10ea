import type { ReportPlan } from '../../protocol/wire/mail.ts';
import { Check } from './check.tsx';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { mailProblem, mailWords } from './strings-of-mail.ts';
import { listZones } from './wall.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`] as const);

/** When the figures come, and to whom (E10). Saved on its own: it is no site's. */
export function MailReport() {
  const { mail } = useApp();
  const plan = mail.plan.value;
  const problem = mail.problem.value;
  const isOn = plan.every !== 'never';
  return (
    <form
      class="card form"
      noValidate
      aria-labelledby="mail-report-title"
      onSubmit={(event) => {
        event.preventDefault();
        void mail.savePlan();
      }}
    >
      <h2 id="mail-report-title">{mailWords.report.title}</h2>
      <p class="quiet">{mailWords.report.hint}</p>
      <Choice
        label={mailWords.report.every}
        value={plan.every}
        options={Object.entries(mailWords.report.everys)}
        onChange={(every) => mail.change({ every: every as ReportPlan['every'] })}
      />
      {isOn && <When plan={plan} zoneFault={problem?.field === 'zone'} />}
      {isOn && <Recipients plan={plan} />}
      <div class="save-row">
        <button
          type="submit"
          class="button button-primary"
          disabled={!mail.changed.value}
          aria-disabled={mail.busy.value}
        >
          {mailWords.report.save}
        </button>
        {mail.changed.value && (
          <button type="button" class="button" onClick={() => mail.discard()}>
            {mailWords.report.discard}
          </button>
        )}
        <p class="problem" role="alert">
          {problem && problem.field !== 'zone' && mail.changed.value && mailProblem(problem.error)}
        </p>
        <p class="done" role="status">
          {mail.done.value === 'saved' && mailWords.report.saved}
        </p>
      </div>
    </form>
  );
}

function When({ plan, zoneFault }: { plan: ReportPlan; zoneFault: boolean }) {
  const { mail, settings } = useApp();
  const known = settings.sites.state.value;
  const sites = known.status === 'ready' ? known.value : [];
  return (
    <>
      {plan.every === 'week' && (
        <Choice
          label={mailWords.report.weekday}
          value={String(plan.weekday)}
          options={mailWords.report.weekdays.map((name, index) => [String(index + 1), name] as const)}
          onChange={(weekday) => mail.change({ weekday: Number(weekday) })}
        />
      )}
      <Choice
        label={mailWords.report.hour}
        value={String(plan.hour)}
        options={HOURS}
        onChange={(hour) => mail.change({ hour: Number(hour) })}
      />
      <EntryField
        label={mailWords.report.zone}
        value={plan.zone}
        list="mail-zones"
        onInput={(zone) => mail.change({ zone: zone.trim() })}
        fault={zoneFault ? mailWords.report.zoneFault : null}
      />
      <Choice
        label={mailWords.report.site}
        value={plan.site ?? ''}
        options={[['', mailWords.report.allSites], ...sites.map(({ id, name }) => [id, name] as const)]}
        onChange={(site) => mail.change({ site: site === '' ? null : site })}
      />
      <datalist id="mail-zones">
        {listZones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

function Recipients({ plan }: { plan: ReportPlan }) {
  const { mail, staff } = useApp();
  const people = staff.people.state.value;
  if (people.status !== 'ready') return null;
  const isFull = plan.to.length >= mail.limits.recipientsMax;
  return (
    <fieldset class="checks">
      <legend>{mailWords.report.to}</legend>
      {people.value.map(({ id, name, email }) => (
        <Check
          key={id}
          checked={plan.to.includes(id)}
          onChange={(on) => {
            if (!on) mail.change({ to: plan.to.filter((one) => one !== id) });
            else if (!isFull) mail.change({ to: [...plan.to, id] });
          }}
        >
          {`${name} (${email})`}
        </Check>
      ))}
      {plan.to.length === 0 && <p class="field-hint">{mailWords.report.nobody}</p>}
    </fieldset>
  );
}
