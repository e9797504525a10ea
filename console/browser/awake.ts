import type { Awake } from '../model/ports.ts';

/** The browser gives the screen back to sleep whenever the page is hidden, so it is asked again when it is seen. */
export const screenAwake: Awake = {
  hold() {
    let lock: WakeLockSentinel | null = null;
    let wanted = true;
    const ask = async () => {
      if (!wanted || document.visibilityState !== 'visible') return;
      const got = await navigator.wakeLock?.request('screen').catch(() => null);
      if (wanted) lock = got ?? null;
      else void got?.release();
    };
    document.addEventListener('visibilitychange', ask);
    void ask();
    return () => {
      wanted = false;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  },
};
