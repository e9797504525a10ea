import { inLanguage } from './language.ts';

/** The words of files. */
export const fileWords = inLanguage('file', {
  attach: 'Attach a file',
  drop: 'Drop files here',
  upTo: (size: string, kinds: string) => `Up to ${size} each: ${kinds}`,
  kinds: { image: 'pictures', document: 'documents', archive: 'archives', other: 'other files' },
  sending: (percent: string) => `Sending, ${percent}`,
  waiting: 'Waiting for the relay',
  cancel: (name: string) => `Cancel ${name}`,
  remove: (name: string) => `Remove ${name}`,
  download: (name: string) => `Download ${name}`,
  gone: 'Not kept any more',
  picture: (name: string) => `Picture, ${name}`,
  notSent: 'Not sent yet',
  describe: (name: string) => `What ${name} shows, for people who cannot see it (optional)`,
  describeShort: 'What it shows (optional)',
  send: 'Send',
  sendOne: (name: string) => `Send ${name}`,
  problems: {
    too_large: 'This is larger than the site allows.',
    too_many: 'These are too many at once.',
    empty: 'This file is empty.',
    unreadable: 'This file cannot be read.',
    unclean:
      'Not sent: where it was taken cannot be removed from this picture. Save it as JPEG or PNG and choose that.',
    file_refused: 'This kind of file, or this picture, is not taken.',
    file_quota: 'There is no room for more files in this conversation.',
    files_off: 'Files are turned off for this site.',
    reassigned: 'The conversation is not yours any more.',
  } as Partial<Record<string, string>>,
  notTaken: 'The relay did not take this.',
});
