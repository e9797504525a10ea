import type { WallClock } from '../model/ports.ts';

/** The clock beside this browser, as its boxes for date and time write it. */
export const localWallClock: WallClock = {
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  instantOf(wall) {
    const at = new Date(wall).getTime();
    return Number.isNaN(at) ? null : at;
  },
  weekTime(at) {
    const wall = new Date(at);
    return { weekday: wall.getDay() || 7, minute: wall.getHours() * 60 + wall.getMinutes() };
  },
};
