import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { strings } from './strings.ts';

/** A part of the panel that most visitors never see: a file of its own, fetched in a quiet moment or when it is due (W16). */
export interface LaterView<Props> {
  /** Null until it is there. */
  view: ReadonlySignal<ComponentType<Props> | null>;
  failed: ReadonlySignal<boolean>;
  /** Fetches it, or tries again. Does nothing once it is there. */
  fetch(): void;
}

export function laterView<Props>(load: () => Promise<ComponentType<Props>>): LaterView<Props> {
  const view = signal<ComponentType<Props> | null>(null);
  const failed = signal(false);
  let underWay = false;
  return {
    view,
    failed,
    fetch() {
      if (underWay || view.value) return;
      underWay = true;
      load().then(
        (loaded) => {
          view.value = loaded;
        },
        () => {
          failed.value = true;
          // Old libraries replace promises by some that know no `finally`.
          underWay = false;
        },
      );
    },
  };
}

/** Its place. While it is not there the focus has somewhere to be; where it cannot be had, that is said. */
export function Later<Props extends object>({ of, with: props }: { of: LaterView<Props>; with: Props }) {
  useEffect(() => of.fetch(), [of]);
  const View = of.view.value;
  if (View) return <View {...props} />;
  return (
    <div class="later" role="status" data-focus tabIndex={-1}>
      {of.failed.value && (
        <>
          <p class="hint">{strings.viewFailed}</p>
          <button type="button" class="link" onClick={of.fetch}>
            {strings.retry}
          </button>
        </>
      )}
    </div>
  );
}

export interface SoonProps<Props> {
  of: LaterView<Props>;
  /** Falsy: not now. */
  due: unknown;
  with: Props;
  children?: ComponentChildren;
}

/** A part that improves on `children`, which stand there until it has come, and where it cannot. */
export function Soon<Props extends object>({ of, due, with: props, children }: SoonProps<Props>) {
  useEffect(() => {
    if (due) of.fetch();
  }, [!due]);
  const View = due ? of.view.value : null;
  // biome-ignore lint/complexity/noUselessFragments: children alone are no element
  return View ? <View {...props} /> : <>{children}</>;
}
