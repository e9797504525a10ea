import { inLanguage } from './language.ts';

/** How the widget looks on a site's pages. */
export const lookWords = inLanguage('look', {
  preview: 'Preview',
  previewHint: 'The widget itself, as this relay serves it. Nothing that you write in it is sent or kept.',
  width: 'Screen',
  widths: { desktop: 'Computer', phone: 'Phone' },
  scheme: 'The visitor’s screen',
  schemes: { light: 'Light', dark: 'Dark' },
  language: 'Read in',
  loading: 'The preview is coming…',
  previewFailed: 'The preview does not come. Is the widget built on this relay?',
  colours: 'Colours',
  color: 'Brand colour',
  colorHint: 'Six digits, such as #3350c4. Empty: our own.',
  pick: 'Choose the brand colour',
  contrast: (ratio: string, on: string) => `Text on it is ${on}, ${ratio} : 1. WCAG AA asks for 4.5 : 1.`,
  black: 'black',
  white: 'white',
  moved: 'Where it is text on a light or dark ground, it is moved towards black or white until it has 4.5 : 1.',
  theme: 'Light or dark',
  themes: { auto: 'As the visitor’s device', light: 'Always light', dark: 'Always dark' },
  place: 'Place',
  position: 'Side',
  positions: { end: 'Where lines end (right, in English)', start: 'Where lines begin (left, in English)' },
  offsetX: 'From the edge (px)',
  offsetY: 'From the bottom (px)',
  zIndex: 'Layer (z-index)',
  zIndexHint: 'Empty: above nearly everything.',
  launcher: 'Your own buttons',
  launcherHint: 'A selector, such as .help-button. The bell is not shown then. Empty: the bell.',
  shape: 'Shape and picture',
  radius: 'Corners (px)',
  radiusHint: 'From 0 to 40. Empty: our own.',
  font: 'Font',
  fonts: { system: 'The device’s', page: 'The page’s' },
  logo: 'Address of a logo',
  logoHint: 'https only; stands in the header. Your page’s policy must allow its host (Sites shows the line).',
  locale: 'Language',
  localeHint: 'A tag such as de or pt-BR. Empty: the page’s, then the visitor’s.',
  texts: 'Texts',
  textsHint:
    'Every text of the widget can be said in your words; what you leave empty is said in ours. A text stands in every language. {1} and {2} stand for names and numbers.',
  find: 'Find a text',
  changedOnly: (count: number) => (count === 1 ? '1 text of your own' : `${count} texts of your own`),
  shown: (shown: string, all: string) => `${shown} of ${all}. Write a word to find others.`,
  nothing: 'No text has this word.',
  greetingHint: 'The greeting is set under “Around the chat”, with what else stands there.',
  tagWins:
    'What a page’s tag says itself goes before this. Pages whose tag ends in ?site= and the key follow within a minute.',
  faults: {
    color: 'Write # and six digits or letters from a to f.',
    offset: 'From 0 to 400.',
    radius: 'From 0 to 40, or nothing.',
    zIndex: 'A whole number, or nothing.',
    logo: 'Write an address that begins with https://.',
    launcher: 'Up to 200 characters.',
    locale: 'Write a language tag, such as de or pt-BR.',
    texts: 'One line of up to 500 characters.',
  },
} as const);

/** What is wrong with a field of the look. */
export function spellLookFault(field: string): string {
  const { faults } = lookWords;
  const name = field.split('.')[1] ?? '';
  if (name.startsWith('offset')) return faults.offset;
  return (faults as Record<string, string>)[name] ?? faults.texts;
}
