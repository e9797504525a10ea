import { assembleFeedback } from './assemble-feedback.ts';
import { findOf } from './assemble-find.ts';
import { inboxOf } from './assemble-inbox.ts';
import { mailsOf } from './assemble-mail.ts';
import { noticesOf } from './assemble-notices.ts';
import { outsideOf } from './assemble-outside.ts';
import { peopleOf } from './assemble-people.ts';
import { rolesOf } from './assemble-roles.ts';
import { setupOf } from './assemble-setup.ts';
import { threadOf } from './assemble-thread.ts';
import { writingOf } from './assemble-writing.ts';
import { businessOf } from './business-methods.ts';
import type { Engine } from './engine.ts';
import type { FaceStore } from './face-store.ts';
import type { FactStore } from './fact-store.ts';
import type { FileStore } from './file-store.ts';
import { findByOtherToken, toVisitor } from './find-by-token.ts';
import type { IdentityStore } from './identity-store.ts';
import { addNote } from './queries/add-note.ts';
import * as sessions from './queries/agent-sessions.ts';
import * as agents from './queries/agents.ts';
import { appendMessage } from './queries/append-message.ts';
import * as asks from './queries/asks.ts';
import { assignConversation } from './queries/assign-conversation.ts';
import { readBoard } from './queries/board.ts';
import { claimIdentity } from './queries/claim-identity.ts';
import { closeConversation } from './queries/close-conversation.ts';
import { findConversation, findLatestConversation } from './queries/conversation-row.ts';
import * as departments from './queries/departments.ts';
import { endBrowser, isIdentityEnded } from './queries/end-browser.ts';
import * as faces from './queries/faces.ts';
import { readFactLines } from './queries/fact-lines.ts';
import * as packs from './queries/fact-packs.ts';
import { listNames, readFacts } from './queries/facts.ts';
import * as failures from './queries/failures.ts';
import * as files from './queries/files.ts';
import { listFirstResponses } from './queries/first-responses.ts';
import * as gone from './queries/gone.ts';
import * as hold from './queries/hold-conversation.ts';
import { addIdentitySecret, listIdentitySecrets, removeIdentitySecret } from './queries/identity-secrets.ts';
import * as inactive from './queries/inactive.ts';
import { listChanges, listInbox } from './queries/inbox.ts';
import { readChange, readClock, readEpoch } from './queries/installation.ts';
import { readIntake } from './queries/intake.ts';
import * as members from './queries/members.ts';
import { missConversation } from './queries/miss-conversation.ts';
import * as misses from './queries/misses.ts';
import { moveWaiting } from './queries/move-waiting.ts';
import * as offers from './queries/offers.ts';
import { openConversation } from './queries/open-conversation.ts';
import { listOrphans } from './queries/orphans.ts';
import { listOwnConversations } from './queries/own-conversations.ts';
import { readHeads, readPage } from './queries/pages.ts';
import * as presence from './queries/presence.ts';
import * as queue from './queries/queue.ts';
import { raiseMarks } from './queries/raise-marks.ts';
import { rateEpisode } from './queries/rate-episode.ts';
import { reopenConversation } from './queries/reopen-conversation.ts';
import { requeueConversation } from './queries/requeue-conversation.ts';
import { readRoutingPlan, setRoutingPlan } from './queries/routing-plan.ts';
import { readRoutingTeam } from './queries/routing-team.ts';
import { setContact } from './queries/set-contact.ts';
import * as settings from './queries/settings.ts';
import * as staff from './queries/staff.ts';
import { takeConversation } from './queries/take-conversation.ts';
import { readTeamPage } from './queries/team-entries.ts';
import { listSilent, listUntold, tellVisitor } from './queries/tell-visitor.ts';
import { readHistory } from './queries/visitor-history.ts';
import * as profiles from './queries/visitor-profiles.ts';
import { offerToken } from './queries/visitor-tokens.ts';
import { addVisitor, findVisitor, touchVisitor } from './queries/visitors.ts';
import * as waiting from './queries/waiting.ts';
import { endWrapUps, listWrapUps } from './queries/wrap-up.ts';
import type { RoutingStore } from './routing-store.ts';
import type { ServiceStore } from './service-store.ts';
import type { StaffStore } from './staff-store.ts';
import type { Store } from './store.ts';
import type { TeamStore } from './team-store.ts';

