import { beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../../protocol/wire/model.ts';
import { createFanout, type Fanout } from '../../../server/gateway/fanout.ts';
import { InboxBell } from '../../../server/gateway/inbox-bell.ts';
import type { Audience } from '../../../server/gateway/rooms.ts';
import { StartsUnderWay } from '../../../server/gateway/starts-under-way.ts';
import { ManualClock } from '../../support/manual-clock.ts';

interface Heard {
  side: string;
  rooms: string[];
  fact: string;
  payload: unknown;
  except: string | null | undefined;
}

let heard: Heard[];
let noted: string[];
let ended: unknown[];
let starts: StartsUnderWay;
let fanout: Fanout;

function audience(side: string): Audience {
  const tell: Audience['tell'] = (rooms, fact, payload, except) => heard.push({ side, rooms, fact, payload, except });
  return { tell, tellLightly: tell, tellAll: (fact, payload) => tell([], fact, payload) };
}

beforeEach(() => {
  heard = [];
  noted = [];
  ended = [];
  const clock = new ManualClock();
  starts = new StartsUnderWay(clock);
  const agents = audience('agent');
  fanout = createFanout({
    visitors: audience('visitor'),
    agents,
    inbox: new InboxBell(agents, clock),
    starts,
    noteConversation: (visitorId, conversationId) => noted.push(`${visitorId} ${conversationId}`),
    ringAvailability: () => ended.push('availability'),
    moveBoard: () => {},
    endVisitor: () => {},
    endSession: (sessionId, error) => ended.push([sessionId, error]),
    moveRights: () => undefined,
    endAgentSessions: (agentId, keep, error) => ended.push([agentId, keep, error]),
  });
});

const queued: Entry = { kind: 'queued', seq: 1, at: 5, episode: 1, reason: 'opened' };
const message: Entry = { kind: 'message', seq: 2, at: 5, author: 'visitor', clientId: 'c', body: 'hi' };
const whom = { conversationId: 'c1', visitorId: 'v1', agentId: 'a1' };
const asker = { exceptSocket: 'socket-1', ownSeq: 2 };

describe('entries', () => {
  test('P7: go to the visitor, the assigned agent and the watchers, in order', () => {
    fanout([{ tell: 'entries', ...whom, entries: [queued, message] }], { exceptSocket: null, ownSeq: null });
    expect(heard.map(({ side, rooms, payload }) => [side, rooms, (payload as { entry: Entry }).entry.seq])).toEqual([
      ['visitor', ['visitor:v1'], 1],
      ['agent', ['agent:a1', 'watch:c1'], 1],
      ['visitor', ['visitor:v1'], 2],
      ['agent', ['agent:a1', 'watch:c1'], 2],
    ]);
  });

  test('the asker is not told its own message, but what was stored with it', () => {
    fanout([{ tell: 'entries', ...whom, entries: [queued, message] }], asker);
    expect(heard.map(({ except }) => except)).toEqual([null, null, 'socket-1', 'socket-1']);
  });

  test('without an agent only watchers hear', () => {
    fanout([{ tell: 'entries', ...whom, agentId: null, entries: [queued] }], asker);
    expect(heard[1]?.rooms).toEqual(['watch:c1']);
  });

  test('P14: the visitor is told the heads of this conversation from now on', () => {
    fanout([{ tell: 'entries', ...whom, entries: [queued] }], asker);
    expect(noted).toEqual(['v1 c1']);
  });

  test('P6: a session that is just starting learns that it was told something', () => {
    const ticket = starts.begin();
    expect(starts.wasTold('v1', ticket)).toBe(false);
    fanout([{ tell: 'entries', ...whom, entries: [queued] }], asker);
    expect(starts.wasTold('v1', ticket)).toBe(true);
    expect(starts.wasTold('v2', ticket)).toBe(false);
  });
});

test('typing goes to the other side, never back to the one who types', () => {
  fanout([{ tell: 'typing', ...whom, by: 'visitor', typing: true }], asker);
  expect(heard).toEqual([
    {
      side: 'agent',
      rooms: ['agent:a1', 'watch:c1'],
      fact: 'typing:changed',
      payload: { conversationId: 'c1', by: 'visitor', typing: true },
      except: 'socket-1',
    },
  ]);
  heard = [];
  fanout([{ tell: 'typing', ...whom, by: 'agent', typing: true }], asker);
  expect(heard.map(({ side }) => side)).toEqual(['visitor', 'agent']);
});

test('marks go to both sides', () => {
  const marks = { visitorDelivered: 1, visitorRead: 1, agentDelivered: 0, agentRead: 0 };
  fanout([{ tell: 'marks', ...whom, marks }], asker);
  expect(heard.map(({ side, fact }) => [side, fact])).toEqual([
    ['visitor', 'receipt:changed'],
    ['agent', 'receipt:changed'],
  ]);
});

test('sessions and availability are handed on', () => {
  fanout(
    [
      { tell: 'sessionsEnded', agentId: 'a1', keepSession: 's1', error: 'unauthorized' },
      { tell: 'sessionEnded', sessionId: 's2', error: 'unauthorized' },
      { tell: 'availability' },
    ],
    asker,
  );
  expect(ended).toEqual([['a1', 's1', 'unauthorized'], ['s2', 'unauthorized'], 'availability']);
});
