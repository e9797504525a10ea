import type { ComponentChildren } from 'preact';
import { Soon } from './later.tsx';
import type { ServiceProps } from './service.tsx';
import type { Views } from './views.ts';

type LineProps = ServiceProps & { views: Pick<Views, 'service'>; children: ComponentChildren };

/** What is to be said about hours or places, once its words are there; `children` until then, and where nothing is. */
export function ServiceLine({ views, children, ...props }: LineProps) {
  const { service, place, screen } = props.chat;
  // A place before nobody is none to speak of.
  const due = service.value ?? (screen.value === 'waiting' ? place.value : null);
  return (
    <Soon of={views.service} due={due} with={props}>
      {children}
    </Soon>
  );
}
