import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { typesOf, WRAPPERS, wrapperOf } from '../../widget/build/publish-types.ts';
import { compileIn, inOwnersProject } from '../support/compile-as-owner.ts';

/** Y4 What the relay serves for owners' editors compiles in their projects, and refuses what the chat would refuse. */

const top = fileURLToPath(new URL('../..', import.meta.url));
const types = typesOf(join(top, 'widget'));
const membersOf = (name: string) => {
  const [, body = ''] = new RegExp(`interface ${name}[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(types) ?? [];
  return [...body.matchAll(/^ {2}'?([\w:]+)'?\??[(:<]/gm)].map(([, member]) => member ?? '');
};

/** A page that uses all of it. Each line after REFUSED is a mistake that the compiler must find. */
const PAGE = `import type { DeskbellApi, DeskbellEvents, DeskbellOptions, DeskbellState } from './deskbell';
const chat = window.Deskbell;
if (chat) {
  const options: DeskbellOptions = {
    site: 'k', autoboot: 'false', color: '#123456', theme: 'auto', position: 'start', offsetX: 10, offsetY: '10', radius: 4,
    font: 'page', logo: '/logo.svg', zIndex: 5, launcher: '.help', inline: '#chat', isolate: 'true', hidden: true, locale: 'de', department: 'd',
    tags: 'a, b', name: 'Mia', email: 'mia@example.org', identity: 'a.b.c', textGreeting: 'Hello',
  };
  chat.boot(options);
  chat.open(); chat.close(); chat.toggle(); chat.show(); chat.hide(); chat.logout(); chat.destroy(); chat.popOut();
  chat.newMessage(); chat.newMessage('Hello'); chat.sendMessage('Hello');
  chat.identify({ name: 'Mia', email: 'mia@example.org' }); chat.identify('a.b.c', { name: 'Mia' });
  chat.setAttributes({ plan: 'pro', seats: 3, trial: true, gone: null }); chat.setTags(['vip']);
  chat.setDepartment('sales'); chat.setDepartment(null); chat.setLocale('de'); chat.track('cart', { value: 12.5 });
  const state: DeskbellState = chat.getState();
  const open: boolean = state.open && state.visible && state.unread > 0 && state.conversation === 'active';
  const reason = chat.getUnavailableReason();
  if (reason === 'load_failed' || reason === 'site_unknown' || reason === 'destroyed') chat('open', open);
  EVENTS
  chat.once('ready', () => {}); chat.off('ready'); chat.off('unread', (count: number) => count);
  const name: keyof DeskbellEvents = 'unread';
  const api: DeskbellApi = chat; api('on', name, () => {});
}
`;
const REFUSED = [
  "chat.boot({ theme: 'blue' })",
  'chat.sendMessage()',
  "chat.setTags('vip')",
  'chat.setAttributes({ deep: { a: 1 } })',
  "chat.on('nonsense', () => {})",
  "chat.on('unread', (count: string) => count)",
  'chat.explode()',
  "chat.boot({ 'greeting-text': 1 })",
];

function compile(files: Record<string, string>): Promise<string> {
  return inOwnersProject((folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return compileIn(folder);
  });
}

test('Y4 a page that uses every option, method and event compiles with them, and so do the wrappers', async () => {
  const events = membersOf('DeskbellEvents');
  const listens = events.map((name) => `chat.on('${name}', (detail: DeskbellEvents['${name}']) => void detail);`);
  expect(events).toContain('conversation:ended');
  const wrappers = Object.fromEntries(WRAPPERS.map((name) => [`${name}.ts`, wrapperOf(join(top, 'widget'), name)]));
  const page = PAGE.replace('EVENTS', listens.join(' '));
  for (const method of [...membersOf('DeskbellApi'), ...membersOf('DeferredVerbs')])
    expect(page, method).toMatch(new RegExp(`chat\\.${method}\\(`));
  for (const option of [...types.matchAll(/^ {2}(\w+)\?: /gm)].map(([, name]) => name))
    expect(page, option).toContain(`${option}:`);
  expect(await compile({ 'deskbell.d.ts': types, 'page.ts': page, ...wrappers })).toBe('');
});

test('Y4 what the chat would refuse is refused by the compiler', async () => {
  const page = `const chat = window.Deskbell!;\nimport './deskbell';\n${REFUSED.join(';\n')};\n`;
  const found = await compile({ 'deskbell.d.ts': types, 'page.ts': page });
  const lines = new Set([...found.matchAll(/page\.ts\((\d+),/g)].map(([, line]) => Number(line)));
  expect([...lines].sort((a, b) => a - b)).toEqual(REFUSED.map((_, at) => at + 3));
});
