import { seededRandom } from '../../protocol/kit/random.ts';
import { RoutingTable } from '../../server/domain/routing/routing-table.ts';
import type { Candidate } from '../../server/domain/routing/team.ts';
import { printResult, printTable } from '../kit/print.ts';
import { quantile } from '../kit/stats.ts';
import { type CrowdSize, makeCrowd } from './crowd.ts';
import { pickPlainly } from './plain-pick.ts';

/**
 * How long one decision takes where everybody differs and nobody has room until somebody ends. Each round one slot comes free;
 * now and then somebody comes or goes, so that who fits whom has to be looked at again. Baseline: everybody compared with
 * everybody, in the same run.
 */

const SEED = 1;
/** Of all rounds; in so many one goes or comes. */
const TEAM_MOVES = 0.1;
const ROUND_MS = 50;

interface Times {
  /** Reading the team into the table, ms. */
  refresh: number[];
  /** From then to the pair, ms. */
  decide: number[];
  plain: number[];
}

export function benchDecisions(sizes: readonly CrowdSize[], rounds: number): void {
  const measured = sizes.map((size) => ({ size, times: measure(size, rounds) }));
  const show = (values: number[]) => `${quantile(values, 0.5).toFixed(3)} / ${quantile(values, 0.99).toFixed(3)}`;
  const rows = measured.map(({ size, times }) => [
    `${size.agents.toLocaleString('en')} agents, ${size.waiting.toLocaleString('en')} waiting`,
    show(times.decide),
    show(times.refresh),
    quantile(times.plain, 0.5).toFixed(1),
    (quantile(times.decide, 0.5) / quantile(times.plain, 0.5)).toFixed(4),
  ]);
  const head = ['', 'decision p50 / p99 ms', 'reading the team p50 / p99 ms', 'everybody with everybody ms', 'of that'];
  printTable('Routing, one decision', head, rows);
  for (const { size, times } of measured) {
    const { decide, refresh, plain } = times;
    const two = (values: number[]) => ({ p50: quantile(values, 0.5), p99: quantile(values, 0.99) });
    printResult('routing-decision', { ...size, decideMs: two(decide), refreshMs: two(refresh), plainMs: two(plain) });
  }
}

function measure(size: CrowdSize, rounds: number): Times {
  const random = seededRandom(SEED);
  const crowd = makeCrowd(size, random);
  const table = new RoutingTable(crowd.settings);
  for (const one of crowd.waiting) table.put(one, crowd.now);
  const times: Times = { refresh: [], decide: [], plain: [] };
  const waiting = new Map(crowd.waiting.map((one) => [one.conversationId, one]));
  let absent = -1;
  // The first tenth shows the program to the engine, as the first minute of a relay does.
  const warmUp = Math.ceil(rounds / 10);
  for (let round = -warmUp; round < rounds; round += 1) {
    const now = crowd.now + (round + warmUp) * ROUND_MS;
    if (random() < TEAM_MOVES) absent = absent === -1 ? Math.floor(random() * crowd.agents.length) : -1;
    const freed = Math.floor(random() * crowd.agents.length);
    const team = teamNow(crowd.agents, freed, absent, now);
    if (round >= 0 && round % Math.ceil(rounds / 5) === 0) {
      times.plain.push(timed(() => pickPlainly([...waiting.values()], team, crowd.settings.plan, now)));
    }
    const refresh = timed(() => table.setAgents(team));
    let given: string | undefined;
    const decide = timed(() => {
      given = table.next(now)?.waiting.conversationId;
    });
    if (given !== undefined) waiting.delete(given);
    if (round < 0) continue;
    times.refresh.push(refresh);
    times.decide.push(decide);
  }
  return times;
}

/** As the store has it: everybody full, but for one slot. */
function teamNow(agents: readonly Candidate[], freed: number, absent: number, now: number): Candidate[] {
  const team = agents.map((agent, n) =>
    n === freed ? { ...agent, load: agent.load - 1, idleSince: now } : { ...agent },
  );
  return team.filter((_, n) => n !== absent);
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
