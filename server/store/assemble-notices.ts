import type { Engine } from './engine.ts';
import type { NoticeStore } from './notice-store.ts';
import { findTalk } from './queries/find-talk.ts';
import * as settings from './queries/notice-settings.ts';
import * as devices from './queries/push-devices.ts';
import * as outbox from './queries/push-outbox.ts';

export function noticesOf(engine: Engine): NoticeStore {
  return {
    readNoticeSettings: (agentId) => engine.read(settings.readNoticeSettings, agentId),
    setNoticeSettings: (input) => engine.write(settings.setNoticeSettings, input),
    readPushKey: () => engine.read(settings.readPushKey, undefined),
    keepPushKey: (input) => engine.write(settings.keepPushKey, input),
    addPushDevice: (input) => engine.write(devices.addPushDevice, input),
    removePushDevice: (input) => engine.write(devices.removePushDevice, input),
    dropPushDevice: (id) => engine.write(devices.dropPushDevice, id),
    listPushDevices: (agentId) => engine.read(devices.listPushDevices, agentId),
    listPushedAgents: () => engine.read(devices.listPushedAgents, undefined),
    setVisible: (input) => engine.write(devices.setVisible, input),
    findTalk: (id) => engine.read(findTalk, id),
    queuePushes: (input) => engine.write(outbox.queuePushes, input),
    // Mostly nothing is due: then nothing is written.
    leasePushes: async (input) =>
      (await engine.read(outbox.isPushDue, input.now)) ? engine.write(outbox.leasePushes, input) : [],
    settlePush: (input) => engine.write(outbox.settlePush, input),
    dropOldPushes: (input) => engine.write(outbox.dropOldPushes, input),
  };
}
