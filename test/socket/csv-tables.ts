/** Every path that answers with a file where it is asked with `format=csv`. */
export const TABLES = [
  ...['summary', 'splits?split=site', 'heat', 'series', 'histogram', 'promised', 'wordings', 'rows'].map(
    (path) => `measures/${path}`,
  ),
  ...[
    'reports/business',
    'reports/business/splits?split=department',
    'reports/business/rows?of=promises',
    'reports/forecast',
  ],
  `reports/forecast/rows?at=${Date.now() + 3_600_000}`,
  ...['feedback', 'followups?list=open', 'followups?list=done', 'replies'],
  ...['board', 'visitors', 'staff', 'reports/business/rows?of=orders'],
];
