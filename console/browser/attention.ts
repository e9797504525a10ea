import type { Attention } from '../model/ports.ts';

const INPUTS = ['keydown', 'pointerdown', 'touchstart', 'wheel'] as const;

export const pageAttention: Attention = {
  visible: () => document.visibilityState === 'visible',
  looking: () => document.visibilityState === 'visible' && document.hasFocus(),
  listen: (changed) =>
    onAny(
      [
        [document, 'visibilitychange'],
        [window, 'focus'],
        [window, 'blur'],
      ],
      changed,
    ),
  listenInput: (acted) =>
    onAny(
      INPUTS.map((name) => [window, name] as const),
      acted,
    ),
  listenWake: (woke) =>
    onAny(
      [
        [window, 'online'],
        [window, 'focus'],
        [window, 'pageshow'],
        [document, 'visibilitychange'],
      ],
      woke,
    ),
};

function onAny(sources: readonly (readonly [EventTarget, string])[], heard: () => void): () => void {
  for (const [target, name] of sources) target.addEventListener(name, heard, { passive: true });
  return () => {
    for (const [target, name] of sources) target.removeEventListener(name, heard);
  };
}
