import type { Work } from '../protocol/wire/errors.ts';
import { workPorts } from './browser/work-ports.ts';
import { search } from './model/search.ts';

/** The composition root of a later part: a little work before a conversation, where the owner asks for it (J18). */
export function solve(asked: Work): Promise<number> {
  return search(asked, workPorts());
}
