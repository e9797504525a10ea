import type { Engine } from './engine.ts';
import type { PeopleStore } from './people-store.ts';
import * as blocks from './queries/blocks.ts';
import { eraseAbout } from './queries/erase-about.ts';
import { eraseConversation } from './queries/erase-conversation.ts';
import * as erasures from './queries/erase-person.ts';
import * as keeping from './queries/keeping.ts';
import * as merges from './queries/merge-people.ts';
import * as own from './queries/own.ts';
import * as notes from './queries/person-notes.ts';
import { listProfiles } from './queries/person-root.ts';
import { readPerson } from './queries/read-person.ts';
import { keepVisit } from './queries/visits.ts';

/** Part of assemble-store.ts. */
export function peopleOf(engine: Engine): PeopleStore {
  return {
    listOld: (input) => engine.read(keeping.listOld, input),
    countOld: (input) => engine.read(keeping.countOld, input),
    emptyOld: (input) => engine.write(keeping.emptyOld, input),
    forgetBuyers: (input) => engine.write(keeping.forgetBuyers, input),
    readPerson: (visitorId) => engine.snapshot(readPerson, visitorId),
    readOwn: (input) => engine.snapshot(own.readOwn, input),
    listOwnTalks: (input) => engine.read(own.listOwnTalks, input),
    listProfiles: (visitorId) => engine.read(listProfiles, visitorId),
    addPersonNote: (input) => engine.write(notes.addPersonNote, input),
    findPersonNote: (id) => engine.read(notes.findPersonNote, id),
    changePersonNote: (input) => engine.write(notes.changePersonNote, input),
    removePersonNote: (id) => engine.write(notes.removePersonNote, id),
    addPersonTag: (input) => engine.write(notes.addPersonTag, input),
    removePersonTag: (input) => engine.write(notes.removePersonTag, input),
    keepVisit: (input) => engine.write(keepVisit, input),
    listBlocks: (input) => engine.read(blocks.listBlocks, input),
    addBlock: (input) => engine.write(blocks.addBlock, input),
    endBlock: (input) => engine.write(blocks.endBlock, input),
    planMerge: (input) => engine.snapshot(merges.planMerge, input),
    mergePeople: (input) => engine.write(merges.mergePeople, input),
    undoMerge: (input) => engine.write(merges.undoMerge, input),
    beginErasure: (input) => engine.write(erasures.beginErasure, input),
    listToErase: (limit) => engine.read(erasures.listToErase, limit),
    eraseConversation: (input) => engine.write(eraseConversation, input),
    tidyWords: (input) => engine.write(erasures.tidyWords, input),
    isErasing: () => engine.read(erasures.isErasing, undefined),
    forgetDeleted: () => engine.forgetDeleted(),
    endErasures: (at) => engine.write(erasures.endErasures, at),
    eraseAbout: (visitorId) => engine.write(eraseAbout, visitorId),
  };
}
