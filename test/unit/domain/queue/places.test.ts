import { describe, expect, it } from 'vitest';
import { type InLine, linesOf, placesIn, type RoomOfAgent } from '../../../../server/domain/queue/places.ts';

const MINUTE = 60_000;
const facts = {
  samplesMs: Array.from({ length: 30 }, () => 5 * MINUTE),
  wrapUpMs: 0,
  showsPosition: true,
  showsRange: true,
};
const now = 100 * MINUTE;

function waiting(id: string, order: number, departmentId: string | null = null): InLine {
  return { conversationId: id, visitorId: `v-${id}`, episode: 1, siteId: 's1', departmentId, order };
}

function agent(id: string, more: Partial<RoomOfAgent> = {}): RoomOfAgent {
  return { id, capacity: 1, load: 1, siteIds: [], departmentIds: [], busySince: [now - MINUTE], ...more };
}

describe('Q1 places', () => {
  it('everybody has a place in one line, in the order of routing; departments stand apart', () => {
    const lines = linesOf([waiting('c', 30), waiting('a', 10), waiting('b', 20, 'sales'), waiting('d', 10)]);
    expect(lines.map((line) => [line.departmentId, line.waiting.map((one) => one.conversationId)])).toEqual([
      [null, ['a', 'd', 'c']],
      ['sales', ['b']],
    ]);
    const [first] = lines;
    const told = first ? placesIn(first, facts, [], now) : [];
    expect(told.map(({ place }) => [place.conversationId, place.position])).toEqual([
      ['a', 1],
      ['d', 2],
      ['c', 3],
    ]);
  });

  it('the range comes from those who may serve this line', () => {
    const [line] = linesOf([waiting('a', 1, 'sales')]);
    const rangeWith = (...agents: RoomOfAgent[]) => line && placesIn(line, facts, agents, now)[0]?.place;
    expect(rangeWith(agent('ana', { departmentIds: ['sales'] }))).toMatchObject({ lowMs: 4 * MINUTE });
    expect(rangeWith(agent('bo'))).toEqual({ conversationId: 'a', position: 1 });
    expect(rangeWith(agent('cy', { departmentIds: ['sales'], siteIds: ['other'] }))).not.toHaveProperty('lowMs');
  });

  it('no range below enough samples, no place where the owner shows none', () => {
    const [line] = linesOf([waiting('a', 1)]);
    if (!line) throw new Error('no line');
    const few = { ...facts, samplesMs: facts.samplesMs.slice(0, 19) };
    expect(placesIn(line, few, [agent('ana')], now)[0]?.place).toEqual({ conversationId: 'a', position: 1 });
    expect(placesIn(line, { ...facts, showsRange: false }, [agent('ana')], now)[0]?.place).not.toHaveProperty('lowMs');
    expect(placesIn(line, { ...facts, showsPosition: false }, [agent('ana')], now)).toEqual([]);
  });

  it('room that is held without a conversation counts as just taken', () => {
    const [line] = linesOf([waiting('a', 1)]);
    const held = agent('ana', { load: 1, busySince: [] });
    expect(line && placesIn(line, facts, [held], now)[0]?.place.lowMs).toBe(5 * MINUTE);
  });
});
