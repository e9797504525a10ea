import type { LookSettings } from '../../../protocol/wire/look.ts';

/** What each card of the look is handed. */
export interface PartProps {
  look: LookSettings;
  set(part: Partial<LookSettings>): void;
  fault(field: keyof LookSettings): string | null;
}
