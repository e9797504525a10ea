import { useState } from 'preact/hooks';
import { useApp } from './context.ts';
import { Field } from './field.tsx';
import { strings } from './strings.ts';
import { passwordProblem } from './strings-of-refusals.ts';

export function PasswordForm() {
  const { settings, account } = useApp();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const rules = account.passwordRules;
  const problem = settings.problem.value;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (settings.saving.value || !(await settings.changePassword(current, next))) return;
    setCurrent('');
    setNext('');
  };
  return (
    <section class="card" aria-labelledby="password-title">
      <h2 id="password-title">{strings.settings.passwordTitle}</h2>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <Field
          label={strings.settings.current}
          name="current"
          type="password"
          value={current}
          onInput={setCurrent}
          autocomplete="current-password"
          invalid={problem?.error === 'forbidden'}
        />
        <Field
          label={strings.settings.next}
          name="next"
          type="password"
          value={next}
          onInput={setNext}
          autocomplete="new-password"
          hint={strings.door.passwordRules(rules.min, rules.max)}
          minLength={rules.min}
          maxLength={rules.max}
          invalid={problem?.error === 'password_weak'}
        />
        <p class="problem" role="alert">
          {problem && passwordProblem(problem)}
        </p>
        <p class="done" role="status">
          {settings.saved.value && strings.settings.changed}
        </p>
        <button type="submit" class="button" aria-disabled={settings.saving.value}>
          {settings.saving.value ? strings.settings.changing : strings.settings.change}
        </button>
      </form>
    </section>
  );
}
