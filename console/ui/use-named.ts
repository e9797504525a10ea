import { useEffect, useState } from 'preact/hooks';
import { useApp, useDesk } from './context.ts';

/** So long after a look that reached nobody there is another one, as long as the link stands. */
const AGAIN_MS = 3_000;

/**
 * Which of these a page of the settings is about: the one that its address names, or the first where it names none (Z21). Never another one
 * in its place: what is saved would be saved there. Null while it is looked for anew, `unreached` as long as nobody answers that,
 * undefined where there is none.
 */
export function useNamed<One extends object>(
  all: readonly One[] | null,
  keyOf: (one: One) => string,
): One | 'unreached' | null | undefined {
  const { settings, staff, route } = useApp();
  const { status, ticker } = useDesk();
  const asked = route.value.name === 'settings' ? route.value.of : undefined;
  const [looked, setLooked] = useState<{ asked: string; failedAt: number | null }>();
  const found = asked === undefined ? all?.[0] : all?.find((one) => keyOf(one) === asked);
  const failedAt = looked?.asked === asked ? (looked?.failedAt ?? null) : null;
  const isDue =
    looked?.asked !== asked || (failedAt !== null && status.online.value && ticker.now.value - failedAt >= AGAIN_MS);
  // Somebody else may have added it since these were read.
  const looks = all !== null && asked !== undefined && !found && isDue;
  useEffect(() => {
    if (!looks) return;
    void Promise.all([settings.loadSites(), staff.loadDepartments()]).then((answered) =>
      setLooked({ asked, failedAt: answered.includes(false) ? ticker.read() : null }),
    );
  }, [looks, asked, settings, staff, ticker]);
  if (found || all === null) return found ?? null;
  if (failedAt !== null) return 'unreached';
  return looks ? null : undefined;
}
