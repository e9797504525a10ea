import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';

/** Inside a form: what the relay did not take has the focus, so that it is read with what is wrong. */
export function useFirstWrong(problem: Refusal | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (problem) place.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problem]);
  return place;
}
