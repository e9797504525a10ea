import { closedLines, manyLines, savedViews } from './console-lists.ts';
import { press, type Story } from './console-story.ts';

/** The agents' list: busy, cut, chosen, closed, and what goes wrong with it. */
export function listStories(now: number): Record<string, Story> {
  return {
    'inbox-200': { path: '/console/inbox/M0001', scenery: { inbox: manyLines(now, 200), views: savedViews } },
    'inbox-10000': { scenery: { inbox: manyLines(now, 10_000) } },
    'inbox-10000-busy': { scenery: { inbox: manyLines(now, 10_000), changesPerSecond: 20 } },
    'inbox-views': { scenery: { inbox: manyLines(now, 200), views: savedViews }, act: () => press('.view-button') },
    'inbox-filter': { scenery: { inbox: manyLines(now, 200) }, act: () => press('.list-head .icon-button') },
    'inbox-filtered': {
      path: '/console/inbox?tag=refund&department=d1&minutes=2&sort=oldest',
      scenery: { inbox: manyLines(now, 200), views: savedViews },
    },
    'inbox-nothing-fits': { path: '/console/inbox?text=nobody', scenery: { inbox: manyLines(now, 20) } },
    'inbox-view-save': {
      path: '/console/inbox?tag=refund',
      scenery: { inbox: manyLines(now, 200) },
      act: () => press('.chips button'),
    },
    'inbox-chosen': {
      scenery: { inbox: manyLines(now, 200) },
      act: () => press('.row-choose', '.list-item:nth-child(3) .row-choose'),
    },
    'inbox-bulk-ask': {
      scenery: { inbox: manyLines(now, 200) },
      act: () => press('.row-choose', '.bulk .button', '.bulk [role=menuitem]:last-child'),
    },
    'inbox-bulk-done': {
      scenery: { inbox: manyLines(now, 200) },
      act: (app) => {
        const lists = app.desk.value?.lists;
        lists?.selection.all();
        return lists?.bulk.run(
          { do: 'tag', add: ['refund'], remove: [] },
          [...lists.selection.ids.peek()].slice(0, 40),
        );
      },
    },
    'inbox-closed': {
      path: '/console/inbox?view=closed',
      scenery: { closed: closedLines(now, 30) },
    },
    'inbox-closed-failed': { path: '/console/inbox?view=closed', scenery: { closedFails: true } },
  };
}