/** Which method reads, which needs one moment for several statements, and which writes. */
export function assembleStore(engine: Engine): Store {
  return {
    ...installation(engine),
    ...identities(engine),
    ...conversations(engine),
    ...lists(engine),
    ...team(engine),
    ...staffOf(engine),
    ...writingOf(engine),
    ...routingOf(engine),
    ...byHand(engine),
    ...serviceOf(engine),
    ...filesOf(engine),
    ...factsOf(engine),
    ...businessOf(engine),
    ...mailsOf(engine),
    ...noticesOf(engine),
    ...facesOf(engine),
    ...findOf(engine),
    ...inboxOf(engine),
    ...setupOf(engine),
    ...assembleFeedback(engine),
    ...threadOf(engine),
    ...peopleOf(engine),
    ...rolesOf(engine),
    ...outsideOf(engine),
  };
}

function installation(engine: Engine) {
  return {
    readEpoch: () => engine.read(readEpoch, undefined),
    readClock: () => engine.read(readClock, undefined),
    ping: () => engine.ping(),
    backup: (file) => engine.backup(file),
    close: () => engine.close(),
    addVisitor: (input) => engine.write(addVisitor, input),
    async findVisitor(input) {
      const found = await engine.read(findVisitor, input);
      // Seldom, so that asking stays a read.
      if (found?.stale) await engine.write(touchVisitor, { id: found.browserId, at: input.at });
      return found ? toVisitor(found) : findByOtherToken(engine, input);
    },
    offerToken: (input) => engine.write(offerToken, input),
    describeVisitor: (input) => engine.write(profiles.describeVisitor, input),
    trackVisitor: (input) => engine.write(profiles.trackVisitor, input),
    readVisitorProfile: (id) => engine.read(profiles.readVisitorProfile, id),
    addFailures: (input) => engine.write(failures.addFailures, input),
    readFailures: (input) => engine.read(failures.readFailures, input),
    clearFailures: (keys) => engine.write(failures.clearFailures, keys),
    setSetUp: (tokenHash) => engine.write(agents.setSetUp, tokenHash),
    claimSetUp: (input) => engine.write(agents.claimSetUp, input),
  } satisfies Partial<Store>;
}

function identities(engine: Engine): IdentityStore {
  return {
    listIdentitySecrets: (siteId) => engine.read(listIdentitySecrets, siteId),
    addIdentitySecret: (input) => engine.write(addIdentitySecret, input),
    removeIdentitySecret: (input) => engine.write(removeIdentitySecret, input),
    isIdentityEnded: (hash) => engine.read(isIdentityEnded, hash),
    claimIdentity: (input) => engine.write(claimIdentity, input),
    endBrowser: (input) => engine.write(endBrowser, input),
  };
}

function conversations(engine: Engine) {
  return {
    openConversation: (input) => engine.write(openConversation, input),
    appendMessage: (input) => engine.write(appendMessage, input),
    reopenConversation: (input) => engine.write(reopenConversation, input),
    closeConversation: (input) => engine.write(closeConversation, input),
    rateEpisode: (input) => engine.write(rateEpisode, input),
    setContact: (input) => engine.write(setContact, input),
    raiseMarks: (input) => engine.write(raiseMarks, input),
    requeueConversation: (input) => engine.write(requeueConversation, input),
  } satisfies Partial<Store>;
}

function lists(engine: Engine) {
  return {
    findConversation: (id) => engine.read(findConversation, id),
    findLatestConversation: (visitorId) => engine.read(findLatestConversation, visitorId),
    readPage: (input) => engine.snapshot(readPage, input),
    readHeads: (ids) => engine.read(readHeads, ids),
    listInbox: (input) => engine.snapshot(listInbox, input),
    listChanges: (input) => engine.snapshot(listChanges, input),
    readChange: () => engine.read(readChange, undefined),
    listOrphans: (input) => engine.read(listOrphans, input),
  } satisfies Partial<Store>;
}

