// @vitest-environment node
import { expect, it } from 'vitest';
import { REPORT_FILE_ROWS_MAX } from '../../../../protocol/wire/report-limits.ts';
import { wholeFile } from '../../../../server/http/whole-file.ts';
import { answered, refused } from '../../../../server/usecases/finish.ts';

it('S14 a file of so many lines is whole, one of a line more is refused with what to do; a page shows the latest of any number', () => {
  const most = answered({ total: REPORT_FILE_ROWS_MAX });
  const more = answered({ total: REPORT_FILE_ROWS_MAX + 1 });
  expect(wholeFile(most, 'csv')).toBe(most);
  expect(wholeFile(more, undefined)).toBe(more);
  const hint = 'There are 100001 lines, and a file holds 100000 at most. Ask for a shorter period.';
  expect(wholeFile(more, 'csv').answer).toEqual({ ok: false, error: 'too_large', hint });
  const forbidden = refused('forbidden');
  expect(wholeFile(forbidden, 'csv')).toBe(forbidden);
});
