import type { Happening } from '../model/thread.ts';
import type { Formats } from './formats.ts';
import { strings } from './strings.ts';

/** Something that happened in the conversation, as a sentence. */
export function wordsOf(happening: Happening, formats: Pick<Formats, 'time'>): string {
  switch (happening.what) {
    case 'joined':
      return strings.joined(happening.name);
    case 'requeued':
      return strings.wasRequeued;
    case 'reopened':
      return strings.reopened;
    case 'closed':
      return happening.reason ? strings.closedFor[happening.reason] : strings.closedBy[happening.by];
    case 'rated':
      return strings.ratedWith(happening.score);
    case 'contact':
      return strings.contactLeft(happening.email);
    case 'idle_warning':
      return strings.idleWarning(formats.time(happening.until ?? 0));
    case 'kept':
    case 'still_waiting':
      return happening.text ?? strings.kept;
  }
}
