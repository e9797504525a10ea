import type { VisitorDescription } from '../../protocol/wire/visitor.ts';
import type { Tell, Watch } from './host-events.ts';
import type { HostChat, HostPorts } from './host-ports.ts';
import type { Who } from './ports.ts';

export interface IdentityParts {
  chat: HostChat;
  who: Who;
  watch: Watch;
  tell: Tell;
  description: { said(): VisitorDescription; forget(): void };
  ports: Pick<HostPorts, 'restart' | 'subjectOf'>;
}

/**
 * The page's signed token (I3–I5). The hello carries it; here it is said anew where a connection was there before it, its
 * author hears what is wrong with it, and a browser that was another person's begins anew.
 */
export function followIdentity({ chat, who, watch, tell, description, ports }: IdentityParts) {
  const { restart, subjectOf } = ports;
  let named: string | undefined;
  let judged: string | undefined;
  let taken = chat.taken.peek();

  const judge = (token: string) => {
    judged = token;
    void chat.ask('visitor:identity', { identity: token }).then((answer) => {
      if (answer.ok) tell('identified', answer.value);
      else if (answer.error === 'unavailable') judged = undefined;
      else tell('error', { code: answer.error, message: answer.hint ?? answer.error });
    });
  };
  const flush = () => {
    // Another tab signed somebody else in: what this page said last is no word about her (I5).
    if (chat.taken.value !== taken) named = judged = undefined;
    taken = chat.taken.value;
    if (chat.link.value === 'online' && named && named !== judged) judge(named);
  };
  const stops = [
    watch(flush),
    watch(() => {
      if (chat.refused.value !== 'forbidden') return;
      const calls = callsOf(named, description.said());
      const subject = subjectOf(named);
      // What the one who comes has written already goes along.
      for (const { by, body } of chat.outgoing.peek())
        if (by !== undefined && by === subject) calls.push(['sendMessage', body]);
      restart(calls, chat.open.peek());
    }),
  ];
  return {
    /** `traits` are what is only said of her. */
    name(token: string, traits: unknown) {
      const before = named;
      named = token;
      who.identity = token;
      if (before === token) return;
      // Somebody else: all of the first goes at once, with a connection or without (I5).
      if (before !== undefined && subjectOf(before) !== subjectOf(token))
        return restart([['identify', token, traits]], chat.open.peek());
      if (before !== undefined) description.forget();
      chat.reread();
      // As after a sleep: the link is let go and the next hello says it.
      chat.away.value = true;
      chat.away.value = false;
      flush();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** What the page had said of the one who comes. */
function callsOf(token: string | undefined, said: VisitorDescription): [string, ...unknown[]][] {
  const { name, email, attributes, tags, department, locale } = said;
  const calls: [string, ...unknown[]][] = [['identify', token, { name, email }]];
  if (attributes) calls.push(['setAttributes', attributes]);
  if (tags) calls.push(['setTags', tags]);
  if (department !== undefined) calls.push(['setDepartment', department]);
  if (locale !== undefined) calls.push(['setLocale', locale]);
  return calls;
}
