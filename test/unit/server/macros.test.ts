import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MESSAGE_CHARS_MAX, NAME_CHARS_MAX, NOTE_CHARS_MAX } from '../../../protocol/wire/limits.ts';
import type { MacroAction } from '../../../protocol/wire/macros.ts';
import { findMacroFault } from '../../../server/domain/composer/check-macro.ts';
import { changeStaffMember } from '../../../server/usecases/change-staff.ts';
import type { AgentSubject, VisitorSubject } from '../../../server/usecases/context.ts';
import { addDepartment, removeDepartment } from '../../../server/usecases/departments.ts';
import { describeVisitor } from '../../../server/usecases/describe-visitor.ts';
import { addMacro, changeMacro, listMacros, removeMacro } from '../../../server/usecases/macros.ts';
import { runMacro } from '../../../server/usecases/run-macro.ts';
import { syncConversation } from '../../../server/usecases/sync-conversation.ts';
import { syncTeam } from '../../../server/usecases/sync-team.ts';
import { tagConversation } from '../../../server/usecases/tag-conversation.ts';
import { setTeamTags } from '../../../server/usecases/team-tags.ts';
import { accepted, openScene, type Scene } from '../../support/scene.ts';

describe('D13 macros', () => {
  let scene: Scene;
  let ana: AgentSubject;
  let olga: AgentSubject;
  let mia: VisitorSubject;
  let talk: string;

  beforeEach(async () => {
    scene = await openScene();
    ana = await scene.agent('Ana');
    mia = await scene.visitor();
    talk = await scene.open(mia);
    await scene.route();
    olga = await scene.agent('Olga', { role: 'supervisor' });
  });
  afterEach(() => scene.close());

  let named = 0;
  const macro = async (...actions: MacroAction[]) => {
    const input = { name: `macro ${++named}`, departmentId: null, actions };
    return accepted(await scene.act(addMacro(scene.context, olga, input))).id;
  };
  let runs = 0;
  const run = (macroId: string, who = ana, clientId = `macro-client-id-${++runs}`) =>
    scene.act(runMacro(scene.context, who, { conversationId: talk, macroId, clientId }));
  const steps = async (macroId: string, who = ana) => accepted(await run(macroId, who)).steps;
  const words = async () => {
    const page = accepted((await syncConversation(scene.context, mia, { conversationId: talk, afterSeq: 0 })).answer);
    return page.entries.flatMap((entry) => (entry.kind === 'message' && entry.author === 'agent' ? [entry.body] : []));
  };

  test('an answer of which nothing is left, or far too much, is not sent, and what follows is not tried', async () => {
    const empty = await macro({ do: 'reply', body: '{visitor.email}' }, { do: 'close', outcome: 'resolved' });
    expect(await steps(empty)).toMatchObject([
      { do: 'reply', result: 'refused', error: 'invalid_payload', missing: ['visitor.email'] },
      { do: 'close', result: 'skipped' },
    ]);
    const long = (variable: string, max: number) => `${'x'.repeat(max - variable.length)}${variable}`;
    for (const [kind, max] of [
      ['reply', MESSAGE_CHARS_MAX],
      ['note', NOTE_CHARS_MAX],
    ] as const) {
      const name = 'N'.repeat(NAME_CHARS_MAX);
      const fits = await macro({ do: kind, body: `${'x'.repeat(max - name.length)}{visitor.name}` });
      await describeVisitor(scene.context, mia, { name });
      expect(await steps(fits)).toEqual([{ do: kind, result: 'done' }]);
      const over = await macro({ do: kind, body: long('{visitor.name}', max) });
      expect(await steps(over)).toMatchObject([{ do: kind, result: 'refused', error: 'invalid_payload' }]);
    }
    expect(findMacroFault([{ do: 'note', body: 'x'.repeat(NOTE_CHARS_MAX) }])).toBeUndefined();
    expect(findMacroFault([{ do: 'note', body: 'x'.repeat(NOTE_CHARS_MAX + 1) }])).toContain('at most');
  });

  test('everything in its order: tags, a note, an answer with its words filled in, a reminder, the end', async () => {
    const id = await macro(
      { do: 'tag', add: ['refund'], remove: [] },
      { do: 'note', body: 'Paid back by {agent.name}' },
      { do: 'reply', body: 'Dear {visitor.name|customer} of {site.name}: done. {visitor.email}' },
      { do: 'snooze', forMs: 3_600_000 },
      { do: 'close', outcome: 'resolved' },
    );
    expect(await steps(id)).toEqual([
      { do: 'tag', result: 'done' },
      { do: 'note', result: 'done' },
      { do: 'reply', result: 'done', missing: ['visitor.email'] },
      { do: 'snooze', result: 'done' },
      { do: 'close', result: 'done' },
    ]);
    expect(await words()).toEqual(['Dear customer of Shop: done.']);
    const team = accepted((await syncTeam(scene.context, ana, { conversationId: talk, afterNumber: 0 })).answer);
    expect(team.entries.at(-1)).toMatchObject({ kind: 'note', body: 'Paid back by Ana' });
    expect(await scene.context.store.findConversation(talk)).toMatchObject({ status: 'closed' });
  });

  test('sent again, and twice at once, it is one run with one answer', async () => {
    const id = await macro({ do: 'reply', body: 'Once' }, { do: 'note', body: 'Once' });
    const clientId = 'macro-client-id-again';
    const [one, two] = await Promise.all([run(id, ana, clientId), run(id, ana, clientId)]);
    const three = await run(id, ana, clientId);
    expect([two, three]).toEqual([one, one]);
    expect(await words()).toEqual(['Once']);
    const other = await macro({ do: 'note', body: 'x' });
    expect(await run(other, ana, clientId)).toMatchObject({ error: 'cid_conflict' });
  });

  test('one that was cut off goes on where it stood, with the actions it began with', async () => {
    const id = await macro({ do: 'reply', body: 'First' }, { do: 'reply', body: 'Second' });
    const clientId = 'macro-client-id-cut';
    const keep = scene.context.store.keepMacroSteps;
    let kept = 0;
    scene.context.store.keepMacroSteps = async (input) => {
      kept += 1;
      if (kept === 2) throw new Error('The power went.');
      await keep(input);
    };
    await expect(run(id, ana, clientId)).rejects.toThrow('The power went.');
    scene.context.store.keepMacroSteps = keep;
    expect(accepted(await run(id, ana, clientId)).steps.map(({ result }) => result)).toEqual(['done', 'done']);
    expect(await words()).toEqual(['First', 'Second']);
  });

  test('after one that was refused the rest is not tried, and it says why', async () => {
    const id = await macro(
      { do: 'tag', add: ['later'], remove: [] },
      { do: 'reply', body: 'Hello' },
      { do: 'close', outcome: 'resolved' },
    );
    expect(await steps(id, olga)).toEqual([
      { do: 'tag', result: 'done' },
      { do: 'reply', result: 'refused', error: 'reassigned' },
      { do: 'close', result: 'skipped' },
    ]);
    expect(await words()).toEqual([]);
    expect(await scene.context.store.findConversation(talk)).toMatchObject({ status: 'active' });
    const taking = await macro({ do: 'take' }, { do: 'reply', body: 'Olga here' });
    expect((await steps(taking, olga)).map(({ result }) => result)).toEqual(['done', 'done']);
  });

  test('a tag that the team took off its list is left out and named; the rest is done, in the list’s own letters', async () => {
    const id = await macro(
      { do: 'tag', add: ['refund', 'Summer'], remove: ['gone'] },
      { do: 'tag', add: ['refund'], remove: [] },
      { do: 'note', body: 'x' },
    );
    // Without a list any word is a tag (U13).
    expect(await steps(id)).toEqual(['tag', 'tag', 'note'].map((kind) => ({ do: kind, result: 'done' })));
    const before = { conversationId: talk, add: [], remove: ['refund', 'Summer'] };
    accepted(await scene.act(tagConversation(scene.context, ana, before)));
    const owner = await scene.agent('Ona', { role: 'owner' });
    accepted(await scene.act(setTeamTags(scene.context, owner, { tags: ['summer'] })));
    expect(await steps(id)).toEqual([
      { do: 'tag', result: 'done', missing: ['refund'] },
      { do: 'tag', result: 'done', missing: ['refund'] },
      { do: 'note', result: 'done' },
    ]);
    const none = { conversationId: talk, add: [], remove: [] };
    expect(accepted(await scene.act(tagConversation(scene.context, ana, none))).tags).toEqual(['summer']);
  });

  test('a department that was removed, or a colleague who takes nothing any more, is said; what is left of the run is done', async () => {
    const owner = await scene.agent('Ona', { role: 'owner', available: false });
    const bo = await scene.agent('Bo');
    const { id: departmentId } = accepted(
      await scene.act(addDepartment(scene.context, owner, { siteId: null, name: 'Returns', routing: {} })),
    );
    const moving = await macro({ do: 'note', body: 'x' }, { do: 'move', departmentId });
    const asking = await macro({ do: 'note', body: 'x' }, { do: 'transfer', agentId: bo.agent.id });
    accepted(await scene.act(removeDepartment(scene.context, owner, { id: departmentId })));
    const looksOn = { agentId: bo.agent.id, name: 'Bo', role: 'viewer', capacity: 4 } as const;
    const none = { siteIds: [], departments: [], languages: [], skills: [] };
    accepted(await scene.act(changeStaffMember(scene.context, owner, { ...looksOn, ...none })));
    const note = { do: 'note', result: 'done' };
    expect(await steps(moving)).toMatchObject([note, { do: 'move', result: 'refused', error: 'not_found' }]);
    expect(await steps(asking)).toMatchObject([note, { do: 'transfer', result: 'refused', error: 'agent_absent' }]);
  });

  test('written by those who may, and only what a run could do', async () => {
    const input = { name: 'mine', departmentId: null, actions: [{ do: 'take' }] } as const;
    const refusedFor = async (more: object) =>
      scene.act(addMacro(scene.context, olga, { ...input, actions: [{ do: 'take' }], ...more }));
    expect(await scene.act(addMacro(scene.context, ana, { ...input, actions: [{ do: 'take' }] }))).toMatchObject({
      error: 'forbidden',
    });
    expect(await refusedFor({ departmentId: 'nowhere' })).toMatchObject({ field: 'departmentId' });
    expect(await refusedFor({ actions: [{ do: 'move', departmentId: 'nowhere' }] })).toMatchObject({
      field: 'departmentId',
    });
    expect(await refusedFor({ actions: [{ do: 'transfer', agentId: 'nobody' }] })).toMatchObject({ field: 'actions' });
    const made = accepted(await refusedFor({}));
    expect(await refusedFor({})).toMatchObject({ field: 'name' });
    accepted(await scene.act(changeMacro(scene.context, olga, { ...made, name: 'yours' })));
    expect(accepted(await scene.act(listMacros(scene.context, ana))).map(({ name }) => name)).toEqual(['yours']);
    expect(await scene.act(removeMacro(scene.context, ana, made))).toMatchObject({ error: 'forbidden' });
    accepted(await scene.act(removeMacro(scene.context, olga, made)));
    expect(await run(made.id)).toMatchObject({ error: 'not_found' });
  });

  test.each<[string, MacroAction[], boolean]>([
    [
      'an end comes last',
      [
        { do: 'close', outcome: 'spam' },
        { do: 'note', body: 'x' },
      ],
      false,
    ],
    ['a gift comes last', [{ do: 'transfer', agentId: 'a' }, { do: 'take' }], false],
    ['taken once', [{ do: 'take' }, { do: 'take' }], false],
    ['a tag names one', [{ do: 'tag', add: [], remove: [] }], false],
    [
      'two answers and an end',
      [
        { do: 'reply', body: 'a' },
        { do: 'reply', body: 'b' },
        { do: 'close', outcome: 'spam' },
      ],
      true,
    ],
  ])('%s', (_name, actions, isFine) => {
    expect(findMacroFault(actions) === undefined).toBe(isFine);
  });
});
