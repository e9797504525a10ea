import type { Happening } from '../model/thread.ts';
import { eventStrings as words } from './event-strings.ts';
import type { Formats } from './formats.ts';
import { handed } from './handed.ts';

export { words };

export interface EventProps {
  happening: Happening;
  formats: Pick<Formats, 'time'>;
}

/** Something that happened in the conversation, as a sentence. */
export function View({ happening, formats }: EventProps) {
  return <>{wordsOf(happening, formats)}</>;
}

function wordsOf(happening: Happening, formats: Pick<Formats, 'time'>): string {
  switch (happening.what) {
    case 'joined':
      return words.joined(happening.name);
    case 'requeued':
      return words.wasRequeued;
    case 'reopened':
      return words.reopened;
    case 'closed':
      return happening.reason ? words.closedFor[happening.reason] : words.closedBy[happening.by];
    case 'rated':
      return words.ratedWith(happening.score);
    case 'contact':
      return words.contactLeft(happening.email);
    case 'idle_warning':
      return words.idleWarning(formats.time(happening.until ?? 0));
    case 'kept':
    case 'still_waiting':
      return happening.text ?? words.kept;
  }
}

handed.wordsOf = wordsOf;
