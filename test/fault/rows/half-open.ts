import { startPace } from '../../support/pace.ts';
import type { Checked } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { gather } from '../kit/gather.ts';
import type { Person } from '../kit/person.ts';
import { openPlace } from '../kit/place.ts';
import { ProjectAgent } from '../kit/project-agent.ts';
import { ProjectVisitor } from '../kit/project-visitor.ts';
import { type Spread, spreadOf } from '../kit/spread.ts';

export interface HalfOpenResult extends Checked {
  /** From the last byte that came through until the client says that it is not connected, ms. */
  noticedMs: Spread;
  /** How much of the longest was no silence that one has to wait for, as it would have been where the promise was made. */
  evenRestMs: number;
}

/** P5: nothing is closed and nothing comes through; silence alone must tell. Half of them write into it. */
export async function runHalfOpen(seed: number, silenceMs: number): Promise<HalfOpenResult> {
  const place = await openPlace();
  const crowd = new Crowd(place, 'half-open', seed);
  const pace = await startPace();
  try {
    await gather(crowd, place, 5);
    const own = crowd.people.filter((person) => person instanceof ProjectVisitor || person instanceof ProjectAgent);
    const noticed = new Map<Person, number>();
    const startedAt = performance.now();
    crowd.onChange(() => {
      for (const person of own)
        if (!person.isOnline && !noticed.has(person)) noticed.set(person, performance.now() - startedAt);
    });
    for (const link of crowd.links.values()) link.blackHole(true);
    for (const [index, person] of crowd.people.entries()) if (index % 2 === 0) person.write();
    await crowd.until('everybody of ours has noticed', () => noticed.size === own.length);
    const lastAt = startedAt + Math.max(...noticed.values());
    const evenRestMs = await pace.even(startedAt + silenceMs, lastAt);
    for (const link of crowd.links.values()) {
      link.blackHole(false);
      // What was swallowed is missing in the middle of a stream: such a connection is of no use to anybody.
      link.cut();
    }
    await crowd.settle();
    return { ...(await crowd.judge()), noticedMs: spreadOf([...noticed.values()]), evenRestMs };
  } finally {
    pace.end();
    await crowd.close();
    await place.remove();
  }
}
