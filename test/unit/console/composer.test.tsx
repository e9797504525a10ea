import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { Composer } from '../../../console/ui/composer.tsx';
import { AppContext, DeskContext } from '../../../console/ui/context.ts';
import { MentionBar } from '../../../console/ui/mention-bar.tsx';
import { TextBox } from '../../../console/ui/text-box.tsx';
import { askedName, mentionedIds, mentionPieces } from '../../../protocol/kit/names-in-text.ts';
import type { Mention } from '../../../protocol/wire/composer.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ana, assignedTo, ConsoleDesk, PlainMemory } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';
import { kept, openWriting as open, UNDO_MS } from '../../support/writing-desk.ts';

afterEach(cleanup);

const bo = { id: 'agent-2', name: 'Bo' };

test('D9 send and close: the end follows once the answer is stored, and not before', async () => {
  const desk = await open();
  desk.thread.write('That is all');
  desk.desk.composing.sendAndClose(desk.thread, 'resolved');
  await desk.clock.advance(UNDO_MS);
  expect(desk.relay.payloads('conversation:close')).toEqual([]);
  desk.relay.settle('message:send', success({ seq: 4, at: 4 }));
  await settle();
  expect(desk.relay.payloads('conversation:close')).toEqual([{ conversationId: 'c1', outcome: 'resolved' }]);
  desk.relay.settle('conversation:close', refusal('reassigned'));
  await settle();
  const { composing } = desk.desk;
  const refused = { conversationId: 'c1', outcome: 'resolved', error: 'reassigned' };
  expect(composing.closeAfter.refused.value).toEqual(refused);
  // A reload forgets nothing of it.
  const next = await open(new ConsoleDesk(desk.memory, desk.outbox));
  expect(next.desk.composing.closeAfter.refused.value).toEqual(refused);
  // It stays until it is put away, or closed once more.
  void composing.closeAgain();
  expect(desk.relay.payloads('conversation:close')).toHaveLength(2);
  desk.relay.settle('conversation:close', success({ seq: 5, at: 5 }));
  await settle();
  expect(composing.closeAfter.refused.value).toBeNull();
  expect((await open(new ConsoleDesk(desk.memory, desk.outbox))).desk.composing.closeAfter.refused.value).toBeNull();
  // The end of a planned answer, refused at the relay; and of another one's, which is not mine to hear of.
  const planned = {
    ...{ id: 'p1', conversationId: 'c1', by: { id: ana.id, name: 'Ana' }, body: 'Later', madeAt: 1, sendAt: 2 },
    ...{
      close: 'resolved' as const,
      state: 'sent' as const,
      held: null,
      outsideHours: false,
      opensAt: null,
      version: 2,
    },
  };
  const by = { id: 'agent-2', name: 'Bo' };
  desk.relay.fact('planned:changed', { planned: { ...planned, by, closeRefused: 'changed_meanwhile' } });
  expect(composing.closeAfter.refused.value).toBeNull();
  desk.relay.fact('planned:changed', { planned: { ...planned, closeRefused: 'changed_meanwhile' } });
  expect(composing.closeAfter.refused.value).toMatchObject({ conversationId: 'c1', error: 'changed_meanwhile' });
});

test('D9 an end that was refused is said on the page, with what to do', async () => {
  const desk = await open();
  const bar = (error: 'reassigned' | 'unavailable') => {
    desk.desk.composing.closeAfter.say({ conversationId: 'c1', outcome: 'resolved', error });
    render(
      <AppContext.Provider value={desk.app}>
        <DeskContext.Provider value={desk.desk}>
          <div role="alert">
            <MentionBar />
          </div>
        </DeskContext.Provider>
      </AppContext.Provider>,
    );
  };
  bar('unavailable');
  expect(screen.getByRole('alert').textContent).toContain('was sent, but the conversation was not closed.');
  fireEvent.click(screen.getByRole('button', { name: 'Close it again' }));
  expect(desk.relay.payloads('conversation:close')).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Put away' }));
  await settle();
  expect(screen.getByRole('alert').textContent).toBe('');
  cleanup();
  bar('reassigned');
  expect(screen.getByRole('alert').textContent).toContain('A colleague has it now and ends it.');
  expect(screen.queryByRole('button', { name: 'Close it again' })).toBeNull();
});

