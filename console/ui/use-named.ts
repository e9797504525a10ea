import { useEffect, useState } from 'preact/hooks';
import { useApp } from './context.ts';

/**
 * Which of these a page of the settings is about: the one that its address names, or the first where it names none (Z21). Never another one
 * in its place: what is saved would be saved there. Null while it is looked for anew, undefined where there is none.
 */
export function useNamed<One>(all: readonly One[] | null, keyOf: (one: One) => string): One | null | undefined {
  const { settings, staff, route } = useApp();
  const asked = route.value.name === 'settings' ? route.value.of : undefined;
  const [lookedFor, setLookedFor] = useState<string>();
  const found = asked === undefined ? all?.[0] : all?.find((one) => keyOf(one) === asked);
  // Somebody else may have added it since these were read.
  const looks = all !== null && asked !== undefined && !found && lookedFor !== asked;
  useEffect(() => {
    if (looks) void Promise.all([settings.loadSites(), staff.loadDepartments()]).then(() => setLookedFor(asked));
  }, [looks, asked, settings, staff]);
  return looks || all === null ? null : found;
}