function byHand(engine: Engine) {
  return {
    addNote: (input) => engine.write(addNote, input),
    readTeamPage: (input) => engine.snapshot(readTeamPage, input),
    takeConversation: (input) => engine.write(takeConversation, input),
    askColleague: (input) => engine.write(asks.askColleague, input),
    endAsk: (input) => engine.write(asks.endAsk, input),
    moveWaiting: (input) => engine.write(moveWaiting, input),
    joinConversation: (input) => engine.write(asks.joinConversation, input),
    leaveConversation: (input) => engine.write(asks.leaveConversation, input),
    listLapsedAsks: (input) => engine.read(asks.listLapsedAsks, input),
    readBoard: (input) => engine.snapshot(readBoard, input),
    listMembers: (input) => engine.read(members.listMembers, input),
    readTeamRules: () => engine.read(members.readTeamRules, undefined),
    setTeamRules: (rules, instead) => engine.write(members.setTeamRules, { rules, instead }),
    setAvailability: (input) => engine.write(members.setAvailability, input),
    listIdleAgents: (input) => engine.read(members.listIdleAgents, input),
  } satisfies TeamStore;
}

function team(engine: Engine) {
  return {
    addAgent: (input) => engine.write(agents.addAgent, input),
    countAgents: () => engine.read(agents.countAgents, undefined),
    listAgents: () => engine.read(agents.listAgents, undefined),
    findAgent: (id) => engine.read(agents.findAgent, id),
    findCredentials: (email) => engine.read(agents.findCredentials, email),
    findCredentialsById: (agentId) => engine.read(agents.findCredentialsById, agentId),
    setPassword: (input) => engine.write(agents.setPassword, input),
    renewLeases: (input) => engine.write(presence.renewLeases, input),
    endLease: (input) => engine.write(presence.endLease, input),
    extendAllLeases: (input) => engine.write(presence.extendAllLeases, input),
    isAnyAvailable: (now) => engine.read(presence.isAnyAvailable, now),
    addSession: (input) => engine.write(sessions.addSession, input),
    findSession: (input) => engine.read(sessions.findSession, input),
    touchSession: (input) => engine.write(sessions.touchSession, input),
    endSession: (id) => engine.write(sessions.endSession, id),
    listLiveSessions: (input) => engine.read(sessions.listLiveSessions, input),
  } satisfies Partial<Store>;
}

function serviceOf(engine: Engine): ServiceStore {
  return {
    listSettings: () => engine.read(settings.listSettings, undefined),
    setSettings: (input) => engine.write(settings.setSettings, input),
    listCalendars: (owner) => engine.read(settings.listCalendars, owner),
    listWaiting: (input) => engine.read(hold.listWaiting, input),
    holdConversation: (input) => engine.write(hold.holdConversation, input),
    releaseConversation: (input) => engine.write(hold.releaseConversation, input),
    readQueue: (input) => engine.snapshot(queue.readQueue, input),
    listHandlingTimes: (input) => engine.read(queue.listHandlingTimes, input),
    addPromises: (promises) => engine.write(queue.addPromises, promises),
    listPromises: (input) => engine.read(queue.listPromises, input),
    listUntold: (input) => engine.read(listUntold, input),
    listSilent: (input) => engine.read(listSilent, input),
    tellVisitor: (input) => engine.write(tellVisitor, input),
    endWrapUps: (input) => engine.write(endWrapUps, input),
    listFirstResponses: (input) => engine.read(listFirstResponses, input),
    listOwnConversations: (input) => engine.read(listOwnConversations, input),
    readIntake: (conversationId) => engine.read(readIntake, conversationId),
    listWrapUps: (agentId) => engine.read(listWrapUps, agentId),
  };
}

