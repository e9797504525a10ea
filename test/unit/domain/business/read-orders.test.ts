// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  IDENTITY_SUBJECT_CHARS_MAX,
  IMPORT_FAULTS_MAX,
  IMPORT_ROWS_MAX,
  ORDER_ID_CHARS_MAX,
  SEGMENT_CHARS_MAX,
} from '../../../../protocol/wire/limits.ts';
import { findImportFault } from '../../../../server/domain/business/import-token.ts';
import { readCustomer, readOrder } from '../../../../server/domain/business/read-order.ts';
import { cutRows, readRows } from '../../../../server/domain/business/read-rows.ts';
import { DAY, T0 } from './people.ts';

const good = { id: 'A-1', total: '49.90', currency: 'eur', customer: 'mia', at: '2026-01-05' };
const read = (more: object) => readOrder({ ...good, ...more }, T0);
const fieldOf = (result: object) => ('field' in result ? result.field : 'none');

describe('an order that is reported', () => {
  it('G1 amounts are whole in the currency’s smallest unit', () => {
    expect(read({})).toEqual({
      orderId: 'A-1',
      minor: 4_990,
      currency: 'EUR',
      subject: 'mia',
      at: T0,
      isCancelled: false,
    });
    expect(read({ total: 0.3 })).toMatchObject({ minor: 30 });
    expect(read({ total: 1_200, currency: 'JPY' })).toMatchObject({ minor: 1_200 });
    expect(read({ total: '1.234', currency: 'KWD' })).toMatchObject({ minor: 1_234 });
    for (const total of ['1.2', '-1', '1e3', '1,5', '', null, Number.NaN, -0.5, '49.999', '99999999999.00']) {
      expect([total, fieldOf(read({ total, currency: total === '1.2' ? 'JPY' : 'EUR' }))]).toEqual([total, 'total']);
    }
    expect(read({ total: '10000000000.00' })).toMatchObject({ minor: 1_000_000_000_000 });
  });

  it('G1 each limit on both sides, and each fault named with its field', () => {
    expect(fieldOf(read({ id: 'x'.repeat(ORDER_ID_CHARS_MAX) }))).toBe('none');
    expect(fieldOf(read({ id: 'x'.repeat(ORDER_ID_CHARS_MAX + 1) }))).toBe('id');
    for (const id of ['', ' ', undefined, {}, 'a\nb']) expect(fieldOf(read({ id }))).toBe('id');
    expect(fieldOf(read({ customer: 'x'.repeat(IDENTITY_SUBJECT_CHARS_MAX) }))).toBe('none');
    expect(fieldOf(read({ customer: 'x'.repeat(IDENTITY_SUBJECT_CHARS_MAX + 1) }))).toBe('customer');
    for (const currency of ['', 'EURO', 'XXZ', 5, undefined]) expect(fieldOf(read({ currency }))).toBe('currency');
    expect(fieldOf(read({ cancelled: 'perhaps' }))).toBe('cancelled');
    expect(read({ cancelled: 'yes' })).toMatchObject({ isCancelled: true });
    expect(readCustomer({ customer: 'mia', segment: 'x'.repeat(SEGMENT_CHARS_MAX) })).toMatchObject({ subject: 'mia' });
    expect(fieldOf(readCustomer({ customer: 'mia', segment: 'x'.repeat(SEGMENT_CHARS_MAX + 1) }))).toBe('segment');
    expect(readCustomer({ customer: 'mia', segment: '' })).toEqual({ subject: 'mia', segment: null });
  });

  it('G1 times with their distance from UTC; none of the future, and no day that does not exist', () => {
    expect(read({ at: '2026-01-04T23:30:00-00:30' })).toMatchObject({ at: T0 });
    expect(read({ at: String(T0) })).toMatchObject({ at: T0 });
    expect(read({ at: T0 + DAY })).toMatchObject({ at: T0 + DAY });
    expect(read({ at: '' })).toMatchObject({ at: null });
    for (const at of [
      '2026-01-04T23:30',
      '2026-02-30',
      'yesterday',
      T0 + DAY + 1,
      '1999-12-31',
      1.5,
      '2026-01-05T25:00:00Z',
    ]) {
      expect([at, fieldOf(read({ at }))]).toEqual([at, 'at']);
    }
  });
});

