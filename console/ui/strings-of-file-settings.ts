import type { FileKind } from '../../protocol/wire/files.ts';
import type { ServiceSettings } from '../model/service-settings.ts';
import { LOCALE } from './format.ts';
import { inLanguage } from './language.ts';
import { fileWords } from './strings-of-files.ts';

type Limits = ServiceSettings['limits'];

const MEGABYTE = 1_048_576;

const sizes = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 2 });

/** What people read on the page about files. */
export const fileSettingsWords = inLanguage('fileSettings', {
  title: 'Files in the chat',
  hint: 'Pictures and documents that visitors and agents send. Pictures lose what they say about place and camera.',
  on: 'Files can be sent',
  size: 'Largest file (megabytes)',
  sizeHint: (max: string) => `Up to ${max}.`,
  kinds: 'What is taken',
  kindsHint: 'Known by what is in the file, not by its name.',
  kindNames: {
    image: ['Pictures', 'JPEG, PNG, WebP and GIF.'],
    document: ['Documents', 'PDF, RTF, office documents and plain text.'],
    archive: ['Archives', 'ZIP and the like. Nobody looks inside.'],
    other: ['Anything else', 'Programs, recordings, whatever nobody knows. There is no virus scanner.'],
  } satisfies Record<FileKind, readonly [string, string]>,
  keep: 'Remove files after (days)',
  keepHint: 'The message stays and says what the file was called. Empty: files stay as long as their conversation.',
  seen: 'What a visitor sees beside the text box',
  seenOff: 'Nothing: there is no button for files.',
  keptAlways: 'Files are kept as long as their conversation.',
  keptFor: (days: string) => `Files are removed ${days} after they came.`,
  faults: {
    size: (min: string, max: string) => `From ${min} to ${max}.`,
    kinds: 'Choose at least one kind, or turn files off.',
    days: (max: number) => `Write a whole number from 1 to ${max}, or nothing.`,
    other: 'Something here is not right.',
  },
});

/** What a visitor reads beside the button for files. */
export function spellSeen(bytes: number, kinds: readonly FileKind[]): string {
  return fileWords.upTo(sizeOf(bytes), kinds.map((kind) => fileWords.kinds[kind]).join(', '));
}

export function spellKept(days: number | null): string {
  return days === null ? fileSettingsWords.keptAlways : fileSettingsWords.keptFor(daysOf(days));
}

export function sizeOf(bytes: number): string {
  return sizes.format(bytes / MEGABYTE);
}

function daysOf(days: number): string {
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
}

export function spellFileFault(field: string, limits: Limits): string {
  const { faults } = fileSettingsWords;
  if (field === 'files.bytesMax') return faults.size(sizeOf(limits.fileBytesMin), sizeOf(limits.fileBytesMax));
  if (field.startsWith('files.kinds')) return faults.kinds;
  return field === 'files.keepDays' ? faults.days(limits.fileDaysMax) : faults.other;
}
