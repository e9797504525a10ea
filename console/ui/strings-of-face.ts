import type { FaceProblem } from '../model/faces.ts';
import { inLanguage } from './language.ts';

/** How visitors see an agent. */
export const faceWords = inLanguage('face', {
  title: 'How visitors see you',
  hint: 'Your name, this picture and what you do stand above the chat and beside your messages. Only visitors of your sites get them.',
  of: (name: string) => `How visitors see ${name}`,
  job: 'What you do',
  jobHint: 'In a word or two, such as Support. It may stay empty.',
  choose: 'Choose a picture',
  another: 'Choose another picture',
  remove: 'Remove the picture',
  pictureHint:
    'JPEG, PNG, WebP or GIF. The middle of it is kept, as a small square, without where and when it was taken.',
  picture: (name: string) => `Picture of ${name}`,
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved',
  problems: {
    unreadable: 'This picture cannot be read. Choose another one.',
    refused: 'The relay does not take this. Choose another picture, or a shorter text.',
    later: 'The relay does not answer. Check the connection and try again.',
  } satisfies Record<FaceProblem, string>,
} as const);
