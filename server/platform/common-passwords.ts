import { PASSWORD_CHARS_MIN } from '../../protocol/wire/limits.ts';

/**
 * The 50,000 most used passwords of a library that looks after them. It is read when somebody chooses a password, which is
 * seldom, and only those that are long enough to be chosen are kept.
 */
export function createCommonPasswords(): () => Promise<ReadonlySet<string>> {
  let list: Promise<ReadonlySet<string>> | undefined;

  async function read(): Promise<ReadonlySet<string>> {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    return new Set(dictionary['passwords-common'].filter(({ length }) => length >= PASSWORD_CHARS_MIN));
  }

  return () => {
    list ??= read();
    return list;
  };
}
