/** Pages that make it hard for a guest (W4, W5). Each is a whole page on the relay's own origin, with the tag in it. */
export interface HostilePage {
  name: string;
  /** Everything before the body's content; the usual one has a doctype. */
  start?: string;
  /** In the head, before the tag. */
  head?: string;
  body?: string;
  /** Where the tag stands; the usual place is the end of the body. */
  tag?: 'head' | 'injected' | 'twice';
  attributes?: string;
  /** The page stands in a frame of another page. */
  framed?: string;
  /** Done by the page once the chat is open and something was said. */
  after?: string;
}

const LONG = '<p style="height: 3000px">A long page.</p>';
const script = (code: string) => `<script>${code}</script>`;
const style = (css: string) => `<style>${css}</style>`;

/** Prototype.js 1.6, as far as it changes what is not its own. */
const PROTOTYPE = `
  Array.prototype.toJSON = function () { return '[' + this.map(function (one) { return Object.toJSON(one); }).join(', ') + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Object.toJSON = function (value) { return value && value.toJSON ? value.toJSON() : String(value); };
  Object.extend = function (to, from) { for (var name in from) to[name] = from[name]; return to; };
  Object.extend(Array.prototype, {
    each: function (run) { this.forEach(run); }, first: function () { return this[0]; }, last: function () { return this[this.length - 1]; },
    without: function () { return this; }, clone: function () { return [].concat(this); }, size: function () { return this.length; },
    inspect: function () { return 'array'; }, uniq: function () { return this; }, compact: function () { return this; },
    entries: function () { return this; }, select: Array.prototype.filter, collect: Array.prototype.map, include: Array.prototype.includes });
  Function.prototype.bind = function () {
    if (arguments.length < 2 && arguments[0] === undefined) return this;
    var self = this, given = [].slice.call(arguments), object = given.shift();
    return function () { return self.apply(object, given.concat([].slice.call(arguments))); };
  };
  Object.extend(Function.prototype, { curry: function () { return this; }, defer: function () { return setTimeout(this, 10); },
    wrap: function () { return this; }, methodize: function () { return this; }, delay: function () { return this; } });
  Object.extend(String.prototype, { strip: String.prototype.trim, sub: function () { return this; }, isJSON: function () { return true; },
    evalJSON: function () { return eval('(' + this + ')'); }, startsWith: function (p) { return this.indexOf(p) === 0; } });
  ['show', 'hide', 'toggle', 'visible', 'update', 'insert', 'wrap', 'observe', 'fire', 'select', 'down', 'up', 'readAttribute', 'identify',
   'addClassName', 'getHeight', 'store', 'retrieve', 'absolutize'].forEach(function (name) {
    HTMLElement.prototype[name] = function () { return this; };
  });
  Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); return this; };
  Object.extend(Event.prototype, { stop: function () { this.preventDefault(); this.stopPropagation(); }, element: function () { return this.target; } });
  window.$ = function (id) { return document.getElementById(id); }; window.$A = function (list) { return [].slice.call(list); };`;

/** MooTools 1.4, likewise. */
const MOOTOOLS = `
  Array.from = function (item) { return item == null ? [] : typeof item === 'object' && 'length' in item ? [].slice.call(item) : [item]; };
  Function.from = function (item) { return typeof item === 'function' ? item : function () { return item; }; };
  Number.from = function (item) { var number = parseFloat(item); return isFinite(number) ? number : null; };
  String.from = function (item) { return item + ''; };
  Object.keys = function (object) { var keys = []; for (var key in object) if (Object.prototype.hasOwnProperty.call(object, key)) keys.push(key); return keys; };
  Object.each = function (object, run) { for (var key in object) run(object[key], key); };
  ['append', 'combine', 'contains', 'pick', 'getRandom', 'empty', 'erase', 'invoke', 'clean', 'associate', 'link', 'flatten', 'hexToRgb', 'each',
   'clone'].forEach(function (name) { Array.prototype[name] = function () { return this; }; });
  ['implement', 'extend', 'attempt', 'pass', 'delay', 'periodical', 'overloadSetter', 'hide', 'protect'].forEach(function (name) {
    Function.prototype[name] = function () { return this; };
  });
  String.prototype.contains = function (text, separator) { return (separator + this + separator).indexOf(separator + text + separator) > -1; };
  ['set', 'get', 'getProperty', 'grab', 'inject', 'adopt', 'dispose', 'destroy', 'empty', 'addEvent', 'fireEvent', 'setStyle', 'getStyle', 'hasClass',
   'getSize', 'getParent', 'getElements', 'measure', 'tween', 'fade', 'highlight', 'store', 'retrieve'].forEach(function (name) {
    Element.prototype[name] = function () { return this; };
  });
  window.typeOf = function (item) { return typeof item; }; window.Class = function () {}; window.Type = function () {};`;

const FREEZE = `
  [Object, Array, Function, String, Number, Boolean, Promise, Map, Set, WeakMap, RegExp, Error, TypeError, Date, Symbol].forEach(function (one) {
    Object.freeze(one); Object.freeze(one.prototype);
  });
  [JSON, Math, Reflect].forEach(Object.freeze);`;

const ENUMERABLE = `
  Object.prototype.inherits = function () { return true; };
  Object.prototype.forEachOwn = function (run) { for (var name in this) run(name); };
  Array.prototype.remove = function (one) { return this.filter(function (other) { return other !== one; }); };`;

