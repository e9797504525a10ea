import type { ComponentChildren } from 'preact';
import { frontSettingsWords as words } from './strings-of-front-settings.ts';

/** As a visitor will see it, under what is being written. */
export function Seen({ children }: { children: ComponentChildren }) {
  return (
    <figure class="seen">
      <figcaption>{words.seen}</figcaption>
      {children}
    </figure>
  );
}
