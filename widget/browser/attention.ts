import { noteOther } from './note-other.ts';

/** What is told of the chat; `watch` runs again when a `value` that was read has changed. */
interface Heard {
  unread: { readonly value: number };
  muted: { readonly value: string | null };
  visible: { readonly value: boolean };
}

/**
 * What calls somebody back who looks elsewhere: the count in the page's title while its tab is hidden, and a soft sound
 * for each new message, unless it is muted (W20). The answer stops, and gives the page its title back.
 */
export function callAttention(
  { unread, muted, visible }: Heard,
  site: unknown,
  watch: (run: () => void) => () => void,
): () => void {
  noteOther(site);
  let before = 0;
  let title = '';
  let ours = '';
  const restore = () => {
    // Only what we wrote is taken back: the page may have named itself anew meanwhile.
    if (ours && document.title === ours) document.title = title;
    ours = '';
  };
  const stop = watch(() => {
    const count = unread.value;
    if (count > before && muted.value === null) ringOnce();
    before = count;
    restore();
    if (count === 0 || visible.value) return;
    title = document.title;
    ours = `(${count}) ${title}`;
    document.title = ours;
  });
  return () => {
    stop();
    letGo();
    restore();
  };
}

/** As long as the tones last, ms. */
const RING_MS = 500;

/** W4: neither lock nor timer outlives the chat. */
let letGo = () => {};

/** Of several tabs that hear of the same message one rings. Where a browser has no locks, each does. */
function ringOnce(): void {
  const locks: LockManager | undefined = navigator.locks;
  const held = async (lock: Lock | null) => {
    if (!lock) return;
    ring();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, RING_MS);
      letGo = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };
  if (locks) locks.request('deskbell:ring', { ifAvailable: true }, held).catch(ring);
  else ring();
}

/** Two soft tones, made here: no file to fetch, no policy of the page to ask. A browser that allows none stays silent. */
function ring(): void {
  try {
    const audio = new AudioContext();
    const { currentTime: now } = audio;
    const loudness = audio.createGain();
    loudness.gain.setValueAtTime(0, now);
    loudness.gain.linearRampToValueAtTime(0.06, now + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, now + RING_MS / 1_000);
    loudness.connect(audio.destination);
    const tone = audio.createOscillator();
    tone.frequency.setValueAtTime(659, now);
    tone.frequency.setValueAtTime(880, now + 0.12);
    tone.connect(loudness);
    tone.onended = () => void audio.close();
    tone.start(now);
    tone.stop(now + RING_MS / 1_000);
    if (audio.state === 'suspended') void audio.close();
  } catch {
    // No sound here.
  }
}
