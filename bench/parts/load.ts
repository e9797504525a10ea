import { FrameLink } from '../kit/frame-link.ts';
import { answerQuestions } from '../kit/pinned-process.ts';
import { type LoadOrder, type LoadResult, type Stage, TEXT_BYTES, UNDER_WAY_EACH } from '../kit/stage.ts';
import { quantile } from '../kit/stats.ts';

/** Visitors who write and agents who read, in one process that is as light as it can be. */

interface Sender {
  link: FrameLink;
  conversationId: string;
}

const BODY = 'A sentence as people write it. '.repeat(10).slice(0, TEXT_BYTES);
const CLIENT_ID = /"clientId":"bench-(\d{16})"/;
/** Slots of messages under way: more than can be, so that a number finds its own. */
const SLOTS = 1 << 20;
const dueAt = new Float64Array(SLOTS);
const links: FrameLink[] = [];
let senders: Sender[] = [];
/** Numbers run on over all rounds: a clientId must not come twice. */
let nextNumber = (1 + Math.floor(Math.random() * 1e6)) * 1e9;
let onDelivered: (number: number) => void = () => {};
let onAcked: (number: number, sender: Sender, text: string) => void = () => {};
let assigned = 0;
let onAssigned: () => void = () => {};

function hearAgent(text: string): void {
  const found = CLIENT_ID.exec(text);
  if (found && text.includes('entry:added')) onDelivered(Number(found[1]));
  else if (text.includes('"kind":"assigned"')) {
    assigned += 1;
    onAssigned();
  }
}

async function start(stage: Stage): Promise<void> {
  for (let number = 0; number < stage.agents; number++) {
    const hello = { ...stage.agentHello, number };
    const link = await FrameLink.open(stage.port, 'agent', hello, stage.agentHeaders[number] ?? {}, hearAgent);
    if (stage.kind === 'deskbell') await link.command('agent:availability', { availability: 'available' });
    links.push(link);
  }
  for (let number = 0; number < stage.visitors; number++) senders.push(await openVisitor(stage, number));
  if (stage.kind === 'deskbell') await everybodyAssigned(stage.visitors);
  for (const sender of senders) {
    sender.link.onAck = (id, text) => onAcked(id, sender, text);
  }
}

async function openVisitor(stage: Stage, number: number): Promise<Sender> {
  const hello = { ...stage.visitorHello, agent: number % stage.agents };
  const link = await FrameLink.open(stage.port, 'visitor', hello, stage.visitorHeaders);
  links.push(link);
  if (stage.kind === 'bare') return { link, conversationId: `01BARE${String(number).padStart(20, '0')}` };
  const opening = { clientId: `opening-${number}-${nextNumber}`.padEnd(20, '0'), body: 'Is anybody there?' };
  return { link, ...(await link.command<{ conversationId: string }>('conversation:open', opening)) };
}

function everybodyAssigned(visitors: number): Promise<void> {
  return new Promise((resolve) => {
    onAssigned = () => {
      if (assigned >= visitors) resolve();
    };
    onAssigned();
  });
}

function send(sender: Sender, due: number): void {
  const number = nextNumber++;
  dueAt[number % SLOTS] = due;
  const clientId = `bench-${String(number).padStart(16, '0')}`;
  sender.link.send(
    number,
    `["message:send",{"conversationId":"${sender.conversationId}","clientId":"${clientId}","body":"${BODY}"}]`,
  );
}

function run(order: LoadOrder): Promise<LoadResult> {
  const startedAt = performance.now();
  const endsAt = startedAt + order.ms;
  const first = nextNumber;
  const [delivered, acked]: [number[], number[]] = [[], []];
  const seen = { sent: 0, acked: 0, delivered: 0, refused: 0, inTime: 0 };
  return new Promise((resolve) => {
    // Where the pace has its last ones still to send, an ended time is not the end: their answers would be the next run's.
    let isAllSent = order.kind === 'flood';
    const finishWhenQuiet = () => {
      const quiet = isAllSent && seen.acked === seen.sent && seen.delivered === seen.sent - seen.refused;
      if (performance.now() >= endsAt && quiet) resolve(summary());
    };
    const summary = (): LoadResult => ({
      perSecond: seen.inTime / (order.ms / 1000),
      p50Ms: quantile(delivered, 0.5),
      p99Ms: quantile(delivered, 0.99),
      ackP50Ms: quantile(acked, 0.5),
      ackP99Ms: quantile(acked, 0.99),
      refused: seen.refused,
      delivered: seen.delivered,
    });
    onDelivered = (number) => {
      if (number < first) return;
      const now = performance.now();
      seen.delivered += 1;
      if (now <= endsAt) seen.inTime += 1;
      delivered.push(now - (dueAt[number % SLOTS] ?? 0));
      finishWhenQuiet();
    };
    onAcked = (number, sender, text) => {
      const now = performance.now();
      seen.acked += 1;
      if (text.includes('"ok":false')) seen.refused += 1;
      acked.push(now - (dueAt[number % SLOTS] ?? 0));
      if (order.kind === 'flood' && now < endsAt) {
        seen.sent += 1;
        send(sender, now);
      }
      finishWhenQuiet();
    };
    const sendAt = (sender: Sender | undefined, due: number) => {
      if (!sender) return;
      seen.sent += 1;
      send(sender, due);
    };
    if (order.kind === 'flood') {
      for (const sender of senders) for (let n = 0; n < UNDER_WAY_EACH; n++) sendAt(sender, startedAt);
    } else {
      pace(order.perSecond, startedAt, endsAt, sendAt, () => {
        isAllSent = true;
        finishWhenQuiet();
      });
    }
  });
}

/** What is late counts from when it was due, not from when we got round to it. */
function pace(
  perSecond: number,
  startedAt: number,
  endsAt: number,
  sendAt: (sender: Sender | undefined, due: number) => void,
  onAllSent: () => void,
): void {
  let sent = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    const wanted = Math.floor(((Math.min(now, endsAt) - startedAt) * perSecond) / 1000);
    for (; sent < wanted; sent++) {
      sendAt(senders[(sent * 7919) % senders.length], startedAt + ((sent + 1) * 1000) / perSecond);
    }
    if (now < endsAt) return;
    clearInterval(timer);
    onAllSent();
  }, 1);
}

/** Connects visitors who do nothing, some at a time, and answers how long it took. */
async function idle({ stage, count }: { stage: Stage; count: number }): Promise<{ tookMs: number }> {
  const startedAt = performance.now();
  const AT_ONCE = 50;
  for (let number = 0; number < count; number += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - number) }, (_, offset) => {
      const hello = { ...stage.visitorHello, agent: (number + offset) % stage.agents };
      return FrameLink.open(stage.port, 'visitor', hello, stage.visitorHeaders);
    });
    links.push(...(await Promise.all(batch)));
  }
  return { tookMs: performance.now() - startedAt };
}

answerQuestions({
  start,
  run,
  idle,
  end() {
    for (const link of links) link.close();
    senders = [];
  },
});
