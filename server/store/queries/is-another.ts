import { markOf } from '../../../protocol/kit/mark-of.ts';

/** Z13: whether what is there now is not what somebody read. What is gone is said in other words: it is none. */
export function isAnother(now: object | undefined, names: readonly string[] | undefined, basedOn: string): boolean {
  return now !== undefined && markOf(now, names) !== basedOn;
}
