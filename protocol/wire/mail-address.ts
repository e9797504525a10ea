import { EMAIL_CHARS_MAX } from './limits.ts';

/** One plain address: nothing in it can be a second one, a name, a comment or a header (E5). */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LOCAL_CHARS_MAX = 64;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

export function isMailAddress(text: string): boolean {
  if (text.length > EMAIL_CHARS_MAX) return false;
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && local.length <= LOCAL_CHARS_MAX && LOCAL.test(local) && DOMAIN.test(domain);
}
