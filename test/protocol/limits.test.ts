import { describe, expect, test } from 'vitest';
import * as limits from '../../protocol/wire/limits.ts';
import { PREVIEW_CHARS_MAX } from '../../protocol/wire/limits-of-preview.ts';
import { REPORT_AT_MAX, REPORT_MS_MAX } from '../../protocol/wire/report-limits.ts';
import { agentCommands, agentRequests, newAgent, visitorCommands, visitorHello } from '../../protocol/wire/schemas.ts';

const clientId = 'a'.repeat(limits.CLIENT_ID_CHARS_MIN);
const send = (more: object) => ({ conversationId: 'c', clientId, body: 'hello', ...more });
const open = (more: object) => ({ clientId, body: 'hello', ...more });
const rate = (more: object) => ({ conversationId: 'c', episode: 1, score: 5, ...more });
const hello = (more: object) => ({ version: 1, site: 'demo', ...more });
const text = (length: number) => 'x'.repeat(length);
const url = (length: number) => `https://${text(length - 8)}`;
const mail = (length: number) => `${text(60)}@${`${text(60)}.`.repeat(9).slice(0, length - 64)}com`;

/** Each limit with a value that just passes and one that just does not. */
const BOTH_SIDES: [string, { safeParse(value: unknown): { success: boolean } }, unknown, unknown][] = [
  [
    'MESSAGE_CHARS_MAX',
    visitorCommands['message:send'],
    send({ body: text(limits.MESSAGE_CHARS_MAX) }),
    send({ body: text(limits.MESSAGE_CHARS_MAX + 1) }),
  ],
  [
    'MESSAGE_CHARS_MAX in UTF-16 units, as the page counts them',
    visitorCommands['message:send'],
    send({ body: '😀'.repeat(limits.MESSAGE_CHARS_MAX / 2) }),
    send({ body: `${'😀'.repeat(limits.MESSAGE_CHARS_MAX / 2)}x` }),
  ],
  [
    'NOTE_CHARS_MAX',
    agentCommands['note:add'],
    send({ body: text(limits.NOTE_CHARS_MAX) }),
    send({ body: text(limits.NOTE_CHARS_MAX + 1) }),
  ],
  [
    'ATTRIBUTES_MAX',
    visitorCommands['conversation:open'],
    open({ attributes: Object.fromEntries(Array.from({ length: limits.ATTRIBUTES_MAX }, (_, n) => [`a${n}`, 'x'])) }),
    open({
      attributes: Object.fromEntries(Array.from({ length: limits.ATTRIBUTES_MAX + 1 }, (_, n) => [`a${n}`, 'x'])),
    }),
  ],
  [
    'PREVIEW_CHARS_MAX',
    visitorCommands['typing:set'],
    { conversationId: 'c', typing: true, text: text(PREVIEW_CHARS_MAX) },
    { conversationId: 'c', typing: true, text: text(PREVIEW_CHARS_MAX + 1) },
  ],
  ['an empty note', agentCommands['note:add'], send({ body: 'x' }), send({ body: ' \n' })],
  [
    'AWAY_REASON_CHARS_MAX',
    agentCommands['agent:availability'],
    { availability: 'away', reason: text(limits.AWAY_REASON_CHARS_MAX) },
    { availability: 'away', reason: text(limits.AWAY_REASON_CHARS_MAX + 1) },
  ],
  [
    'AWAY_REASONS_MAX',
    agentCommands['team:change'],
    { awayReasons: Array.from({ length: limits.AWAY_REASONS_MAX }, (_, n) => `r${n}`), idleAwayMs: null },
    { awayReasons: Array.from({ length: limits.AWAY_REASONS_MAX + 1 }, (_, n) => `r${n}`), idleAwayMs: null },
  ],
  [
    'IDLE_AWAY_MS_MIN',
    agentCommands['team:change'],
    { awayReasons: null, idleAwayMs: limits.IDLE_AWAY_MS_MIN },
    { awayReasons: null, idleAwayMs: limits.IDLE_AWAY_MS_MIN - 1 },
  ],
  ['an empty text', visitorCommands['message:send'], send({ body: ' x' }), send({ body: ' \n\t' })],
  ['NUL', visitorCommands['message:send'], send({ body: 'a\u0001b' }), send({ body: 'a\u0000b' })],
  ['half a surrogate pair', visitorCommands['message:send'], send({ body: '😀' }), send({ body: '\ud83d' })],
  [
    'COMMENT_CHARS_MAX',
    visitorCommands['conversation:rate'],
    rate({ comment: text(limits.COMMENT_CHARS_MAX) }),
    rate({ comment: text(limits.COMMENT_CHARS_MAX + 1) }),
  ],
  [
    'COMMENT_CHARS_MAX in UTF-16 units',
    visitorCommands['conversation:rate'],
    rate({ comment: '😀'.repeat(limits.COMMENT_CHARS_MAX / 2) }),
    rate({ comment: '😀'.repeat(limits.COMMENT_CHARS_MAX / 2 + 1) }),
  ],
  [
    'SCORE_MIN',
    visitorCommands['conversation:rate'],
    rate({ score: limits.SCORE_MIN }),
    rate({ score: limits.SCORE_MIN - 1 }),
  ],
  [
    'SCORE_MAX',
    visitorCommands['conversation:rate'],
    rate({ score: limits.SCORE_MAX }),
    rate({ score: limits.SCORE_MAX + 1 }),
  ],
  ['whole scores', visitorCommands['conversation:rate'], rate({ score: 3 }), rate({ score: 3.5 })],
  [
    'EMAIL_CHARS_MAX',
    visitorCommands['conversation:open'],
    open({ email: 'ana@example.org' }),
    open({ email: mail(limits.EMAIL_CHARS_MAX + 60) }),
  ],
  [
    'an e-mail address',
    visitorCommands['conversation:open'],
    open({ email: 'a.b+c@example.co.uk' }),
    open({ email: 'ana at example' }),
  ],
  [
    'PAGE_URL_CHARS_MAX',
    visitorCommands['conversation:open'],
    open({ page: { url: url(limits.PAGE_URL_CHARS_MAX), title: '' } }),
    open({ page: { url: url(limits.PAGE_URL_CHARS_MAX + 1), title: '' } }),
  ],
  [
    'http addresses',
    visitorCommands['conversation:open'],
    open({ page: { url: 'http://a', title: '' } }),
    open({ page: { url: 'javascript:alert(1)', title: '' } }),
  ],
  [
    'PAGE_TITLE_CHARS_MAX',
    visitorCommands['conversation:open'],
    open({ page: { url: url(20), title: text(limits.PAGE_TITLE_CHARS_MAX) } }),
    open({ page: { url: url(20), title: text(limits.PAGE_TITLE_CHARS_MAX + 1) } }),
  ],
  [
    'CLIENT_ID_CHARS_MIN',
    visitorCommands['message:send'],
    send({ clientId: text(limits.CLIENT_ID_CHARS_MIN) }),
    send({ clientId: text(limits.CLIENT_ID_CHARS_MIN - 1) }),
  ],
  [
    'CLIENT_ID_CHARS_MAX',
    visitorCommands['message:send'],
    send({ clientId: text(limits.CLIENT_ID_CHARS_MAX) }),
    send({ clientId: text(limits.CLIENT_ID_CHARS_MAX + 1) }),
  ],
  [
    'ID_CHARS_MAX',
    visitorCommands['message:send'],
    send({ conversationId: text(limits.ID_CHARS_MAX) }),
    send({ conversationId: text(limits.ID_CHARS_MAX + 1) }),
  ],
  [
    'RESUME_CONVERSATIONS_MAX',
    visitorHello,
    hello({ resume: Array(limits.RESUME_CONVERSATIONS_MAX).fill({ conversationId: 'c', afterSeq: 0 }) }),
    hello({ resume: Array(limits.RESUME_CONVERSATIONS_MAX + 1).fill({ conversationId: 'c', afterSeq: 0 }) }),
  ],
  [
    'positions',
    visitorCommands['conversation:sync'],
    { conversationId: 'c', afterSeq: 0 },
    { conversationId: 'c', afterSeq: -1 },
  ],
  [
    'NAME_CHARS_MAX',
    newAgent,
    { email: 'a@b.co', name: text(limits.NAME_CHARS_MAX), password: text(12) },
    { email: 'a@b.co', name: text(limits.NAME_CHARS_MAX + 1), password: text(12) },
  ],
  [
    'PASSWORD_CHARS_MIN',
    newAgent,
    { email: 'a@b.co', name: 'A', password: text(limits.PASSWORD_CHARS_MIN) },
    { email: 'a@b.co', name: 'A', password: text(limits.PASSWORD_CHARS_MIN - 1) },
  ],
  [
    'PASSWORD_CHARS_MAX',
    newAgent,
    { email: 'a@b.co', name: 'A', password: text(limits.PASSWORD_CHARS_MAX) },
    { email: 'a@b.co', name: 'A', password: text(limits.PASSWORD_CHARS_MAX + 1) },
  ],
  ['REPORT_MS_MAX', agentRequests.period, { from: 0, to: REPORT_MS_MAX }, { from: 0, to: REPORT_MS_MAX + 1 }],
  [
    'REPORT_AT_MAX',
    agentRequests.period,
    { from: REPORT_AT_MAX - 1, to: REPORT_AT_MAX },
    { from: REPORT_AT_MAX - 1, to: REPORT_AT_MAX + 1 },
  ],
  ['a period', agentRequests.period, { from: '1', to: '2' }, { from: 2, to: 2 }],
  ['availability', agentCommands['agent:availability'], { availability: 'away' }, { availability: 'lunch' }],
];

