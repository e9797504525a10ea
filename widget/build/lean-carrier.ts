import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SPELL_JSON = fileURLToPath(new URL('../../protocol/kit/json.ts', import.meta.url));
const QUEUE = ['_addToQueue', '_drainQueue'];
const RECONNECTING = ['reconnectionAttempts', 'reconnectionDelay', 'randomizationFactor', 'reconnectionDelayMax'];
/** Who watches what goes out. */
const OUTGOING = [
  'notifyOutgoingListeners',
  'onAnyOutgoing',
  'prependAnyOutgoing',
  'offAnyOutgoing',
  'listenersAnyOutgoing',
];

/**
 * We speak text over WebSocket, reconnect by ourselves, and have a fallback of our own: the carrier's other transports,
 * its binary half and its back-off would be dead weight in every visitor's browser. The library offers no switch for
 * it, so these files are exchanged. `was` is the digest of the file that was read when its stand-in was written: a
 * changed library stops the build, so that somebody looks again.
 */
const EXCHANGED: { file: string; was: string; is: string | ((code: string) => string) }[] = [
  {
    // It listens to the page for ever, on behalf of all sockets. Ours is a guest that may be sent away (W4): each
    // socket listens for itself, as long as it lives.
    file: '/engine.io-client/build/esm/socket.js',
    was: 'ccd945e1f31b4c9f',
    is: (code) =>
      trimmed(
        // No other transport is offered, so none is probed.
        without(code, ['_probe', '_getWritablePackets', '_filterUpgrades', 'send']),
        [
          ['this._getWritablePackets()', 'this.writeBuffer'],
          [/if \(withEventListeners\) \{\s*\/\/ within a ServiceWorker[\s\S]*?\}, false\);\s*\}/, ''],
          ['OFFLINE_EVENT_LISTENERS.push(', "addEventListener('offline', "],
          [
            /const i = OFFLINE_EVENT[\s\S]*?splice\(i, 1\);\s*\}/,
            "removeEventListener('offline', this._offlineEventListener);",
          ],
          [/if \(this\.opts\.closeOnBeforeunload\) \{[\s\S]*?"beforeunload"[\s\S]*?false\);\s*\}/, ''],
          [/if \(this\._beforeunloadEventListener\) \{[\s\S]*?\}/, ''],
          [/perMessageDeflate: \{[\s\S]*?\},/, ''],
          [/rejectUnauthorized: true,/, ''],
          [/agent: false,\s*withCredentials: false,/, ''],
          [/timestampParam: "t",\s*rememberUpgrade: false,/, ''],
          [/closeOnBeforeunload: false,/, ''],
          [/if \(typeof this\.opts\.query === "string"\) \{[\s\S]*?\}/, ''],
          [
            /const transportName = this\.opts\.rememberUpgrade[\s\S]*?this\.transports\[0\];/,
            'const transportName = this.transports[0];',
          ],
          [/Socket\.priorWebsocketSuccess = [^;]*;/g, ''],
          [/this\._upgrades = this\._filterUpgrades\(data\.upgrades\);/, ''],
          [/if \("open" === this\.readyState && this\.opts\.upgrade\) \{[\s\S]*?\n {8}\}/, ''],
          [
            /const cleanupAndClose = [\s\S]*?(?=if \("opening" === this\.readyState \|\| "open" === this\.readyState\) \{\s*this\.readyState = "closing")/,
            '',
          ],
          [/if \(this\.upgrading\) \{\s*waitForUpgrade\(\);\s*\}\s*else \{\s*close\(\);\s*\}/, 'close();'],
          [/else if \(this\.upgrading\) \{\s*waitForUpgrade\(\);\s*\}/, ''],
          [/if \(this\.opts\.autoUnref\) \{[\s\S]*?\}/, ''],
          [
            /if \(opts\.transportImplementations && [\s\S]*?(?=this\.opts = Object\.assign)/,
            'this.transports = opts.transports; this._transportsByName = DEFAULT_TRANSPORTS;',
          ],
          [/if \(this\.opts\.withCredentials\) \{[\s\S]*?\}/, ''],
          [/this\._maxPayload = [^;]*;/g, ''],
          [/if \(this\.opts\.tryAllTransports[\s\S]*?return this\._open\(\);\s*\}/, ''],
        ],
      ),
  },
  {
    // Retries and volatile messages are the outbox's; nobody watches what goes out.
    file: '/socket.io-client/build/esm/socket.js',
    was: '778fe1104b05b1a1',
    is: (code) =>
      trimmed(
        without(code, [
          ...QUEUE,
          'send',
          'ack',
          'compress',
          'disconnected',
          'prependAny',
          'offAny',
          'listenersAny',
          ...OUTGOING,
        ]),
        [
          [/this\.notifyOutgoingListeners\(packet\);/g, ''],
          ['this._drainQueue(true);', ''],
          [/if \(this\._opts\.retries[\s\S]*?\}/, ''],
          [/"It seems you are trying to reach[^"]*"/, '""'],
          [/this\._pid\s*\? Object\.assign[\s\S]*?: data/, 'data'],
          [/if \(this\._pid && args[\s\S]*?\}/, ''],
          [/this\.recovered = pid[^;]*;\s*this\._pid = pid;/, ''],
          [/this\.recovered = false;/, ''],
          [/const isTransportWritable = [^;]*;/, ''],
          [/const discardPacket = [^;]*;\s*if \(discardPacket\) \{\s*\}\s*else /, ''],
          [/get volatile\(\) \{[\s\S]*?\n {4}\}\n/, ''],
          // Names are ours, frames are text, and the relay asks for no receipt of its facts.
          [/if \(RESERVED_EVENTS\.[\s\S]*?\}/, ''],
          [/const RESERVED_EVENTS = [\s\S]*?\}\);/, ''],
          ['packet.options.compress = this.flags.compress !== false;', ''],
          [/case PacketType\.BINARY_(?:EVENT|ACK):/g, ''],
          [/if \(null != packet\.id\) \{[\s\S]*?\}/, ''],
        ],
      ),
  },
  {
    // With `reconnection: false` it never reconnects by itself.
    file: '/socket.io-client/build/esm/manager.js',
    was: 'e486842e9dfea7dd',
    is: (code) =>
      trimmed(without(code, ['reconnect', 'onreconnect', 'maybeReconnectOnOpen', ...RECONNECTING]), [
        [/this\.reconnectionAttempts\(opts[\s\S]*?(?=this\.timeout\(null)/, 'this.backoff = new Backoff();'],
        // One parser, of which only what is used comes along.
        ['const _parser = opts.parser || parser;', ''],
        [/new _parser\./g, 'new parser.'],
        [/if \(fn\) \{\s*fn\(err\);\s*\}\s*else \{[\s\S]*?\n {12}\}/, 'fn?.(err);'],
        [/if \(this\.opts\.autoUnref\) \{[\s\S]*?\}/, ''],
        [/if \(this\._reconnection && !this\.skipReconnect\) \{[\s\S]*?\}/, ''],
      ]),
  },
  {
    // A packet with binary parts is an error, as a frame is: the name of the missing class ends the link.
    file: '/socket.io-parser/build/esm/index.js',
    was: '24dc7d3144542d5b',
    is: (code) =>
      trimmed(
        without(code, ['encodeAsBinary', 'destroy']).replace(
          'export class Decoder extends Emitter {',
          'export class Decoder extends Emitter {\n    destroy() {}',
        ),
        [
          // Not by a page's own way to spell lists.
          ['JSON.stringify(obj.data, this.replacer)', 'spellJson(obj.data)'],
          [/^/, `import { spellJson } from ${JSON.stringify(SPELL_JSON)};\n`],
          [/^class BinaryReconstructor \{[\s\S]*?^\}\n/m, ''],
          // Encoding: nothing that goes out is binary.
          [
            /if \(obj\.type === PacketType\.EVENT \|\| obj\.type === PacketType\.ACK\) \{[\s\S]*?\n {8}\}\n(?= {8}return \[this\.encodeAsString)/,
            '',
          ],
          // Decoding: a text is a packet, and anything else an error.
          [
            /let packet;\s*if \(typeof obj === "string"\) \{[\s\S]*?\n {8}\}\n {4}\}/,
            'super.emitReserved("decoded", this.decodeString(obj));\n    }',
          ],
          [/if \(obj\.type === PacketType\.BINARY_EVENT \|\|[\s\S]*?\}/, ''],
          [/case PacketType\.BINARY_(?:EVENT|ACK):/g, ''],
          [/this\.opts = Object\.assign\(\{[\s\S]*?opts\);/, ''],
          ['JSON.parse(str, this.opts.reviver)', 'JSON.parse(str)'],
          [/\/\/ look up attachments if type binary[\s\S]*?(?=\/\/ look up namespace)/, ''],
        ],
      ),
  },
  {
    file: '/@socket.io/component-emitter/lib/esm/index.js',
    was: 'ca00e4be549e1715',
    is: (code) =>
      trimmed(code, [
        [/if \(obj\) return mixin\(obj\);/, ''],
        [/function mixin[\s\S]*?\n\}\n/, ''],
        [/Emitter\.prototype\.listeners = [\s\S]*$/, ''],
      ]),
  },
  {
    // Timers of the page, and nothing that only polling counts.
    file: '/engine.io-client/build/esm/util.js',
    was: '3826460ecd28a4eb',
    is: `export function installTimerFunctions(obj) {
      obj.setTimeoutFn = setTimeout.bind(globalThis);
      obj.clearTimeoutFn = clearTimeout.bind(globalThis);
    }
    export const byteLength = () => 0, pick = () => ({}), randomString = () => '';`,
  },
  {
    // Every browser of the widget has all of it.
    file: '/engine.io-client/build/esm/globals.js',
    was: '7c73f4b25cd9895e',
    is: `export const nextTick = (run) => Promise.resolve().then(run), globalThisShim = globalThis;
    export const defaultBinaryType = 'arraybuffer', createCookieJar = () => {};`,
  },
  {
    // Options of Node and of React Native.
    file: '/engine.io-client/build/esm/transports/websocket.js',
    was: '54f2e200d7c6a549',
    is: (code) =>
      trimmed(code, [
        [/isReactNative\s*\? \{\}\s*: pick\([^)]*\)/, '{}'],
        [/return !isReactNative[\s\S]*?uri, protocols, opts\);/, 'return new WebSocketCtor(uri);'],
        [/if \(this\.opts\.timestampRequests\) \{[\s\S]*?\}/, ''],
        [/if \(!this\.supportsBinary\) \{[\s\S]*?\}/, ''],
      ]),
  },
  {
    file: '/engine.io-client/build/esm/transports/index.js',
    was: 'b63862422013be29',
    is: "import { WS } from './websocket.js'; export const transports = { websocket: WS };",
  },
  {
    // Both callers give an absolute address. The carrier puts the brackets of IPv6 back by itself.
    file: '/engine.io-client/build/esm/contrib/parseuri.js',
    was: '9740f176c8e3831f',
    is: `export const parse = (uri) => {
      const { protocol, hostname, port } = new URL(uri);
      return { protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port };
    };`,
  },
  {
    file: '/engine.io-client/build/esm/contrib/parseqs.js',
    was: 'd987036df251c888',
    is: 'export const encode = (query) => String(new URLSearchParams(query)); export const decode = () => ({});',
  },
  {
    file: '/engine.io-parser/build/esm/encodePacket.browser.js',
    was: 'b8f9f0686a551641',
    is: `import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _binary, give) => give(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = () => {};`,
  },
  {
    // A frame that is not text is an error: the link is dropped and made anew.
    file: '/engine.io-parser/build/esm/decodePacket.browser.js',
    was: '4de5f65c81ee59dd',
    is: `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (text) => {
      const type = typeof text === 'string' && PACKET_TYPES_REVERSE[text[0]];
      return type ? { type, data: text.slice(1) || undefined } : ERROR_PACKET;
    };`,
  },
  {
    file: '/socket.io-parser/build/esm/is-binary.js',
    was: '9c17fb7d2b80050e',
    is: 'export const isBinary = () => false; export const hasBinary = () => false;',
  },
  {
    file: '/socket.io-parser/build/esm/binary.js',
    was: 'd6cf976d8453b83c',
    is: `export const deconstructPacket = (packet) => ({ packet, buffers: [] });
    export const reconstructPacket = (packet) => packet;`,
  },
  {
    // Its delay is asked for only with `reconnection: true`, which nobody here says.
    file: '/socket.io-client/build/esm/contrib/backo2.js',
    was: 'cbd1a2b27f742cb6',
    is: 'export class Backoff { reset() {} }',
  },
];

