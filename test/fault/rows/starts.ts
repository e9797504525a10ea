import type { Checked } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { openPlace } from '../kit/place.ts';
import type { ProjectVisitor } from '../kit/project-visitor.ts';

export interface StartsSize {
  visitors: number;
  tabs: number;
  latencyMs: number;
  seed: number;
}

export interface StartsResult extends Checked {
  conversations: number;
  /** How many messages each conversation holds. */
  messages: number[];
}

/** Presses of Enter in each tab, in one turn. */
const PRESSES = 2;

/** P8: every tab of every visitor starts at once, each twice, over a slow line: one conversation for each visitor. */
export async function runStarts({ visitors, tabs, latencyMs, seed }: StartsSize): Promise<StartsResult> {
  const place = await openPlace();
  const crowd = new Crowd(place, 'starts', seed);
  try {
    const all: ProjectVisitor[] = [];
    for (let number = 0; number < visitors; number += 1) {
      const first = await crowd.visitor(`v${number}-tab1`);
      await crowd.until('the first tab has a token', () => first.isOnline && first.token !== undefined);
      all.push(first);
      for (let tab = 2; tab <= tabs; tab += 1) all.push(await crowd.visitor(`v${number}-tab${tab}`, first.token));
    }
    await crowd.until('every tab is online', () => all.every(({ isOnline }) => isOnline));
    for (const link of crowd.links.values()) link.delay(latencyMs, latencyMs);
    for (let press = 0; press < PRESSES; press += 1) for (const tab of all) tab.write();
    await crowd.settle();
    const stored = [...(await place.readStored()).values()];
    const messages = stored.map((entries) => entries.filter(({ clientId }) => clientId !== null).length);
    return { ...(await crowd.judge()), conversations: stored.length, messages };
  } finally {
    await crowd.close();
    await place.remove();
  }
}
