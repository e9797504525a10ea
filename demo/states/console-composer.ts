import type { App } from '../../console/model/app.ts';
import type { Chosen } from '../../protocol/client/uploads.ts';
import type { Mention, Planned } from '../../protocol/wire/composer.ts';
import { success } from '../../protocol/wire/errors.ts';
import type { Macro, MacroStep } from '../../protocol/wire/macros.ts';
import type { Question } from '../../protocol/wire/questions.ts';
import { ana, bo } from './console-people.ts';
import { press } from './console-story.ts';
import { teamList } from './console-team.ts';

/** What stands beside writing, for the story pages: answers for later, one that asks, a mention. */
const HOUR_MS = 3_600_000;

function planned(now: number, conversationId: string, given: Partial<Planned>): Planned {
  return {
    ...{ id: 'p1', conversationId, by: { id: ana.id, name: ana.name }, madeAt: now, sendAt: now + 20 * HOUR_MS },
    ...{ body: 'Good morning! Your mugs left our house today; they are with you on Thursday.', close: null },
    ...{ state: 'waiting', held: null, outsideHours: false, opensAt: null, version: 1 },
    ...given,
  };
}

function plannedAnswers(now: number, conversationId: string): Planned[] {
  return [
    planned(now, conversationId, { outsideHours: true, opensAt: now + 26 * HOUR_MS, close: 'resolved' }),
    planned(now, conversationId, { id: 'p2', sendAt: now - HOUR_MS, state: 'held', held: 'visitor_wrote', version: 2 }),
  ];
}

function mentions(now: number): Mention[] {
  return [
    {
      ...{ conversationId: 'c-elsewhere', number: 3, label: 'Visitor 4711', siteName: 'Tea & Mugs', by: bo },
      ...{ text: `@${ana.name} may we pay this back?`, at: now - HOUR_MS, seenAt: null },
    },
  ];
}

function questions(now: number): Question[] {
  const one: Question = {
    ...{ id: 'q1', conversationId: '7F3K', label: 'Visitor 7F3K', siteName: 'Tea & Mugs', number: 3, askedAt: now },
    ...{ by: { id: ana.id, name: ana.name }, to: { id: bo.id, name: bo.name }, department: null, version: 1 },
    ...{ text: 'May we pay this back after 31 days?', dueAt: now + HOUR_MS, state: 'open', endedAt: null },
    ...{ endedBy: null, answer: null, answerNumber: null },
  };
  const asked = { by: one.to as Question['by'], to: one.by, text: 'Does the blue glaze come back this year?' };
  return [
    one,
    { ...one, ...asked, id: 'q2', dueAt: now - HOUR_MS },
    { ...one, id: 'q3', state: 'answered', endedAt: now, endedBy: bo, answer: 'Yes, until day 45.', dueAt: now },
    { ...one, ...asked, id: 'q4', conversationId: 'c-elsewhere', label: 'Visitor 4711' },
  ];
}

const path = '/console/inbox/7F3K';
const threadOf = (app: App) => app.desk.value?.thread.value;

/** The states of all that stands beside writing. */
export function composerStories(now: number) {
  const answers = { macros: success(MACROS) };
  return {
    'thread-pictures': {
      path,
      act(app: App) {
        const files = app.files.of('7F3K');
        files.uploads.rules = { on: true, bytesMax: 10_485_760, kinds: ['image', 'document'] };
        files.add(['blue-glaze.png', 'the-whole-set-of-mugs-on-the-shelf-in-the-morning-light.jpg']);
        for (const one of files.uploads.list.slice(0, 1)) files.uploads.describe(one, 'A mug, its glaze dark blue');
        threadOf(app)?.write('This is the blue one.');
      },
    },
    'thread-planned': { path, answers, scenery: { planned: plannedAnswers(now, '7F3K'), mentions: mentions(now) } },
    'thread-questions': { path, answers, scenery: { questions: questions(now) } },
    'thread-question-ask': {
      path,
      answers,
      scenery: { team: teamList(now) },
      act: () => press('.group', '.split ~ .split .pass-on', '[role=menuitem]:last-child'),
    },
    'thread-undo': {
      ...{ path, answers, scenery: { team: { ...teamList(now), undoMs: 30_000 } } },
      act(app: App) {
        threadOf(app)?.write('Thank you, I look at it at once.');
        threadOf(app)?.send();
      },
    },
    'thread-naming': {
      path,
      act(app: App) {
        const thread = threadOf(app);
        if (thread) thread.mode.value = 'note';
        thread?.notes.write(`@${bo.name} may we pay this back?`);
      },
    },
    'thread-later': {
      path,
      act(app: App) {
        threadOf(app)?.write('Good morning!');
        // As a person opens it: what it was opened from gets the focus back.
        press('.send-more', '.send-more + [role=menu] [role=menuitem]:nth-child(3)');
      },
    },
    'thread-macro': {
      ...{ path, answers },
      act(app: App) {
        const { runs } = app.desk.value?.composing ?? {};
        const run = { id: 'r1', conversationId: '7F3K', macroId: 'm1', name: 'Refund done', steps: STEPS, error: null };
        const next = { ...run, id: 'r2', macroId: 'm2', name: 'Ask for photos', steps: null };
        if (runs)
          runs.shown.value = [
            { ...run, state: 'ended' },
            { ...next, state: 'left' },
          ];
        threadOf(app)?.write('/re');
      },
    },
    'settings-macros': {
      path: '/console/settings/macros',
      answers,
    },
    'settings-macro-edit': { path: '/console/settings/macros', answers, act: () => press('.line .button') },
  };
}

/** Pictures by their names alone. */
export function paperFiles(names: Iterable<unknown>): Chosen[] {
  return [...names].map((name) => ({
    ...{ name: String(name), bytes: 200_000, type: 'image/png' },
    read: async () => new Uint8Array(0),
    draw: async () => false,
  }));
}

const MACROS: Macro[] = [
  {
    ...{ id: 'm1', name: 'refund done', departmentId: null },
    actions: [
      { do: 'tag', add: ['refund'], remove: [] },
      { do: 'reply', body: 'Dear {visitor.name|customer}, your money is on its way.' },
      { do: 'close', outcome: 'resolved' },
    ],
  },
];
const STEPS: MacroStep[] = [
  { do: 'tag', result: 'done' },
  { do: 'reply', result: 'refused', error: 'reassigned' },
  { do: 'close', result: 'skipped' },
];