describe('rows', () => {
  it('G3 CSV as spreadsheets write it: quotes, separators and ends of lines in cells, a mark at the beginning', () => {
    const text = '\uFEFFID;Total;Note\r\n"A;1";1.00;"say ""hi""\nthere"\r\n\r\nA2;2.00;\r\n';
    expect(cutRows(text, 'csv')).toEqual({
      rows: [
        { id: 'A;1', total: '1.00', note: 'say "hi"\nthere' },
        { id: 'A2', total: '2.00', note: '' },
      ],
      lines: [2, 5],
    });
    expect(cutRows('id,total\r1,2\r3,4', 'csv')).toMatchObject({ rows: [{ id: '1' }, { id: '3' }], lines: [2, 3] });
    expect(cutRows('id,total\n1', 'csv')).toMatchObject({ hint: expect.stringContaining('Line 2 has 1 cells') });
    expect(cutRows('id,total\n"a\nb",2\n\n5', 'csv')).toMatchObject({ hint: expect.stringMatching(/^Line 5 has 1/) });
    expect(cutRows('id,total\n1,2\n"1,2\n3,4', 'csv')).toMatchObject({
      hint: expect.stringMatching(/^On line 3 a quote/),
    });
    for (const head of ['id,total,id', 'id,total,ID ', '"id",total,id', 'id;total;id'])
      expect(cutRows(`${head}\n${head.includes(';') ? 'A;1;B' : 'A,1,B'}`, 'csv')).toEqual({
        hint: 'The first line names "id" twice: keep one column of it. Nothing was stored.',
      });
    expect(cutRows('id,total,,\nA,1,,', 'csv')).toMatchObject({ rows: [{ id: 'A', total: '1', '': '' }] });
    expect(cutRows('__proto__,id\nx,1', 'csv')).toMatchObject({ rows: [{ id: '1' }] });
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('G3 JSON and JSON lines; what is neither is named', () => {
    expect(cutRows('[{"id":1}]', 'json')).toEqual({ rows: [{ id: 1 }], lines: null });
    expect(cutRows('{"id":1}\n\n{"id":2}\n', 'lines')).toEqual({ rows: [{ id: 1 }, { id: 2 }], lines: [1, 3] });
    expect(cutRows('{"id":1}\nno', 'lines')).toMatchObject({ hint: 'Line 2 is no JSON object.' });
    for (const text of ['{}', 'no', '[1]', '[[]]', '[]', '']) expect(cutRows(text, 'json')).toHaveProperty('hint');
  });

  it('G3 a key that stands twice in one object is named: which of two totals counts is not ours to guess', () => {
    const hint = 'An object names "total" twice: keep one of them. Nothing was stored.';
    const twice = '{"id":1,"total":"5", "t\\u006ftal" :50}';
    expect(cutRows(`[{"id":0},${twice}]`, 'json')).toEqual({ hint });
    expect(cutRows(`{"id":0}\n${twice}`, 'lines')).toEqual({ hint: `Line 2: ${hint}` });
    for (const fine of ['[{"id":1},{"id":1}]', String.raw`[{"id":"\"id\":{","more":{"id":["id",{"id":1}]},"x":"id"}]`])
      expect(cutRows(fine, 'json')).toHaveProperty('rows.length', JSON.parse(fine).length);
  });

  it('G3 letters that are no UTF-8 are nobody’s name: the line is said, and what to do', () => {
    const text = new TextDecoder().decode(Buffer.from('id,customer\r\nA,Mia\r\nB,M\xfcller\r\n', 'latin1'));
    for (const format of ['csv', 'lines', 'json'] as const)
      expect(cutRows(text, format)).toEqual({ hint: expect.stringMatching(/^Line 3 .*UTF-8.*windows-1252/) });
    expect(cutRows('id,customer\nB,Müller', 'csv')).toMatchObject({ rows: [{ customer: 'Müller' }] });
  });

  it('G1 a refund is no order of less than nothing, and the hint says what to send instead', () => {
    for (const total of [-12.5, '-12.50', ' -1'])
      expect(read({ total })).toEqual({
        field: 'total',
        hint: 'A total is never negative: after a refund, send the order again with what is left of it, or with cancelled true.',
      });
    expect(read({ total: 0 })).toMatchObject({ minor: 0 });
  });

  it('G3 at most so many rows, and each id once', () => {
    const rows = (count: number) => `[${Array.from({ length: count }, (_, id) => `{"id":${id}}`).join(',')}]`;
    expect(cutRows(rows(IMPORT_ROWS_MAX), 'json')).toHaveProperty('rows.length', IMPORT_ROWS_MAX);
    expect(cutRows(rows(IMPORT_ROWS_MAX + 1), 'json')).toHaveProperty('hint');
    const wrong = Array.from({ length: IMPORT_FAULTS_MAX + 5 }, () => ({}));
    const result = readRows(
      { rows: [good, good, ...wrong], lines: [2, 5] },
      (fields) => readOrder(fields, T0),
      ({ orderId }) => orderId,
      'id',
    );
    expect(result.rows).toHaveLength(1);
    expect(result.faults[0]).toEqual({ row: 2, line: 5, field: 'id', hint: 'Row 1 has the same id.' });
    expect([result.faults.length, result.wrong]).toEqual([IMPORT_FAULTS_MAX, IMPORT_FAULTS_MAX + 6]);
  });
});

describe('the token of a site’s server', () => {
  const now = T0;
  const claims = { aud: 'shop', scope: 'import', iat: T0 / 1_000, exp: T0 / 1_000 + 3_600 };
  const fault = (more: object) => findImportFault({ ...claims, ...more }, { site: 'shop', now });

  it('G2 for this site, of this hour, for this purpose, and of nobody', () => {
    expect(fault({})).toBeUndefined();
    for (const more of [
      { aud: 'other' },
      { aud: ['shop'] },
      { scope: undefined },
      { sub: 'mia' },
      { iat: 'now' },
      { exp: claims.iat },
      { exp: claims.iat + 3_601 },
      { iat: claims.iat + 61, exp: claims.iat + 100 },
      { iat: claims.iat - 3_600, exp: claims.iat - 60 },
    ]) {
      expect([more, typeof fault(more)]).toEqual([more, 'string']);
    }
  });
});
