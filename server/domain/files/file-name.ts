import { FILE_NAME_CHARS_MAX } from '../../../protocol/wire/limits.ts';

const UNNAMED = 'file';
/** Devices of Windows, whatever ending they are given. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name that can do no harm where it is shown or saved, with an ending that fits what the file is (F4): first made plain,
 * then looked at, so that nothing is put together by what is taken away.
 */
export function cleanFileName(sent: string, endings: readonly string[]): string {
  const plain = sent
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Surrogate}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[<>:"|?*`$%;&]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ~-]+|[. ]+$/g, '')
    .replace(DEVICES, (name) => `_${name}`);
  const name = plain || UNNAMED;
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? '';
  const fits = endings.length === 0 || endings.includes(ending.toLowerCase());
  const tail = fits ? ending && `.${ending}` : `.${endings[0]}`;
  const stem = fits && ending ? name.slice(0, -tail.length) : name;
  return cut(stem, FILE_NAME_CHARS_MAX - tail.length) + tail;
}

/** Never through the middle of a character that is two. */
function cut(text: string, max: number): string {
  return text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
}
