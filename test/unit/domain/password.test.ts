// @vitest-environment node
import { expect, it } from 'vitest';
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from '../../../protocol/wire/limits.ts';
import { findWeakness } from '../../../server/domain/password.ts';

const ana = { email: 'ana.marquez@shop.example', name: 'Ana Marquez' };
const good = 'plum teapot 47 rides';

const listed = new Set(['password123', 'qwertyuiop']);

it.each([
  ['one character too short', good.slice(0, PASSWORD_CHARS_MIN - 1)],
  ['one character too long', good.repeat(20).slice(0, PASSWORD_CHARS_MAX + 1)],
  ['one character again and again', 'aaaaaaaaaaaa'],
  ['two characters again and again', '1212121212'],
  ['three characters again and again, the last round unfinished', 'abcabcabcab'],
  ['the e-mail address', 'Ana.Marquez@Shop.example'],
  ['what stands before the @', 'ana.marquez'],
  ['the name', 'ana marquez'],
  ['a very common one', 'password123'],
  ['a common one in capitals with an exclamation mark', 'Password123!'],
  ['a run of keys', 'qwertyuiop'],
  ['the name of this program', 'Deskbell1234'],
])('A4 refuses %s', (_title, password) => {
  expect(findWeakness(password, ana, (form) => listed.has(form))).toEqual(expect.any(String));
});

it.each([
  ['a few words', good],
  ['exactly the shortest length', good.slice(0, PASSWORD_CHARS_MIN)],
  ['exactly the longest length', good.repeat(20).slice(0, PASSWORD_CHARS_MAX)],
  ['the name inside something longer', 'ana marquez likes tea'],
  ['other alphabets', 'чайник едет в гору'],
])('A4 takes %s', (_title, password) => {
  expect(findWeakness(password, ana, (form) => listed.has(form))).toBeUndefined();
});
