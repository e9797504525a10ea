import type { ComponentChildren } from 'preact';
import { frontSettingsWords as words } from './strings-of-front-settings.ts';

/** As a visitor will see it, or what it means, under what is being written. */
export function Seen({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <figure class="seen">
      <figcaption>{title ?? words.seen}</figcaption>
      {children}
    </figure>
  );
}
