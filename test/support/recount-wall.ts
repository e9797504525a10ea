/** What a clock on the wall of a zone shows, as the runtime says it. */
export interface OnTheWall {
  month: string;
  day: string;
  hour: number;
  /** 1 is Monday. */
  weekday: number;
  /** The Monday of its week. */
  week: string;
  /** The hour with its day, and with what sets it apart from the same hour told once more. */
  hourOnce: string;
}

const MINUTE = 60_000;

const walls = new Map<string, (at: number) => OnTheWall>();

/** Each minute is looked up once. */
export function wallOf(zone: string): (at: number) => OnTheWall {
  const wall = walls.get(zone) ?? makeWall(zone);
  walls.set(zone, wall);
  return wall;
}

function makeWall(zone: string): (at: number) => OnTheWall {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const known = new Map<number, OnTheWall>();
  const look = (at: number): OnTheWall => {
    const [day = '', time = ''] = format.format(at).split(' ');
    const noon = new Date(`${day}T12:00:00Z`);
    const weekday = noon.getUTCDay() || 7;
    const monday = new Date(noon.getTime() - (weekday - 1) * 24 * 60 * MINUTE);
    const offset = name.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
    const hour = Number(time.slice(0, 2));
    return {
      ...{ month: day.slice(0, 7), day, hour, weekday, week: monday.toISOString().slice(0, 10) },
      hourOnce: `${day} ${hour} ${offset}`,
    };
  };
  return (at) => {
    const minute = Math.floor(at / MINUTE);
    const seen = known.get(minute) ?? look(minute * MINUTE);
    known.set(minute, seen);
    return seen;
  };
}
