import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from './context.ts';
import { Empty } from './empty.tsx';
import { Field } from './field.tsx';
import { BellIcon, OfflineIcon } from './icons.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { strings } from './strings.ts';
import { setUpProblem, signInProblem } from './strings-of-refusals.ts';

function Card({ children }: { children: ComponentChildren }) {
  return (
    <main class="door">
      <div class="door-card">
        <p class="door-brand">
          <span class="brand-mark">
            <BellIcon size={22} />
          </span>
          {strings.product}
        </p>
        {children}
      </div>
    </main>
  );
}

function Problem({ text }: { text: string | null }) {
  return (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}

export function Opening() {
  return (
    <Card>
      <p class="door-wait" role="status">
        {strings.door.opening}
      </p>
    </Card>
  );
}

export function Unreachable() {
  const { account } = useApp();
  return (
    <Card>
      <h1 class="visually-hidden">{strings.product}</h1>
      <Empty icon={<OfflineIcon size={28} />} title={strings.door.unreachable} hint={strings.door.unreachableHint}>
        <button type="button" class="button button-primary" onClick={() => void account.open(null)}>
          {strings.retry}
        </button>
      </Empty>
    </Card>
  );
}

export function SignIn({ because }: { because: 'first' | 'left' | 'ended' }) {
  const { account } = useApp();
  const [email, setEmail] = useState(account.lastEmail.value);
  const [password, setPassword] = useState('');
  const problem = account.problem.value;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!account.busy.value) void account.signIn(email.trim(), password);
  };
  return (
    <Card>
      <h1>{strings.door.signInTitle}</h1>
      <p class="door-hint">
        {because === 'first' ? strings.door.signInHint : because === 'left' ? strings.door.left : strings.door.ended}
      </p>
      <form onSubmit={submit}>
        <Field
          label={strings.door.email}
          name="email"
          type="email"
          value={email}
          onInput={setEmail}
          autocomplete="username"
          invalid={problem?.error === 'unauthorized'}
          focused={email === ''}
        />
        <Field
          label={strings.door.password}
          name="password"
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
          invalid={problem?.error === 'unauthorized'}
          focused={email !== ''}
        />
        <Problem text={problem && signInProblem(problem)} />
        <button type="submit" class="button button-primary button-wide" aria-disabled={account.busy.value}>
          {account.busy.value ? strings.door.signingIn : strings.door.signIn}
        </button>
      </form>
      <LanguageChoice />
    </Card>
  );
}

const LINK_IS_USED = new Set(['setup_done', 'not_found', 'forbidden', 'unauthorized']);

export function SetUp() {
  const { account } = useApp();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const problem = account.problem.value;
  const rules = account.passwordRules;
  if (problem && LINK_IS_USED.has(problem.error)) return <LinkUsed />;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!account.busy.value) void account.setUp(name.trim(), email.trim(), password);
  };
  return (
    <Card>
      <h1>{strings.door.setUpTitle}</h1>
      <p class="door-hint">{strings.door.setUpHint}</p>
      <form onSubmit={submit}>
        <Field
          label={strings.door.name}
          name="name"
          value={name}
          onInput={setName}
          autocomplete="name"
          hint={strings.door.nameHint}
          focused
        />
        <Field
          label={strings.door.email}
          name="email"
          type="email"
          value={email}
          onInput={setEmail}
          autocomplete="username"
        />
        <Field
          label={strings.door.password}
          name="password"
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="new-password"
          hint={strings.door.passwordRules(rules.min, rules.max)}
          minLength={rules.min}
          maxLength={rules.max}
          invalid={problem?.error === 'password_weak'}
        />
        <Problem text={problem && setUpProblem(problem)} />
        <button type="submit" class="button button-primary button-wide" aria-disabled={account.busy.value}>
          {account.busy.value ? strings.door.settingUp : strings.door.setUp}
        </button>
      </form>
    </Card>
  );
}

function LinkUsed() {
  const { account } = useApp();
  return (
    <Card>
      <h1>{strings.door.linkUsedTitle}</h1>
      <p class="door-hint" role="alert">
        {strings.door.linkUsed}
      </p>
      <button type="button" class="button button-primary button-wide" onClick={() => account.toSignIn()}>
        {strings.door.toSignIn}
      </button>
    </Card>
  );
}
