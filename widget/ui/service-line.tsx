import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ServiceProps } from './service.tsx';
import type { Views } from './views.ts';

type LineProps = ServiceProps & { views: Pick<Views, 'service'>; children: ComponentChildren };

/** What is to be said about hours or places, once its words are there; `children` until then, and where nothing is. */
export function ServiceLine({ views, children, ...props }: LineProps) {
  const { service, place, screen } = props.chat;
  // A place before nobody is none to speak of.
  const due = service.value ?? (screen.value === 'waiting' ? place.value : null);
  const { view, fetch } = views.service;
  useEffect(() => {
    if (due) fetch();
  }, [!due]);
  const View = due && view.value;
  // biome-ignore lint/complexity/noUselessFragments: children alone are no element
  return View ? <View {...props} /> : <>{children}</>;
}
