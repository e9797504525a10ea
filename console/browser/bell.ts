import type { Bell } from '../model/ports.ts';

/** Two short strokes of a small bell: fundamental and a quiet overtone, ms and Hz by ear. */
const STROKES = [
  { atSeconds: 0, hertz: 1_046.5 },
  { atSeconds: 0.16, hertz: 1_318.5 },
];
const RINGS_SECONDS = 0.5;
const LOUDNESS = 0.12;

/** A generated sound, so that nothing is fetched. Browsers allow it only after the person has acted on the page once. */
export function createBell(): Bell {
  let context: AudioContext | null = null;
  /** Each press, not the first alone: a call, or a device that is put away, silences a page again. */
  const unlock = () => {
    context ??= openAudio();
    void context?.resume();
  };
  for (const name of ['pointerdown', 'keydown']) window.addEventListener(name, unlock, { passive: true });
  return {
    audible: () => context?.state === 'running',
    ring() {
      if (context?.state !== 'running') return;
      for (const { atSeconds, hertz } of STROKES) strike(context, context.currentTime + atSeconds, hertz);
    },
  };
}

function openAudio(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}

function strike(context: AudioContext, at: number, hertz: number): void {
  for (const [factor, share] of [
    [1, 1],
    [2.76, 0.25],
  ] as const) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz * factor;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS * share, at + 0.008);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + RINGS_SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + RINGS_SECONDS);
  }
}
