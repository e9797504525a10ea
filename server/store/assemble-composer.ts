import type { ComposerStore } from './composer-store.ts';
import type { Engine } from './engine.ts';
import type { MacroStore } from './macro-store.ts';
import * as drafts from './queries/drafts.ts';
import * as mentions from './queries/mentions.ts';
import * as planned from './queries/planned.ts';
import * as plannedRows from './queries/planned-rows.ts';

/** Part of assemble-store.ts. */
export function composerOf(engine: Engine): Omit<ComposerStore, keyof MacroStore> {
  return {
    writeDraft: (input) => engine.write(drafts.writeDraft, input),
    listDrafts: (input) => engine.read(drafts.listDrafts, input),
    addPlanned: (input) => engine.write(planned.addPlanned, input),
    findPlanned: (id) => engine.read(plannedRows.findPlanned, id),
    listPlanned: (input) => engine.read(plannedRows.listPlanned, input),
    changePlanned: (input) => engine.write(planned.changePlanned, input),
    cancelPlanned: (input) => engine.write(planned.cancelPlanned, input),
    listDuePlanned: (input) => engine.read(plannedRows.listDuePlanned, input),
    sendPlanned: (input) => engine.write(planned.sendPlanned, input),
    holdPlanned: (input) => engine.write(planned.holdPlanned, input),
    endPlanned: (input) => engine.write(planned.endPlanned, input),
    findLastVisitorSeq: (id) => engine.read(plannedRows.findLastVisitorSeq, id),
    readMentionPlace: (id) => engine.read(mentions.readMentionPlace, id),
    listMentions: (input) => engine.read(mentions.listMentions, input),
    countMentions: (agentId) => engine.read(mentions.countMentions, agentId),
    seeMentions: (input) => engine.write(mentions.seeMentions, input),
  };
}
