import { useDesk } from './context.ts';
import { Lazy, type Load, useEarly } from './lazy.tsx';

const loadCard = () => import('./ask-ring-card.tsx').then((file) => file.AskRingCard);
/** Fetched in the quiet after the first drawing: there before somebody asks. */
export const RING_PARTS: readonly Load<never>[] = [loadCard];

/** A colleague, or routing, waits for my word: over every page, with what is left of the time. */
export function AskRing() {
  const { asks } = useDesk();
  useEarly(RING_PARTS);
  return (
    <div class="rings" role="alert">
      {asks.open.value.map((ask) => (
        <Lazy key={ask.summary.id} load={loadCard} quiet with={{ ask }} />
      ))}
    </div>
  );
}
