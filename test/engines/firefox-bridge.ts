#!/usr/bin/env -S node --import tsx
import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { enginePath } from '../support/engines.ts';
import { offersLanguage, PUTS_IN_TEXT } from './firefox-page.ts';

/**
 * The system's Firefox, as Playwright can drive it: started in Firefox's place, with its arguments. Between the two stands one
 * WebSocket that mends what the extended-support release lacks of WebDriver BiDi, and what a strict policy of a page
 * forbids to Playwright itself (decision 0201). Nothing here changes what a page or a person does.
 */

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  type?: string;
  error?: string;
  result?: Record<string, unknown>;
}

interface Header {
  name: string;
  value: { type: 'string'; value: string };
}

/** Our own questions have numbers that Playwright does not reach. */
const OWN_FROM = 1_000_000_000;
const EVALUATE = '(utilityScript, ...args) => utilityScript.evaluate(...args)';
/** Not ws: a request or an answer of an upgrade that is held back breaks the connection. */
const HELD_URLS = [{ type: 'pattern', protocol: 'http' }];
/** Told by Firefox as an error of the page, and by others in no such way: a refused socket, and the tab's picture that it asks for itself. */
const NO_FAULT = /^(Firefox can’t establish a connection|The connection to ws)|favicon\.ico/;

const path = enginePath('FIREFOX');
if (!path) throw new Error('No Firefox: install it (Debian: apt-get install firefox-esr), or set FIREFOX to its path.');
const browser = spawn(path, process.argv.slice(2), { stdio: ['ignore', 'pipe', 'pipe'] });
browser.once('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => browser.kill(signal));

let isOpen = false;
for (const stream of [browser.stdout, browser.stderr]) {
  stream.on('data', (piece: Buffer) => {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(String(piece)) ?? [];
    if (!address || isOpen) return void process.stderr.write(piece);
    isOpen = true;
    bridge(address);
  });
}

function bridge(address: string): void {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
  server.on('connection', (client) => {
    const firefox = new WebSocket(`${address}/session`);
    const early: string[] = [];
    const send = (text: string) => (firefox.readyState === WebSocket.OPEN ? firefox.send(text) : early.push(text));
    const mend = mender(send);
    firefox.once('open', () => {
      for (const text of early.splice(0)) firefox.send(text);
    });
    client.on('message', (frame) => send(JSON.stringify(mend.asked(JSON.parse(String(frame)) as Message))));
    firefox.on('message', (frame) => {
      const told = mend.told(JSON.parse(String(frame)) as Message);
      if (told) client.send(JSON.stringify(told));
    });
    client.once('close', () => firefox.close());
    firefox.once('close', () => client.close());
  });
}

function mender(send: (text: string) => void) {
  const methods = new Map<number, string>();
  let own = OWN_FROM;
  let intercept: unknown = null;
  const ask = (method: string, params: object) => {
    own += 1;
    methods.set(own, method);
    send(JSON.stringify({ id: own, method, params }));
  };
  return {
    asked(message: Message): Message {
      methods.set(message.id ?? -1, message.method ?? '');
      if (message.method === 'emulation.setLocaleOverride') {
        const { locale, ...where } = message.params as { locale: string };
        ask('script.addPreloadScript', { functionDeclaration: offersLanguage(locale), ...where });
      }
      if (message.method === 'network.addIntercept') {
        return { ...message, params: { urlPatterns: HELD_URLS, ...message.params } };
      }
      return inlined(message);
    },
    told(message: Message): Message | null {
      const method = methods.get(message.id ?? -1);
      methods.delete(message.id ?? -1);
      if (method === 'session.new' && message.type === 'success') {
        ask('session.subscribe', { events: ['network.responseStarted'] });
        ask('network.addIntercept', { phases: ['responseStarted'], urlPatterns: HELD_URLS });
        // Playwright installs its own by eval after each load: too late for a page that is quick, forbidden by one that is strict.
        ask('script.addPreloadScript', { functionDeclaration: PUTS_IN_TEXT });
      }
      if ((message.id ?? 0) >= OWN_FROM) {
        if (method === 'network.addIntercept') intercept = message.result?.intercept ?? null;
        return null;
      }
      if (message.type === 'error' && message.error === 'unknown command') {
        return { type: 'success', id: message.id as number, result: {} };
      }
      if (message.method === 'log.entryAdded' && NO_FAULT.test(String(message.params?.text))) return null;
      return message.method === 'network.responseStarted' ? letGo(message, intercept, ask) : message;
    },
  };
}

/** Playwright's scripts come as text for eval, which a strict policy forbids; as the body of a function they are allowed. */
function inlined(message: Message): Message {
  const { functionDeclaration, arguments: given } = (message.params ?? {}) as {
    functionDeclaration?: string;
    arguments?: { value?: unknown }[];
  };
  if (message.method !== 'script.callFunction' || functionDeclaration !== EVALUATE) return message;
  const asked = String(given?.[3]?.value);
  // Its extension is there already (firefox-page.ts), and would be made by eval.
  const expression = asked.includes('injectedScript.extend(') ? '() => {}' : asked;
  // Of several statements nobody asks what they come to.
  const body = isCode(`return (${expression}\n)`) ? `return (${expression}\n)` : expression;
  if (!isCode(body)) return message;
  const called = `(utilityScript, ...args) => {
    const world = utilityScript.global;
    utilityScript.global = { eval: () => { ${body}\n} };
    try { return utilityScript.evaluate(...args); } finally { utilityScript.global = world; }
  }`;
  return { ...message, params: { ...message.params, functionDeclaration: called } };
}

function isCode(body: string): boolean {
  try {
    new Function(body);
    return true;
  } catch {
    return false;
  }
}

/** Lets an answer go on; a policy for scripts also allows eval, which Playwright's helpers need, and nothing else. */
function letGo(message: Message, intercept: unknown, ask: (method: string, params: object) => void): Message {
  const { isBlocked, intercepts, request, response, ...rest } = message.params as {
    isBlocked: boolean;
    intercepts?: unknown[];
    request: { request: string };
    response: { headers: Header[] };
  };
  if (!isBlocked || !intercepts?.includes(intercept)) return message;
  const headers = response.headers.map(withEval);
  const isChanged = headers.some((header, index) => header !== response.headers[index]);
  ask('network.continueResponse', { request: request.request, ...(isChanged ? { headers } : {}) });
  return { ...message, params: { ...rest, isBlocked: false, request, response } };
}

function withEval(header: Header): Header {
  if (header.name.toLowerCase() !== 'content-security-policy') return header;
  const value = header.value.value.replace(/script-src(?!-)/, "script-src 'unsafe-eval'");
  return { ...header, value: { ...header.value, value } };
}
