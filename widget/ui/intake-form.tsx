import { isTypedAnswer } from '../../protocol/kit/typed-answer.ts';
import type { Consent, FormField, Front, IntakeIn } from '../../protocol/wire/front.ts';
import type { ChatState } from '../model/chat-view.ts';
import { frontStrings as words } from './front-strings.ts';
import { handed } from './handed.ts';
import { strings } from './strings.ts';

export interface IntakeFormProps {
  chat: Pick<ChatState, 'intake'>;
  front: Front;
  /** What is missing or wrong is said. */
  strict?: boolean;
}

/** What is asked before a conversation begins. It is kept in this tab while it is written. */
export function IntakeForm({ chat, front: { topics, form }, strict = false }: IntakeFormProps) {
  const { intake } = chat;
  const fill = (part: IntakeIn) => {
    intake.value = { ...intake.value, ...part };
  };
  return (
    <>
      {topics && (
        <fieldset class="topics">
          <legend class="label">{words.topic}</legend>
          {topics.map(({ key, label }) => (
            <label class="topic" key={key}>
              <input
                type="radio"
                name="deskbell-topic"
                checked={intake.value?.topic === key}
                onChange={() => fill({ topic: key })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
      {form?.fields.map((field) => (
        <Field
          key={field.key}
          field={field}
          value={intake.value?.fields?.[field.key] ?? ''}
          strict={strict}
          write={(value) => fill({ fields: { ...intake.value?.fields, [field.key]: value } })}
        />
      ))}
      {form?.asksComplaint && (
        <label class="tick">
          <input
            type="checkbox"
            checked={intake.value?.complaint === true}
            onChange={(event) => fill({ complaint: event.currentTarget.checked })}
          />
          <span>{words.complaint}</span>
        </label>
      )}
      {form?.consent && (
        <ConsentTick
          consent={form.consent}
          agreed={intake.value?.consent === form.consent.version}
          strict={strict}
          agree={(consent) => fill({ consent })}
        />
      )}
    </>
  );
}

/** What the browser should know of a field: its keyboard, and what it may fill in. */
const KINDS: Partial<Record<FormField['kind'], object>> = {
  email: { type: 'email', autocomplete: 'email' },
  phone: { type: 'tel', autocomplete: 'tel' },
  number: { inputMode: 'decimal' },
};

/** As FORM_VALUE_CHARS_MAX: of a longer answer the relay takes nothing, and no box would say why. */
const VALUE_CHARS_MAX = 500;
/** From so few on it is said how many are left. */
const LEFT_TOLD = 50;

interface FieldProps {
  field: FormField;
  value: string;
  strict: boolean;
  write(value: string): void;
}

function Field({ field, value: said, strict, write }: FieldProps) {
  const id = `deskbell-field-${field.key}`;
  // The owner took this choice away meanwhile: it would be asked for again and again, and nothing to be seen.
  const isGone = field.kind === 'choice' && said && !field.options.includes(said);
  const value = isGone ? '' : said;
  handed.useEffect(() => {
    if (isGone) write('');
  }, [isGone]);
  // The relay's own rules (server/domain/intake.ts), so that a person hears of it at once.
  const text = value.trim();
  const wrong = strict && (text ? !isTypedAnswer(field.kind, text) && words.wrong : field.required && words.missing);
  const shared = {
    id,
    class: 'input',
    value,
    maxLength: VALUE_CHARS_MAX,
    'aria-invalid': !!wrong,
    'aria-required': field.required,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    onInput: (event: { currentTarget: { value: string } }) =>
      // Half a sign, where a paste was cut, and NUL can be stored nowhere.
      write(event.currentTarget.value.replace(/[\0\ud800-\udfff]/gu, '')),
  };
  const left = VALUE_CHARS_MAX - value.length;
  return (
    <div class="field">
      <div class="label-row">
        <label class="label" for={id}>
          {field.label}
        </label>
        {!field.required && <span class="hint">{words.optional}</span>}
      </div>
      {field.kind === 'choice' ? (
        <select {...shared}>
          <option value="">—</option>
          {field.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : field.kind === 'long' ? (
        <textarea {...shared} rows={3} dir="auto" />
      ) : (
        <input {...shared} {...KINDS[field.kind]} dir="auto" />
      )}
      {left <= LEFT_TOLD && <p class="hint">{strings.left(left)}</p>}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

export function ReadMore({ link }: { link: string | null }) {
  return (
    link && (
      <a href={link} target="_blank" rel="noopener noreferrer">
        {words.readMore}
      </a>
    )
  );
}

interface ConsentProps {
  consent: Consent;
  agreed: boolean;
  strict: boolean;
  agree(version: string | undefined): void;
}

function ConsentTick({ consent, agreed, strict, agree }: ConsentProps) {
  const wrong = strict && !agreed;
  return (
    <div class="field">
      <label class="tick">
        <input
          type="checkbox"
          checked={agreed}
          aria-required
          aria-invalid={wrong}
          aria-describedby={wrong ? 'deskbell-consent-wrong' : undefined}
          onChange={(event) => agree(event.currentTarget.checked ? consent.version : undefined)}
        />
        <span class="owner-said">{consent.text}</span>
      </label>
      <ReadMore link={consent.link} />
      {wrong && (
        <p class="wrong" id="deskbell-consent-wrong">
          {words.agree}
        </p>
      )}
    </div>
  );
}
