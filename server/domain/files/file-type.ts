import { hasText, textAt } from '../../../protocol/kit/image/bytes.ts';
import { isUnclean } from '../../../protocol/kit/image/is-unclean.ts';
import type { FileKind } from '../../../protocol/wire/files.ts';

export interface FileType {
  kind: FileKind;
  type: string;
  /** Endings that fit; the first is added to a name that has none of them. Empty: any. */
  endings: readonly string[];
}

const BYTES = 'application/octet-stream';
const OFFICE = 'docx xlsx pptx odt ods odp docm xlsm pptm epub pages numbers key'.split(' ');
const TEXTS =
  'txt csv tsv log md json jsonl yml yaml toml ini conf xml html htm svg css ts tsx jsx ics vcf eml sql tex srt po diff patch'.split(
    ' ',
  );
const PDF: FileType = { kind: 'document', type: 'application/pdf', endings: ['pdf'] };
const RTF: FileType = { kind: 'document', type: 'application/rtf', endings: ['rtf', 'doc'] };
const OLE: FileType = { kind: 'document', type: BYTES, endings: ['doc', 'xls', 'ppt', 'msg'] };
const ZIPPED: FileType = { kind: 'document', type: BYTES, endings: OFFICE };
const TEXT: FileType = { kind: 'document', type: 'text/plain; charset=utf-8', endings: TEXTS };
const OTHER: FileType = { kind: 'other', type: BYTES, endings: [] };
const archive = (...endings: string[]): FileType => ({ kind: 'archive', type: BYTES, endings });

const BEGINNINGS: [string, FileType][] = [
  ['%PDF-', PDF],
  ['{\\rtf', RTF],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', OLE],
  ['\x1f\x8b', archive('gz', 'tgz')],
  ['7z\xbc\xaf\x27\x1c', archive('7z')],
  ['Rar!\x1a\x07', archive('rar')],
  ['\xfd7zXZ\0', archive('xz')],
  ['BZh', archive('bz2')],
  ['(\xb5/\xfd', archive('zst')],
];
/** How far into a zip the parts of a document are looked for. */
const LOOKED_AT_BYTES = 4_096;

/** By its content, never by its name (F2). Pictures that can be cleaned are none of its business. */
export function readFileType(bytes: Uint8Array): FileType | 'unclean' {
  if (isUnclean(bytes)) return 'unclean';
  const known = BEGINNINGS.find(([text]) => hasText(bytes, 0, text));
  if (known) return known[1];
  if (hasText(bytes, 0, 'PK\x03\x04')) return isOffice(bytes) ? ZIPPED : archive('zip');
  if (hasText(bytes, 0, 'PK\x05\x06')) return archive('zip');
  return isText(bytes) ? TEXT : OTHER;
}

function isOffice(bytes: Uint8Array): boolean {
  const head = textAt(bytes, 0, LOOKED_AT_BYTES);
  return /^PK.{28}(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/|mimetypeapplication\/(?:vnd\.oasis|epub))/s.test(
    head,
  );
}

/** UTF-8 or one of its forefathers: no control characters but those that texts have. UTF-16 says so at its beginning. */
function isText(bytes: Uint8Array): boolean {
  if (hasText(bytes, 0, '\xff\xfe') || hasText(bytes, 0, '\xfe\xff')) return true;
  for (const byte of bytes) if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) return false;
  return true;
}
