import { type Settings, settingsFor } from './standing.ts';

/** M10: what the owner aims at for this visitor: the most urgent of her segments, otherwise what holds in the department. */
export function targetFor(settings: Settings, departmentId: string | null, segments: readonly string[]): number | null {
  const { segmentTargets } = settings.plan;
  const own = segments.flatMap((segment) =>
    Object.hasOwn(segmentTargets, segment) ? (segmentTargets[segment] ?? []) : [],
  );
  return own.length > 0 ? Math.min(...own) : settingsFor(settings, departmentId).targetMs;
}
