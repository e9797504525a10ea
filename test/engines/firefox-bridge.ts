#!/usr/bin/env -S node --import tsx
import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { enginePath } from '../support/engines.ts';
import { actsOf } from './firefox-acts.ts';
import { openInside } from './firefox-inside.ts';
import { sparesWhoLeft } from './firefox-left.ts';
import { mendsOf } from './firefox-mends.ts';
import type { Message } from './firefox-page.ts';

/**
 * The system's Firefox, as Playwright can drive it: started in Firefox's place, with its arguments. Between the two stands one
 * WebSocket that mends what the extended-support release lacks of WebDriver BiDi, and what a strict policy of a page
 * forbids to Playwright itself (decisions 0201 and 0316). Nothing here changes what a page or a person does.
 */

const path = enginePath('FIREFOX');
if (!path) throw new Error('No Firefox: install it (Debian: apt-get install firefox-esr), or set FIREFOX to its path.');
const given = process.argv.slice(2);
const profile = given[given.indexOf('--profile') + 1] ?? '';
// The libraries of the packaged Chromium and its only font, which Firefox's sandbox may not read, are not for Firefox (test/support/chromium.ts).
const { FONTCONFIG_PATH: _font, LD_LIBRARY_PATH: _libraries, ...own } = process.env;
const browser = spawn(path, ['--marionette', '--remote-allow-system-access', ...given], {
  // As Playwright has it, a tab whose process is killed takes the whole browser along.
  env: { ...own, MOZ_CRASHREPORTER_SHUTDOWN: '' },
  stdio: ['ignore', 'pipe', 'pipe'],
});
browser.once('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => browser.kill(signal));

let isOpen = false;
for (const stream of [browser.stdout, browser.stderr]) {
  stream.on('data', (piece: Buffer) => {
    if (!/WebDriver BiDi listening on ws:/.test(String(piece)) || isOpen) return void process.stderr.write(piece);
    isOpen = true;
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
      process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
    });
    server.on('connection', (client) => void bridge(client));
  });
}

/** The session is begun from within (firefox-inside.ts): a browser has one, and one that BiDi begins would shut that door. */
async function bridge(client: WebSocket): Promise<void> {
  const early: Message[] = [];
  let ask = (message: Message): unknown => early.push(message);
  client.on('message', (frame) => void ask(JSON.parse(String(frame)) as Message));
  client.once('close', () => browser.kill());

  const inside = await openInside(profile);
  await sparesWhoLeft(inside);
  const acts = await actsOf(inside, join(profile, 'saved'));
  const firefox = new WebSocket(String(inside.capabilities.webSocketUrl));
  const send = (message: object) => firefox.send(JSON.stringify(message));
  const tell = (message: object) => client.send(JSON.stringify(message));
  const mends = mendsOf({ send, tell, acts });
  firefox.once('close', () => client.close());
  firefox.on('message', (frame) => void mends.told(JSON.parse(String(frame)) as Message));
  await new Promise((resolve) => firefox.once('open', resolve));
  ask = async (message) => {
    if (message.method === 'session.new') {
      await mends.begin();
      return tell({ type: 'success', id: message.id, result: { sessionId: '', capabilities: inside.capabilities } });
    }
    // Who did not begin the session by BiDi may not end the browser by it.
    if (message.method === 'browser.close') {
      tell({ type: 'success', id: message.id, result: {} });
      return browser.kill();
    }
    return mends.asked(message);
  };
  for (const message of early) ask(message);
}