/** Without branches that only options which nobody here sets would take. Each must be there to be left out. */
function trimmed(code: string, cuts: readonly (readonly [was: string | RegExp, is: string])[]): string {
  return cuts.reduce((rest, [was, is]) => {
    const left = rest.replace(was, is);
    if (left === rest) throw new Error(`The carrier has no ${was} any more: look again.`);
    return left;
  }, code);
}

/** The library's classes without methods that nothing here calls. Each must be there to be left out. */
function without(code: string, names: string[]): string {
  return names.reduce((rest, name) => {
    const method = new RegExp(`^ {4}(?:get )?${name}\\([^)]*\\) \\{\\n[\\s\\S]*?^ {4}\\}\\n`, 'm');
    if (!method.test(rest)) throw new Error(`The carrier has no method ${name} any more: look again.`);
    return rest.replace(method, '');
  }, code);
}

export function leanCarrier(): Plugin {
  const carrier =
    /\/node_modules\/(?:(?:engine|socket)\.io-(?:client|parser)\/build\/esm|@socket\.io\/component-emitter)\//;
  const left = new Map<string, Set<string>>();
  return {
    name: 'deskbell:lean-carrier',
    applyToEnvironment: (environment) => ['client', 'widget'].includes(environment.name),
    buildStart() {
      left.set(this.environment.name, new Set(EXCHANGED.map(({ file }) => file)));
    },
    transform: {
      filter: { id: carrier },
      handler(code, id) {
        const exchange = EXCHANGED.find(({ file }) => id.endsWith(file));
        // Files of which nothing is used may go: none of them does anything but define.
        if (!exchange) return { code, map: null, moduleSideEffects: false };
        const digest = createHash('sha256').update(readFileSync(id)).digest('hex').slice(0, 16);
        if (digest !== exchange.was)
          this.error(`${exchange.file} has changed (${digest}): look at its stand-in again.`);
        left.get(this.environment.name)?.delete(exchange.file);
        const is = typeof exchange.is === 'string' ? exchange.is : exchange.is(code);
        return { code: is, map: null, moduleSideEffects: false };
      },
    },
    buildEnd(error) {
      const missed = [...(left.get(this.environment.name) ?? [])];
      if (!error && missed.length > 0) this.error(`The carrier has no ${missed.join(', ')} any more: look again.`);
    },
  };
}
