import type { ComponentChildren } from 'preact';
import { useApp } from '../context.ts';
import { Definition } from '../definition.tsx';
import { AlertIcon } from '../icons.tsx';
import { type MeasureName, measureWords } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { usePlace } from './use-measures.ts';

interface FigureProps {
  /** The rows behind it. */
  which: string;
  /** Of them only these. */
  part?: string | undefined;
  measure: string;
  /** Within a line of text. */
  small?: boolean;
  children: ComponentChildren;
}

/** A number that opens the list behind it. */
export function Figure({ which, part, measure, small, children }: FigureProps) {
  const app = useApp();
  const place = usePlace();
  return (
    <a
      class={small ? 'figure figure-note' : 'figure'}
      href={app.hrefOf({ ...place, which, part })}
      title={words.showRows(measure)}
      aria-current={place.which === which && place.part === part ? 'true' : undefined}
    >
      <bdi>{children}</bdi>
    </a>
  );
}

interface CardProps {
  title: string;
  means?: string | undefined;
  shape?: 'wide' | 'full' | 'csat' | undefined;
  children: ComponentChildren;
}

export function Card({ title, means, shape, children }: CardProps) {
  return (
    <section class={shape ? `card card-${shape}` : 'card'} aria-label={title}>
      <h2 class="card-title">
        {title} {means !== undefined && <Definition measure={title} text={means} />}
      </h2>
      {children}
    </section>
  );
}

export function MeasureCard({
  measure,
  shape,
  children,
}: {
  measure: MeasureName;
  shape?: CardProps['shape'];
  children: ComponentChildren;
}) {
  const { name, means } = measureWords[measure];
  return (
    <Card title={name} means={means} shape={shape}>
      {children}
    </Card>
  );
}

/** Beside every number that rests on too little. */
export function Few({ text = words.few }: { text?: string }) {
  return (
    <span class="few">
      <AlertIcon size={14} />
      {text}
    </span>
  );
}