const REPLACED = `
  var parse = JSON.parse, stringify = JSON.stringify;
  JSON.stringify = function (value) { return stringify.call(JSON, value); };
  JSON.parse = function (text) { return parse.call(JSON, text); };
  Date.prototype.toJSON = function () { return 'a date'; };
  Object.defineProperty(Object.prototype, 'toJSON', { value: undefined });
  window.Promise = class extends Promise {};
  window.setTimeout = (function (real) { return function (run, ms) { return real.call(window, run, ms); }; })(window.setTimeout);
  window.requestAnimationFrame = undefined; window.name = 'a name'; window.event = undefined;`;

const CLOBBERED = `<form name="body"><input name="parentNode"></form><a id="Deskbell"></a><form id="deskbell-chat">
  <input id="documentElement" name="append"></form><p id="localStorage"></p><p id="deskbell-message">Mine</p>`;

/** As Bootstrap's dialogs do, as long as they are open. */
const TRAP = `document.addEventListener('focusin', function (event) { if (event.target !== document && !sale.contains(event.target)) sale.focus(); });`;

const BOOTSTRAP = `*,*::before,*::after{box-sizing:border-box}html{font-size:10px}body{margin:0;font:400 1.6rem/1.5 serif;color:#f0f}
  button,input,textarea{margin:9px!important;font-family:inherit;font-size:3rem!important;line-height:3!important;border-radius:0!important}
  [role=dialog]{position:static!important;display:none!important}[hidden]{display:none!important}label{display:inline-block;margin-bottom:4rem}
  section,header,h2,p{margin:0 0 5rem!important;padding:4rem!important}.panel{display:none}.launcher{left:0;width:300px}.bottom,.body,.log{display:none}
  svg{vertical-align:middle;width:9px!important}fieldset{border:9px solid}textarea{resize:vertical;min-height:400px!important}`;

const TAILWIND = `*,::before,::after{box-sizing:border-box;border:0 solid;margin:0;padding:0}html{line-height:1.5;tab-size:4;font-family:monospace}
  button,input,optgroup,select,textarea{font:inherit;color:inherit;background-color:transparent;border-radius:0;opacity:1}
  svg,img,canvas{display:block;vertical-align:middle;max-width:100%}h1,h2,h3{font-size:inherit;font-weight:inherit}:focus-visible{outline:none!important}
  ol,ul,menu{list-style:none}textarea{resize:vertical}[hidden]:where(:not([hidden=until-found])){display:none!important}`;

export const hostilePages: HostilePage[] = [
  {
    name: 'a reset with all: unset !important',
    head: style('*,*::before,*::after{all:unset!important;display:inline!important}'),
    body: LONG,
  },
  {
    name: 'everything hidden',
    head: style(
      'body > *, body ~ *, html > *:not(body), deskbell-chat{display:none!important;visibility:hidden!important;opacity:0!important;position:static!important}',
    ),
  },
  { name: 'Bootstrap and worse', head: style(BOOTSTRAP), body: LONG },
  { name: 'Tailwind preflight', head: style(TAILWIND), body: LONG },
  {
    name: 'a layer with the largest z-index',
    attributes: 'data-z-index="2147483647"',
    body: '<div style="position:fixed;inset:0;z-index:2147483647;background:#eee">Accept cookies</div>',
  },
  {
    name: 'transform and filter on the body',
    head: style(
      'body{transform:translateZ(0) scale(.9);filter:grayscale(.2);will-change:transform;contain:paint;overflow:hidden}',
    ),
    body: LONG,
  },
  {
    name: 'a body that scrolls by itself',
    head: style('html,body{height:100%;margin:0;overflow:hidden}body{overflow:auto;display:grid;zoom:1.5}'),
    body: LONG,
  },
  { name: 'Prototype.js', head: script(PROTOTYPE) },
  { name: 'MooTools', head: script(MOOTOOLS) },
  { name: 'enumerable additions to all objects', head: script(ENUMERABLE) },
  { name: 'JSON, Promise and timers replaced', head: script(REPLACED) },
  { name: 'frozen intrinsics', head: script(FREEZE) },
  { name: 'names that stand in the way', body: CLOBBERED },
  { name: 'quirks mode', start: '<html>', body: `<table width="100%"><tr><td>Old</table>${LONG}` },
  // Not isolated: what is said is read in the page.
  { name: 'the tag in the head', tag: 'head', attributes: 'data-isolate="false"' },
  { name: 'the tag injected by a script', tag: 'injected' },
  { name: 'the tag twice', tag: 'twice' },
  {
    name: 'a page of right to left, said by its body',
    body: '<p>سلام</p>',
    start: '<!doctype html><html><body dir="rtl">',
  },
  {
    name: 'an element of the page in full sight that is inert, and a dialog that takes the focus back',
    body: `<main inert>Shop</main><dialog open tabindex="-1" id="sale">Sale</dialog>${script(TRAP)}`,
  },
  { name: 'in a frame', framed: '' },
  { name: 'in a sandboxed frame', framed: 'sandbox="allow-scripts allow-same-origin allow-forms"' },
  {
    name: 'document.write after load',
    after: `document.open(); document.write('<!doctype html><title>Anew</title><h1>Anew</h1>'); document.close();`,
  },
  {
    name: 'Turbo: another body',
    after: `const next = document.createElement('body'); next.append('Next page'); document.documentElement.replaceChild(next, document.body);`,
  },
  { name: 'htmx: the body emptied', after: `document.body.innerHTML = '<h1>Swapped</h1>';` },
  {
    name: 'a view transition',
    // As pages write it: where the browser has none, there is none.
    after: `const move = () => { document.body.innerHTML = '<h1>Moved</h1>'; };
      return document.startViewTransition ? document.startViewTransition(move).finished : move();`,
  },
];