describe('D1 D2 drafts', () => {
  test('written after a pause, not with each key; sent, it goes at once', async () => {
    const desk = await open(new ConsoleDesk(), 0);
    kept(desk, 10);
    for (const text of ['H', 'He', 'Hel']) desk.thread.write(text);
    await desk.clock.advance(1_000);
    expect(desk.relay.payloads('draft:write')).toEqual([]);
    await desk.clock.advance(1_000);
    const draft = { conversationId: 'c1', kind: 'reply', body: 'Hel', basedOn: 0 };
    expect(desk.relay.payloads('draft:write')).toEqual([draft]);
    expect(desk.desk.composing.sync.ids.value).toEqual(new Set(['c1']));
    desk.thread.send();
    await desk.clock.advance(0);
    expect(desk.relay.payloads('draft:write').at(-1)).toEqual({ ...draft, body: '', basedOn: 10 });
    expect(desk.desk.composing.sync.ids.value).toEqual(new Set());
  });

  test('what comes from another device is shown in a box at rest; what is being typed stays and is written anew', async () => {
    const desk = await open();
    const other = { conversationId: 'c1', kind: 'reply' } as const;
    desk.relay.fact('draft:changed', { draft: { ...other, body: 'From the phone', version: 5 } });
    expect(desk.thread.draft.value).toBe('From the phone');
    desk.thread.write('From the phone, and the desk');
    desk.relay.fact('draft:changed', { draft: { ...other, body: 'From the phone, too', version: 6 } });
    expect(desk.thread.draft.value).toBe('From the phone, and the desk');
    let answers = 0;
    desk.relay.script('draft:write', ({ body }) => {
      answers += 1;
      const stale = { ...other, body: 'From the phone again', version: 9 };
      return success(
        answers === 1 ? { result: 'stale', draft: stale } : { result: 'kept', draft: { ...other, body, version: 10 } },
      );
    });
    await desk.clock.advance(2_000);
    expect(desk.relay.payloads('draft:write').map(({ basedOn }) => basedOn)).toEqual([6, 9]);
    expect(desk.thread.draft.value).toBe('From the phone, and the desk');
  });

  test('two tabs of one browser hold one text: what is typed or sent in one stands so in the other, of a reply and a note alike', async () => {
    const first = await open();
    kept(first, 10);
    const second = await open(new ConsoleDesk(new PlainMemory(first.memory), first.outbox));
    first.thread.write('Begun here');
    first.thread.notes.write('For the team');
    expect(second.thread.draft.value).toBe('Begun here');
    expect(second.thread.notes.draft.value).toBe('For the team');
    second.thread.write('Begun here, gone on there');
    expect(first.thread.draft.value).toBe('Begun here, gone on there');
    second.thread.send();
    expect(first.thread.draft.value).toBe('');
    // Where nobody looks at it any more nothing listens.
    const { thread } = first;
    first.desk.open(null);
    second.thread.write('Later');
    expect(thread.draft.value).toBe('');
  });

  test('after a reload: what was written here and never arrived is written; what was sent elsewhere is gone', async () => {
    const before = await open();
    before.thread.write('Never arrived');
    const desk = new ConsoleDesk(before.memory, before.outbox);
    kept(desk, 10);
    await open(desk);
    desk.relay.script('draft:list', () => success({ drafts: [] }));
    await settle();
    expect(desk.relay.payloads('draft:write')).toMatchObject([{ body: 'Never arrived', basedOn: 0 }]);
    const last = await open(new ConsoleDesk(desk.memory, desk.outbox));
    expect(last.relay.payloads('draft:write')).toEqual([]);
    expect(last.thread.draft.value).toBe('');
  });
});

test('D1 what was begun stands there, to be copied, when the conversation is no longer mine to answer', async () => {
  const desk = await open();
  desk.thread.write('Half a \u202esentence');
  render(
    <AppContext.Provider value={desk.app}>
      <DeskContext.Provider value={desk.desk}>
        <Composer thread={desk.thread} />
      </DeskContext.Provider>
    </AppContext.Provider>,
  );
  expect(screen.queryByText('What you had begun is kept:')).toBe(null);
  desk.relay.fact('entry:added', { conversationId: 'c1', entry: assignedTo(4, bo) } as never);
  expect(await screen.findByText('What you had begun is kept:')).toBeTruthy();
  const text = screen.getByText('Half a \u202esentence');
  expect(text.dir).toBe('auto');
  fireEvent.click(screen.getByRole('button', { name: 'Copy it' }));
  await settle();
  expect(desk.copied).toEqual(['Half a \u202esentence']);
});