describe('P11 every limit of the wire, on both sides', () => {
  test.each(BOTH_SIDES)('P11 %s', (_name, schema, inside, outside) => {
    expect(schema.safeParse(inside).success).toBe(true);
    expect(schema.safeParse(outside).success).toBe(false);
  });

  test('P11 what is longest still fits one frame, however it is escaped', () => {
    const longest = JSON.stringify([
      'message:send',
      send({ body: '\u0001'.repeat(limits.MESSAGE_CHARS_MAX), conversationId: text(limits.ID_CHARS_MAX) }),
    ]);
    expect(new TextEncoder().encode(longest).length).toBeLessThan(limits.FRAME_BYTES_MAX);
  });

  test('P12 unknown fields are ignored, so that a newer client may say more', () => {
    expect(visitorCommands['message:send'].parse(send({ mood: 'sunny' }))).not.toHaveProperty('mood');
  });
});

test('O4 the parts of closing fit into the whole, with room for the process to end', () => {
  const { CLOSING_COMMANDS_MS_MAX, CLOSING_WORKERS_MS_MAX, CLOSING_CONNECTIONS_MS_MAX, CLOSING_STORE_MS_MAX } = limits;
  const parts = CLOSING_COMMANDS_MS_MAX + CLOSING_WORKERS_MS_MAX + CLOSING_CONNECTIONS_MS_MAX + CLOSING_STORE_MS_MAX;
  expect(parts).toBeLessThanOrEqual(limits.CLOSING_MS_MAX - 1_000);
});
