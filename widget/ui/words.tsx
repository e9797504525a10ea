import { Soon } from './later.tsx';
import type { Views } from './views.ts';

/** Where there may be an address in it. */
const ADDRESS = /:\/\/|www\.|@/i;

/** A person's words as they were written; what makes links of addresses comes when there is one. */
export function Words({ text, views }: { text: string; views: Pick<Views, 'links'> }) {
  return (
    <Soon of={views.links} due={ADDRESS.test(text)} with={{ text }}>
      {text}
    </Soon>
  );
}
