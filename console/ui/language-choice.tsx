import type { ConsoleLanguage } from '../model/language.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { spoken } from './language.ts';
import { strings } from './strings.ts';

/** By their own names: whoever cannot read the page must find theirs. */
const NAMES: Record<ConsoleLanguage, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  ar: 'العربية',
};

/** The console in another language. The page is loaded again; drafts and unsent messages stay. */
export function LanguageChoice() {
  const app = useApp();
  return (
    <Choice
      label={strings.language}
      value={spoken()}
      options={Object.entries(NAMES)}
      onChange={(code) => app.chooseLanguage(code as ConsoleLanguage)}
    />
  );
}
