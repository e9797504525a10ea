import type { App } from '../model/app.ts';
import type { Desk } from '../model/desk.ts';
import type { PaletteItem } from '../model/palette.ts';
import type { ReportView } from '../model/report-place.ts';
import type { Route } from '../model/route.ts';
import { strings } from './strings.ts';
import { boardWords } from './strings-of-board.ts';
import { feedbackWords } from './strings-of-feedback.ts';
import { followUpWords } from './strings-of-follow-ups.ts';
import { reportWords } from './strings-of-reports.ts';

/** Views inside of pages: each report, what is followed up and what visitors said, the board for the wall (KB4). */
export function viewsOf(app: App, desk: Desk): PaletteItem[] {
  const item = (id: string, name: string, more: string, to: Route): PaletteItem => {
    return { id: `view ${id}`, kind: 'page', name, more, run: () => app.go(to) };
  };
  const serves = desk.may('conversation:serve');
  const place = { name: 'reports', period: 'today', only: {}, which: null } as const;
  return [
    ...(Object.entries(reportWords.views) as [ReportView, string][]).map(([view, name]) =>
      item(`report ${view}`, name, strings.nav.reports, {
        ...{ ...place, view, split: view === 'splits' ? 'department' : null },
      }),
    ),
    ...desk.followUps.views
      .filter((view) => serves || view === 'feedback')
      .map((view) =>
        item(`followups ${view}`, feedbackWords.views[view], followUpWords.nav, { name: 'followups', view }),
      ),
    ...(desk.may('board:read')
      ? [item('board wall', boardWords.wall, strings.nav.board, { name: 'board', wall: true })]
      : []),
  ];
}