function filesOf(engine: Engine): FileStore {
  return {
    findSentFile: (input) => engine.read(files.findSentFile, input),
    findFile: (id) => engine.read(files.findFile, id),
    readFileUse: (input) => engine.read(files.readFileUse, input),
    listOldFiles: (input) => engine.read(files.listOldFiles, input),
    removeFiles: (ids) => engine.write(files.removeFiles, ids),
    listKnownVaultNames: (names) => engine.read(files.listKnownVaultNames, names),
  };
}

function factsOf(engine: Engine): FactStore {
  return {
    readFacts: (nos) => engine.snapshot(readFacts, nos),
    listNames: () => engine.read(listNames, undefined),
    readFactLines: (places) => engine.read(readFactLines, places),
    noteGone: (list) => engine.write(gone.noteGone, list),
    noteBack: (conversationIds) => engine.write(gone.noteBack, conversationIds),
    listGone: () => engine.read(gone.listGone, undefined),
    listChangedAfter: (input) => engine.read(packs.listChangedAfter, input),
    listCameBefore: (input) => engine.read(packs.listCameBefore, input),
    listOpenNos: () => engine.snapshot(packs.listOpenNos, undefined),
    listClosed: (input) => engine.read(packs.listClosed, input),
    listChangedPacks: (input) => engine.read(packs.listChangedPacks, input),
    readLastNo: () => engine.read(packs.readLastNo, undefined),
    listPacks: () => engine.read(packs.listPacks, undefined),
    readPack: (number) => engine.read(packs.readPack, number),
    listContactPacks: () => engine.read(packs.listContactPacks, undefined),
    readContactPack: (number) => engine.read(packs.readContactPack, number),
    keepPack: (pack) => engine.write(packs.keepPack, pack),
    readFactState: () => engine.read(packs.readFactState, undefined),
    setFactState: (state) => engine.write(packs.setFactState, state),
  };
}

function facesOf(engine: Engine): FaceStore {
  return {
    listFaces: (agentIds) => engine.read(faces.listFaces, agentIds),
    setFace: (input) => engine.write(faces.setFace, input),
    findPicture: (id) => engine.read(faces.findPicture, id),
  };
}

function staffOf(engine: Engine): StaffStore {
  return {
    addDepartment: (input) => engine.write(departments.addDepartment, input),
    changeDepartment: (input) => engine.write(departments.changeDepartment, input),
    removeDepartment: (input) => engine.write(departments.removeDepartment, input),
    listDepartments: () => engine.read(departments.listDepartments, undefined),
    listStaff: () => engine.snapshot(staff.listStaff, undefined),
    findStaffMember: (agentId) => engine.snapshot(staff.findStaffMember, agentId),
    changeStaffMember: (input) => engine.write(staff.changeStaffMember, input),
    readRoutingPlan: () => engine.read(readRoutingPlan, undefined),
    setRoutingPlan: (plan, instead) => engine.write(setRoutingPlan, { plan, instead }),
  };
}

function routingOf(engine: Engine): RoutingStore {
  return {
    inRoutingTurn: (job) => engine.inTurn(job),
    readWaitingChanges: (input) => engine.snapshot(waiting.readWaitingChanges, input),
    listQueued: (input) => engine.read(waiting.listQueued, input),
    readRoutingTeam: (input) => engine.snapshot(readRoutingTeam, input),
    readHistory: (visitorId) => engine.read(readHistory, visitorId),
    assignConversation: (input) => engine.write(assignConversation, input),
    offerConversation: (input) => engine.write(offers.offerConversation, input),
    acceptOffer: (input) => engine.write(offers.acceptOffer, input),
    endOffer: (input) => engine.write(offers.endOffer, input),
    listLapsedOffers: (input) => engine.read(offers.listLapsedOffers, input),
    listAnswersDue: (input) => engine.read(misses.listAnswersDue, input),
    settleAnswer: (input) => engine.write(misses.settleAnswer, input),
    missConversation: (input) => engine.write(missConversation, input),
    listInactive: (input) => engine.read(inactive.listInactive, input),
    listAwakened: (limit) => engine.read(inactive.listAwakened, limit),
    setRoom: (input) => engine.write(inactive.setRoom, input),
  };
}