describe('D10 names in a note', () => {
  const team = [bo, { id: 'agent-3', name: 'Bo Berg' }, { id: 'agent-4', name: 'Ana' }, { id: 'agent-5', name: 'Ana' }];

  test('the longer name counts, both of one name are meant, and an address is no name', () => {
    expect(mentionedIds('@Bo Berg and @bo: see mia@Ana.example', team)).toEqual(['agent-3', 'agent-2']);
    expect(mentionedIds('(@Ana)', team)).toEqual(['agent-4', 'agent-5']);
    expect(mentionedIds('@Bobby @ Bo', team)).toEqual([]);
    expect(mentionPieces('Hi @Bo!', team).map(({ text }) => text)).toEqual(['Hi ', '@Bo', '!']);
  });

  test('the list opens at an @ that begins a word, and closes behind it', () => {
    expect(askedName('Ask @b', 6)).toEqual({ from: 4, word: 'b' });
    expect(askedName('@', 1)).toEqual({ from: 0, word: '' });
    expect(askedName('mia@b', 5)).toBeNull();
    expect(askedName('@b', 0)).toBeNull();
  });

  test('D11 who is named hears it, and has seen it where she looks at that conversation', async () => {
    const desk = await open();
    const mention: Mention = {
      ...{
        conversationId: 'c2',
        number: 3,
        label: 'Visitor',
        siteName: 'Shop',
        by: bo,
        text: '@Ana',
        at: 1,
        seenAt: null,
      },
    };
    desk.relay.fact('mention:added', { mention });
    desk.relay.fact('mention:added', { mention });
    await settle();
    expect(desk.desk.composing.mentions.ids.value).toEqual(new Set(['c2']));
    expect(desk.claimed.filter((name) => name.includes('mention:'))).toHaveLength(1);
    desk.relay.fact('mention:added', { mention: { ...mention, conversationId: 'c1', number: 4 } });
    await settle();
    expect(desk.relay.payloads('mention:seen')).toEqual([{ conversationId: 'c1', upToNumber: 4 }]);
    desk.relay.fact('mention:cleared', { conversationId: 'c2', upToNumber: 3 });
    expect(desk.desk.composing.mentions.ids.value).toEqual(new Set());
  });
});

describe('D12 Enter', () => {
  const heard: string[] = [];
  const box = (enterBreaks: boolean, given: { text?: string; holding?: boolean } = {}) => {
    const sends: string[] = [];
    render(
      <TextBox
        {...{
          label: 'Reply',
          placeholder: '',
          hint: '',
          text: 'Hi',
          charsMax: 10,
          class: 'x',
          button: 'Send',
          enterBreaks,
          ...given,
        }}
        onWrite={() => {}}
        onSend={() => sends.push('sent')}
        onKey={({ key }) => heard.push(key)}
      />,
    );
    const area = screen.getByRole('textbox', { name: 'Reply' });
    return (more: object) => {
      fireEvent.keyDown(area, { key: 'Enter', ...more });
      return sends.splice(0).length;
    };
  };

  test('sends; with Shift it makes a line, with Ctrl or ⌘ it always sends, and ending the choice of a word never does', () => {
    const press = box(false);
    expect([press({}), press({ shiftKey: true }), press({ ctrlKey: true }), press({ metaKey: true })]).toEqual([
      1, 0, 1, 1,
    ]);
    expect([
      press({ isComposing: true }),
      press({ keyCode: 229 }),
      press({ isComposing: true, ctrlKey: true }),
    ]).toEqual([0, 0, 0]);
    // Nor do the lists beside the box hear of any of its keys.
    const before = heard.length;
    for (const key of ['Escape', 'ArrowDown', 'Enter']) press({ key, isComposing: true });
    press({ key: 'Escape', keyCode: 229 });
    expect(heard.slice(before)).toEqual([]);
    press({ key: 'Escape' });
    expect(heard.at(-1)).toBe('Escape');
    expect(screen.getByRole('textbox').getAttribute('spellcheck')).toBe('true');
  });

  test('without a text it sends only what waits beside the box (F9)', () => {
    expect(box(false, { text: ' ' })({})).toBe(0);
    cleanup();
    expect(box(false, { text: ' ', holding: true })({})).toBe(1);
  });

  test('by choice it makes a line, and only Ctrl or ⌘ sends', () => {
    const press = box(true);
    expect([press({}), press({ shiftKey: true }), press({ ctrlKey: true }), press({ metaKey: true })]).toEqual([
      0, 0, 1, 1,
    ]);
  });
});
