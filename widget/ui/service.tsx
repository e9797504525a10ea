import type { QueuePlace, ServiceTold } from '../../protocol/wire/settings.ts';
import type { ChatState } from '../model/chat-view.ts';
import type { Formats } from './formats.ts';
import { serviceStrings as words } from './service-strings.ts';
import css from './styles/service.css?inline';

export { css, words };

export interface ServiceProps {
  chat: Pick<ChatState, 'service' | 'place' | 'screen'>;
  formats: Formats;
  /** One sentence for the header, or more of it for the thread. */
  part: 'line' | 'more';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** From here on minutes say more than anybody knows. */
const HOURS_SHOWN_AT_MS = 90 * MINUTE_MS;

/** Whether we are open, and the place in the queue: what most visitors never see (W16). */
export function View({ chat, formats, part }: ServiceProps) {
  const service = chat.service.value;
  const place = chat.place.value;
  if (part === 'line') return <>{service ? lineOf(service, formats) : place && placeOf(place)}</>;
  if (!service) return <>{words.waitMore}</>;
  return (
    <>
      {service.text && (
        <span class="owner-words" dir="auto">
          {service.text}
        </span>
      )}
      {chat.screen.value === 'nobody' ? words.closedMore : words.closedWritten}
    </>
  );
}

/** In the visitor's own zone and way of writing. */
function lineOf({ opensAt, day, text }: ServiceTold, formats: Formats): string {
  const why = day ? words.closedDay(day) : text === null ? words.closed : words.offline;
  if (opensAt === null) return why;
  return `${why}. ${words.opens(words.when(formats.day(opensAt), formats.time(opensAt)))}`;
}

function placeOf({ position, lowMs, highMs }: QueuePlace): string {
  const where = position === 1 ? words.next : words.number(position);
  return lowMs === undefined || highMs === undefined ? where : words.place(where, rangeOf(lowMs, highMs));
}

function rangeOf(lowMs: number, highMs: number): string {
  if (highMs > HOURS_SHOWN_AT_MS) {
    const low = Math.max(1, Math.floor(lowMs / HOUR_MS));
    return words.hours(low, Math.max(low + 1, Math.ceil(highMs / HOUR_MS)));
  }
  const [low, high] = [Math.floor(lowMs / MINUTE_MS), Math.ceil(highMs / MINUTE_MS)];
  if (low > 0) return words.about(low, high);
  return high <= 1 ? words.soon : words.within(high);
}
