import type { FileKind } from '../../protocol/wire/files.ts';
import type { ServiceSettings } from '../model/service-settings.ts';
import { fileWords } from './strings-of-files.ts';

type Limits = ServiceSettings['limits'];

const MEGABYTE = 1_048_576;

const sizes = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 2 });

/** What people read on the page about files. */
export const fileSettingsWords = {
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
  seenLimits: (bytes: number, kinds: readonly FileKind[]) =>
    fileWords.upTo(sizeOf(bytes), kinds.map((kind) => fileWords.kinds[kind]).join(', ')),
  kept: (days: number | null) =>
    days === null
      ? 'Files are kept as long as their conversation.'
      : `Files are removed ${daysOf(days)} after they came.`,
};

export function sizeOf(bytes: number): string {
  return sizes.format(bytes / MEGABYTE);
}

function daysOf(days: number): string {
  return new Intl.NumberFormat('en', { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
}

export function spellFileFault(field: string, limits: Limits): string {
  if (field === 'files.bytesMax') return `From ${sizeOf(limits.fileBytesMin)} to ${sizeOf(limits.fileBytesMax)}.`;
  if (field.startsWith('files.kinds')) return 'Choose at least one kind, or turn files off.';
  if (field === 'files.keepDays') return `Write a whole number from 1 to ${limits.fileDaysMax}, or nothing.`;
  return 'Something here is not right.';
}
