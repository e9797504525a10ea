import { describe, expect, test } from 'vitest';
import { readFileType } from '../../../../server/domain/files/file-type.ts';
import { bytesOf } from '../../../support/pictures.ts';

const zip = (name: string, content = '') =>
  bytesOf('PK\x03\x04', new Uint8Array(22), [name.length, 0, 0, 0], name, content);
const brand = (name: string, more = '') => bytesOf([0, 0, 0, 24], 'ftyp', name, [0, 0, 0, 0], more);

describe('F2 what a file is, its content says', () => {
  test.each([
    ['%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>', 'document', 'application/pdf'],
    ['{\\rtf1 hello}', 'document', 'application/rtf'],
    ['name;price\nboots;90\n', 'document', 'text/plain; charset=utf-8'],
    ['<!doctype html><script>alert(1)</script>', 'document', 'text/plain; charset=utf-8'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'document', 'text/plain; charset=utf-8'],
    ['<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>', 'document', 'text/plain; charset=utf-8'],
    ['\xff\xfeh\0i\0', 'document', 'text/plain; charset=utf-8'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..', 'document', 'application/octet-stream'],
    ['\x1f\x8b\x08 gz bomb', 'archive', 'application/octet-stream'],
    ['7z\xbc\xaf\x27\x1c', 'archive', 'application/octet-stream'],
    ['PK\x05\x06 an empty one', 'archive', 'application/octet-stream'],
    ['MZ\x90\0 a program', 'other', 'application/octet-stream'],
    ['\x7fELF\x02\x01\0', 'other', 'application/octet-stream'],
    ['\0\0\0\x18ftypmp42', 'other', 'application/octet-stream'],
  ])('%j', (text, kind, type) => {
    expect(readFileType(bytesOf(text))).toMatchObject({ kind, type });
  });

  test('a document that is a zip is a document; any other zip is an archive', () => {
    expect(readFileType(zip('[Content_Types].xml'))).toMatchObject({ kind: 'document' });
    expect(readFileType(zip('mimetype', 'application/vnd.oasis.opendocument.text'))).toMatchObject({
      kind: 'document',
    });
    expect(readFileType(zip('META-INF/MANIFEST.MF'))).toMatchObject({ kind: 'archive' });
    expect(readFileType(zip('mimetype', 'text/html'))).toMatchObject({ kind: 'archive' });
  });

  test('F3 pictures that cannot be cleaned', () => {
    for (const name of ['heic', 'mif1', 'avif', 'heix']) expect(readFileType(brand(name))).toBe('unclean');
    expect(readFileType(brand('isom', 'avif'))).toBe('unclean');
    expect(readFileType(bytesOf('II*\0........'))).toBe('unclean');
    expect(readFileType(bytesOf('8BPS'))).toBe('unclean');
    expect(readFileType(brand('isom', 'mp41'))).toMatchObject({ kind: 'other' });
  });
});
