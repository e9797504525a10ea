import { describe, expect, test } from 'vitest';
import { FILE_NAME_CHARS_MAX } from '../../../../protocol/wire/limits.ts';
import { cleanFileName } from '../../../../server/domain/files/file-name.ts';

const ANY: string[] = [];

describe('F4 a name does no harm', () => {
  test.each([
    ['photo.png', 'photo.png'],
    ['Rechnung Größe 10%.pdf', 'Rechnung Größe 10_.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['/abs/olute.txt', 'olute.txt'],
    ['.htaccess', 'htaccess'],
    ['\u200b.htaccess', 'htaccess'],
    ['.\u200b./x', 'x'],
    ['a\u0000.php\u0000.png', 'a.php.png'],
    ['gpj.\u202eexe.txt', 'gpj.exe.txt'],
    ['line\r\nbreak: x', 'linebreak_ x'],
    ['"><img src=x onerror=alert(1)>.png', '___img src=x onerror=alert(1)_.png'],
    ['CON', '_CON'],
    ['aux.txt', '_aux.txt'],
    ['   ', 'file'],
    ['...', 'file'],
    ['', 'file'],
    ['-rf', 'rf'],
    ['名前.png', '名前.png'],
  ])('%j', (sent, kept) => {
    expect(cleanFileName(sent, ANY)).toBe(kept);
  });

  test('its ending fits what it is', () => {
    expect(cleanFileName('photo.jpg.html', ['jpg', 'jpeg'])).toBe('photo.jpg.html.jpg');
    expect(cleanFileName('photo.JPEG', ['jpg', 'jpeg'])).toBe('photo.JPEG');
    expect(cleanFileName('invoice.pdf.exe', ['pdf'])).toBe('invoice.pdf.exe.pdf');
    expect(cleanFileName('image', ['png'])).toBe('image.png');
    expect(cleanFileName('run.hta', ['txt', 'csv'])).toBe('run.hta.txt');
  });

  test('FILE_NAME_CHARS_MAX: a longer one is cut, its ending stays, and no character is cut in two', () => {
    const exact = `${'x'.repeat(FILE_NAME_CHARS_MAX - 4)}.png`;
    expect(cleanFileName(exact, ['png'])).toBe(exact);
    expect(cleanFileName(`x${exact}`, ['png'])).toBe(exact);
    const boots = cleanFileName(`${'x'.repeat(FILE_NAME_CHARS_MAX - 5)}👢.png`, ['png']);
    expect(boots).toBe(`${'x'.repeat(FILE_NAME_CHARS_MAX - 5)}.png`);
  });
});
