/** As much of WordPress and of Shopify's Liquid as the documents' blocks use. What they do not know throws. */

type Given = { src: string; ver: unknown; args: Record<string, unknown> };
type Hook = (...values: never[]) => unknown;

export interface WordPress {
  /** What stands in the page's head for this handle, as the versions since 6.3 print it. */
  tagsOf(handle: string): string[];
  hooks: string[];
}

/** PHP whose functions and expressions are JavaScript's as well, but for its named lists. */
export function runWordPress(php: string): WordPress {
  const hooks = new Map<string, { act: Hook; accepted: number }>();
  const queued = new Map<string, Given>();
  const hook = (name: string, act: Hook, _priority = 10, accepted = 1) => {
    if (typeof act !== 'function') throw new Error(`${name}: no function`);
    if (act.length > accepted)
      throw new Error(`${name}: WordPress gives ${accepted}, the function takes ${act.length}`);
    hooks.set(name, { act, accepted });
  };
  const functions = {
    add_action: hook,
    add_filter: hook,
    wp_enqueue_script(handle: string, src: string, deps: unknown, ver: unknown, args: Given['args']) {
      if (!Array.isArray(deps)) throw new Error('The third is a list of handles.');
      queued.set(handle, { src, ver, args });
    },
    str_replace: (search: string, replace: string, subject: string) => subject.replaceAll(search, () => replace),
    esc_url: (address: string) => address.replaceAll('&', '&#038;'),
  };
  const script = php.replace(/\[([^[\]]*=>[^[\]]*)\]/g, (_, inner: string) => `{${inner.replaceAll('=>', ':')}}`);
  new Function(...Object.keys(functions), `'use strict';\n${script}`)(...Object.values(functions));
  hooks.get('wp_enqueue_scripts')?.act();
  const filter = (...values: string[]) => {
    const { act, accepted } = hooks.get('script_loader_tag') ?? { act: (tag: string) => tag, accepted: 1 };
    return String((act as (...values: string[]) => unknown)(...values.slice(0, accepted)));
  };
  return {
    hooks: [...hooks.keys()],
    tagsOf(handle) {
      const given = queued.get(handle);
      const src = given ? versioned(given) : 'https://shop.example/other.js';
      const strategy = given?.args.strategy === 'async' ? ' async data-wp-strategy="async"' : '';
      return ['', ' type="text/javascript"'].map((type) =>
        filter(`<script${type} src="${src}" id="${handle}-js"${strategy}></script>\n`, handle, src),
      );
    },
  };
}

/** Without a version of its own WordPress puts its own behind the address; null says none. */
function versioned({ src, ver }: Given): string {
  return ver === null ? src : `${src}${src.includes('?') ? '&#038;' : '?'}ver=${ver || '6.3'}`;
}

/** `{% if %}` and `{{ … | escape }}`, and nothing else. */
export function renderLiquid(liquid: string, scope: Record<string, Record<string, string> | null>): string {
  const html = liquid
    .replace(/\{% if (\w+) %\}([\s\S]*?)\{% endif %\}/g, (_, name: string, inner: string) => (scope[name] ? inner : ''))
    .replace(/\{\{ (\w+)\.(\w+) \| escape \}\}/g, (_, name: string, member: string) =>
      (scope[name]?.[member] ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
    );
  const [left] = /\{[{%][^}]*[}%]?\}?/.exec(html) ?? [];
  if (left) throw new Error(`Unknown, or not escaped: ${left}`);
  return html;
}
