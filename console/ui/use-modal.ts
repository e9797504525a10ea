import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useBack } from './use-back.ts';

interface Modal {
  ref: RefObject<HTMLDialogElement | null>;
  /** For the dialog's own `onClose`: by Escape or the browser. */
  onClose(): void;
  /** At once; the focus is back where it was when this returns. */
  close(): void;
}

/**
 * The browser's own dialog: it keeps the keyboard inside and closes on Escape. It is closed before it is taken away, because only
 * then the browser gives the focus back.
 */
export function useModal(ended: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  const over = useRef(false);
  useLayoutEffect(() => {
    const shown = ref.current;
    shown?.showModal?.();
    return () => {
      over.current = true;
      shown?.close?.();
      // Opened before anything had the focus, it gives it back to nobody, or keeps it (Firefox): who goes on by keyboard begins at the page (KB8).
      const at = document.activeElement;
      if (at === document.body || shown?.contains(at)) document.querySelector('main')?.focus();
    };
  }, []);
  const onClose = () => {
    // The event comes late; by then another dialog may stand in its place.
    if (!over.current) ended();
    over.current = true;
  };
  const close = () => {
    ref.current?.close?.();
    onClose();
  };
  useBack(true, close);
  return { ref, onClose, close };
}
