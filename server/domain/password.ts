import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from '../../protocol/wire/limits.ts';

/** Why a password is too weak, as a sentence; undefined when it is good enough. */
export function findWeakness(password: string, owner: { email: string; name: string }): string | undefined {
  if (password.length < PASSWORD_CHARS_MIN) return `Use at least ${PASSWORD_CHARS_MIN} characters.`;
  if (password.length > PASSWORD_CHARS_MAX) return `Use at most ${PASSWORD_CHARS_MAX} characters.`;
  const plain = password.toLowerCase().trim();
  if (isRepeated(plain)) return 'It repeats the same few characters.';
  const known = [owner.email, owner.email.split('@')[0] ?? '', owner.name].map((text) => text.toLowerCase().trim());
  if (known.includes(plain)) return 'It is the same as the e-mail address or the name.';
  if (COMMON.has(plain.replace(/[!.?]+$/, ''))) return 'It is one of the most used passwords.';
  return undefined;
}

/** One to three characters again and again, also with an unfinished last round: `aaaaaaaaaa`, `abcabcabca`. */
function isRepeated(text: string): boolean {
  return [1, 2, 3].some((length) => text === text.slice(0, length).repeat(text.length).slice(0, text.length));
}

/** Long enough, and yet the first that anyone tries. Lower case, without closing punctuation. */
const COMMON = new Set([
  '0123456789',
  '1234567890',
  '9876543210',
  '0987654321',
  '12345678910',
  '1234567891',
  '123456789a',
  '1234512345',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  'q1w2e3r4t5',
  'q1w2e3r4t5y6',
  '1qaz2wsx3edc',
  '1qazxsw23edc',
  'qazwsxedcrfv',
  'qwertyuiop',
  'qwertyuiop1',
  'qwertyuiop123',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'asdfghjkl1',
  'asdfghjkl123',
  'zxcvbnm123',
  'abcdefghij',
  'abcdefghijk',
  'abcd123456',
  'a123456789',
  'aa12345678',
  'password01',
  'password12',
  'password123',
  'password1234',
  'password12345',
  'passw0rd123',
  'p@ssword123',
  'p@ssw0rd123',
  'passwordpassword',
  'mypassword',
  'mypassword1',
  'changeme123',
  'changemenow',
  'letmein123',
  'letmeinnow',
  'welcome123',
  'welcome1234',
  'iloveyou123',
  'iloveyou12',
  'football123',
  'baseball123',
  'basketball',
  'sunshine123',
  'princess123',
  'superman123',
  'michael123',
  'monkey1234',
  'dragon1234',
  'computer123',
  'administrator',
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
