import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../../protocol/wire/errors.ts';
import type { OutsideRead } from '../../../protocol/wire/outside.ts';
import type { Outside } from '../../model/outside.ts';
import type { OutsideSetup } from '../../model/outside-setup.ts';
import { useApp } from '../context.ts';
import { Empty } from '../empty.tsx';
import { EntryField } from '../entry-field.tsx';
import { AlertIcon } from '../icons.tsx';
import { Meanwhile } from '../meanwhile.tsx';
import { NotHere } from '../not-here.tsx';
import { Skeleton } from '../skeleton.tsx';
import { outsideWords as words } from '../strings-of-outside.ts';
import { settingsProblem } from '../strings-of-settings.ts';
import { useNamed } from '../use-named.ts';
import { useOutside } from '../use-outside.ts';
import { onSubmit, useRecord } from '../use-record.ts';
import { KeyedForm, NO_KEY_TYPED, type TypedKey } from './keyed-form.tsx';
import { PanelForm } from './panel-form.tsx';
import { SigningSecret } from './signing-secret.tsx';
import { SiteChoice } from './site-choice.tsx';
import '../styles/outside.css';
import '../styles/parts.css';
import '../styles/setup.css';

/** Services that owners connect, for one site (docs/services.md). */
export function ServicesPage() {
  const { settings } = useApp();
  const outside = useOutside();
  useEffect(() => void settings.loadSites(), [settings]);
  const { value: state } = settings.sites.state;
  const sites = state.status === 'ready' ? state.value.filter(({ retiredAt }) => retiredAt === undefined) : null;
  const chosen = useNamed(sites, ({ key }) => `site-${key}`);
  if (state.status === 'failed') return <Failed onAgain={() => settings.loadSites()} />;
  if (chosen === 'unreached') return <NotHere isUnreached />;
  if (!sites || chosen === null || !outside) return <Skeleton rows={3} kind="cards" />;
  if (sites.length === 0) return <p class="card">{words.noSite}</p>;
  return (
    <div class="parts">
      <SiteChoice label={words.site} page="services" sites={sites} chosen={chosen} />
      {chosen && <OneSite key={chosen.key} outside={outside} setup={outside.setup(chosen.key)} siteKey={chosen.key} />}
    </div>
  );
}

function Failed({ onAgain }: { onAgain(): void }) {
  return (
    <Empty icon={<AlertIcon size={28} />} title={words.failed}>
      <button type="button" class="button" onClick={onAgain}>
        {words.again}
      </button>
    </Empty>
  );
}

interface SiteProps {
  outside: Outside;
  setup: OutsideSetup;
  siteKey: string;
}

function OneSite(props: SiteProps) {
  const { setup } = props;
  useEffect(() => {
    setup.load();
    // A secret is not left standing for whoever comes by next.
    return () => setup.hideSecret();
  }, [setup]);
  const state = setup.read.state.value;
  if (state.status === 'failed') return <Failed onAgain={() => setup.load()} />;
  if (state.status !== 'ready') return <Skeleton rows={3} kind="cards" />;
  return <Form {...props} read={state.value} />;
}

function Form({ outside, setup, siteKey, read }: SiteProps & { read: OutsideRead }) {
  const form = useRecord(`services ${siteKey}`, String(read.version));
  const [panels, setPanels] = form.field('panels', read.settings.panels);
  const [translatorUrl, setTranslatorUrl] = form.field('translator', read.settings.translator?.url ?? '');
  const [assistantUrl, setAssistantUrl] = form.field('assistant', read.settings.assistant?.url ?? '');
  const [model, setModel] = form.field('model', read.settings.assistant?.model ?? '');
  // Not among what outlives the page: a key is typed, saved and forgotten here.
  const [keys, setKeys] = useState({ translator: NO_KEY_TYPED, assistant: NO_KEY_TYPED });
  const problem = setup.problem.value;
  const translator = translatorUrl.trim() === '' ? null : { url: translatorUrl };
  const assistant = assistantUrl.trim() === '' ? null : { url: assistantUrl, model };
  const save = async () => {
    const sent = { translator: keyOf(keys.translator), assistant: keyOf(keys.assistant) };
    if (!(await setup.save({ panels, translator, assistant }, sent, Number(form.basedOn())))) return;
    form.close();
    setKeys({ translator: NO_KEY_TYPED, assistant: NO_KEY_TYPED });
  };
  const field = problem?.error === 'invalid_payload' ? (problem.field ?? '').replace(/^settings\./, '') : '';
  return (
    <form class="parts" noValidate onSubmit={onSubmit(save)}>
      <section class="card form" aria-labelledby="services-title">
        <h2 id="services-title">{words.title}</h2>
        <p class="quiet">{words.hint}</p>
      </section>
      <PanelForm {...{ outside, setup, panels, field }} onChange={setPanels} />
      <SigningSecret setup={setup} />
      <KeyedForm
        {...{ outside, service: 'translator', url: translatorUrl, onUrl: setTranslatorUrl, fault: field }}
        isWhole={translator !== null}
        hasKey={read.keys.translator}
        typed={keys.translator}
        onKey={(typed) => setKeys({ ...keys, translator: typed })}
        tried={setup.tries.value.get('translator')}
        onTry={() => translator && void setup.tryTranslator(translator, keys.translator.text)}
      />
      <KeyedForm
        {...{ outside, service: 'assistant', url: assistantUrl, onUrl: setAssistantUrl, fault: field }}
        isWhole={assistant !== null && model.trim() !== ''}
        hasKey={read.keys.assistant}
        typed={keys.assistant}
        onKey={(typed) => setKeys({ ...keys, assistant: typed })}
        tried={setup.tries.value.get('assistant')}
        onTry={() => assistant && void setup.tryAssistant(assistant, keys.assistant.text)}
      >
        <EntryField
          label={words.model}
          hint={words.modelHint}
          maxLength={outside.limits.modelMax}
          value={model}
          fault={field.endsWith('assistant.model') ? words.tooMuch : null}
          onInput={setModel}
        />
      </KeyedForm>
      <Meanwhile form={form} problem={problem} onSave={() => void save()} />
      <div class="save-row">
        <button type="submit" class="button button-primary" aria-disabled={setup.saving.value}>
          {setup.saving.value ? words.saving : words.save}
        </button>
        <p class="problem" role="alert">
          {problem && said(problem, field)}
        </p>
        <p class="done" role="status">
          {setup.saved.value && !form.isChanged && words.saved}
        </p>
      </div>
    </form>
  );
}

/** Undefined: as it is kept. */
function keyOf({ text, removed }: TypedKey): string | null | undefined {
  if (text.trim() !== '') return text.trim();
  return removed ? null : undefined;
}

/** What a box says already is not said twice; `field`: of a form that is not right. */
function said(problem: Refusal, field: string): string {
  if (problem.error !== 'invalid_payload') return settingsProblem(problem);
  if (field === '') return words.notSaved;
  return field.endsWith('url') ? words.notAllowed : words.tooMuch;
}
