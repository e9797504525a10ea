import type { ProactiveTold } from '../../protocol/wire/proactive.ts';
import { isAnyLeft } from './choose.ts';
import { countShown, isOver, type Kept, putAway, readKept, visit, writeKept } from './record.ts';

export interface Keep {
  read(): string | null;
  write(text: string): void;
}

/** What was shown and decided: in the page, in the browser's storage as far as the owner allows it (X4), and in other tabs. */
export function createMemory(told: ProactiveTold, keep: Keep, now: () => number) {
  const counted = told.privacy === 'counted';
  let kept = readKept(keep.read());
  const write = () => keep.write(writeKept(kept, told.privacy));
  /** Another tab may have written meanwhile. */
  const refresh = (): Kept => {
    const fresh = readKept(keep.read());
    kept = counted ? fresh : joined(kept, fresh);
    return kept;
  };
  /** The visitor acted: from here on something may be stored. */
  const decide = (change: () => void) => {
    refresh();
    change();
    write();
  };
  if (counted) {
    visit(kept, now());
    write();
  }

  return {
    refresh,
    show(key: string) {
      countShown(kept, key, now());
      if (counted) write();
    },
    putAway: (key: string) => decide(() => putAway(kept, key)),
    silence: () =>
      decide(() => {
        kept.silent = true;
      }),
    isSilent: () => refresh().silent,
    /** Also where that was decided in another tab. */
    isOver: (key: string) => isOver(refresh(), key),
    isAnyLeft: () => isAnyLeft(told, kept, now()),
  };
}

/** What was decided anywhere counts here; what was counted on this page stays. */
function joined(mine: Kept, fresh: Kept): Kept {
  const next = { ...mine, silent: mine.silent || fresh.silent };
  for (const { key, gone } of fresh.rules) if (gone) putAway(next, key);
  return next;
}
