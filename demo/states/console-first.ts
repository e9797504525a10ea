import '../../console/ui/styles/all.css';
import { pickLanguage } from '../../console/model/language.ts';
import { speak } from '../../console/ui/language.ts';
import { fetchLanguage } from '../../console/ui/languages/all.ts';

/** `?lang=de`: the language first, as in the console itself (console/speak-first.ts). */
const code = pickLanguage(new URLSearchParams(location.search).get('lang'), []);
speak(code, null);
speak(code, await fetchLanguage(code));
document.documentElement.lang = code;
await import('./console-states.tsx');
