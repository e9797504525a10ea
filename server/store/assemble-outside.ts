import type { Engine } from './engine.ts';
import type { OutsideStore } from './outside-store.ts';
import { listOutside, readOutside, setOutside } from './queries/outside.ts';

/** Part of assemble-store.ts. */
export function outsideOf(engine: Engine): OutsideStore {
  return {
    readOutside: (siteId) => engine.read(readOutside, siteId),
    listOutside: () => engine.read(listOutside, {}),
    setOutside: (input) => engine.write(setOutside, input),
  };
}
