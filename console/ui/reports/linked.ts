import { businessWords as words } from '../strings-of-business.ts';

/** Wherever a figure of business says what it is, it also says that it is association, not cause. */
export function linked<Described extends { means: string }>(described: Described): Described {
  return { ...described, means: `${described.means} ${words.association}` };
}
