import type { Happening } from '../model/thread.ts';
import { strings } from './strings.ts';

/** Something that happened in the conversation, as a sentence. */
export function wordsOf(happening: Happening): string {
  switch (happening.what) {
    case 'joined':
      return strings.joined(happening.name);
    case 'requeued':
      return strings.wasRequeued;
    case 'reopened':
      return strings.reopened;
    case 'closed':
      return strings.closedBy[happening.by];
    case 'rated':
      return strings.ratedWith(happening.score);
    case 'contact':
      return strings.contactLeft(happening.email);
  }
}
