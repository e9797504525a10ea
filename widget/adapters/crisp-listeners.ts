import type { DeskbellEvents } from '../embed/api.ts';
import { call, ignore, on, type Product } from './page.ts';

type Name = keyof DeskbellEvents;
type Hear = (detail?: unknown) => unknown;

/** Their event, ours, and what theirs hands over. */
const EVENTS: Record<string, [ours: Name, detailOf?: (detail: never) => unknown]> = {
  'session:loaded': ['ready'],
  'chat:initiated': ['open'],
  'chat:opened': ['open'],
  'chat:closed': ['close'],
  'message:sent': [
    'message:sent',
    ({ text }: DeskbellEvents['message:sent']) => ({ ...TEXT, content: text, from: 'user' }),
  ],
  'message:received': [
    'message:received',
    ({ text, agent }: DeskbellEvents['message:received']) => ({
      ...TEXT,
      content: text,
      from: 'operator',
      user: { nickname: agent },
    }),
  ],
  'website:availability:changed': ['availability', (isAvailable: boolean) => isAvailable],
};
const TEXT = { type: 'text', origin: 'chat' };

/** `["on", …]` and `["off", …]`: theirs takes all of one name away, and no others. */
export function createCrispListeners(product: Product) {
  const heard = new Map<string, [ours: Name, hear: (detail: never) => void][]>();
  return {
    on(name: string, hear: Hear) {
      const event = Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined;
      if (!event) return ignore(product, `on ${name}`);
      const [ours, detailOf] = event;
      let isFirst = true;
      const listen = (detail: never) => {
        if (name === 'chat:initiated' && !isFirst) return;
        isFirst = false;
        if (detailOf) hear(detailOf(detail));
        else hear();
      };
      heard.set(name, [...(heard.get(name) ?? []), [ours, listen]]);
      on(ours, listen as never);
    },
    off(name: string) {
      for (const [ours, listen] of heard.get(name) ?? []) call('off', ours, listen);
      heard.delete(name);
    },
  };
}
