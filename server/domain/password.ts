import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from '../../protocol/wire/limits.ts';

/** Why a password is too weak, as a sentence; undefined when it is good enough. */
export function findWeakness(
  password: string,
  owner: { email: string; name: string },
  isCommon: (form: string) => boolean,
): string | undefined {
  if (password.length < PASSWORD_CHARS_MIN) return `Use at least ${PASSWORD_CHARS_MIN} characters.`;
  if (password.length > PASSWORD_CHARS_MAX) return `Use at most ${PASSWORD_CHARS_MAX} characters.`;
  const plain = password.toLowerCase().trim();
  if (isRepeated(plain)) return 'It repeats the same few characters.';
  const known = [owner.email, owner.email.split('@')[0] ?? '', owner.name].map((text) => text.toLowerCase().trim());
  if (known.includes(plain)) return 'It is the same as the e-mail address or the name.';
  const form = commonForm(password);
  if (OURS.has(form) || isCommon(form)) return 'It is one of the most used passwords.';
  return undefined;
}

/** As lists of passwords write them: capitals and closing punctuation make no password better. */
function commonForm(password: string): string {
  return password
    .toLowerCase()
    .trim()
    .replace(/[!.?]+$/, '');
}

/** One to three characters again and again, also with an unfinished last round: `aaaaaaaaaa`, `abcabcabca`. */
function isRepeated(text: string): boolean {
  return [1, 2, 3].some((length) => text === text.slice(0, length).repeat(text.length).slice(0, text.length));
}

/** What the list of the most used ones misses, and everybody tries here. In the form of commonForm. */
const OURS = new Set([
  '0123456789',
  '9876543210',
  '0987654321',
  '1234512345',
  'abcdefghij',
  'abcdefghijk',
  'aa12345678',
  'password12345',
  'passw0rd123',
  'p@ssword123',
  'p@ssw0rd123',
  'mypassword1',
  'changeme123',
  'changemenow',
  'welcome1234',
  'baseball123',
  'sunshine123',
  'princess123',
  'monkey1234',
  'dragon1234',
  'computer123',
  'admin12345',
  'admin123456',
  'adminadmin',
  'secret1234',
  'supersecret',
  'trustno1234',
  'correcthorsebatterystaple',
  'deskbell123',
  'deskbell1234',
  'deskbelldeskbell',
]);
