import type { BusinessStore } from './business-store.ts';
import type { Engine } from './engine.ts';
import { readBusinessSettings, setBusinessSettings } from './queries/business-settings.ts';
import { listConversationIds } from './queries/conversation-ids.ts';
import * as forecast from './queries/forecast-facts.ts';
import * as days from './queries/order-days.ts';
import * as orders from './queries/orders.ts';
import * as staff from './queries/staff-facts.ts';

/** A part of assembleStore: what docs/business.md is about. */
export function businessOf(engine: Engine): BusinessStore {
  return {
    importOrders: (input) => engine.write(orders.importOrders, input),
    importCustomers: (input) => engine.write(orders.importCustomers, input),
    addPageOrder: (input) => engine.write(orders.addPageOrder, input),
    eraseCustomer: (input) => engine.write(orders.eraseCustomer, input),
    findLastOrderAt: (input) => engine.read(orders.findLastOrderAt, input),
    readBusinessSettings: () => engine.snapshot(readBusinessSettings, undefined),
    setBusinessSettings: (input) => engine.write(setBusinessSettings, input),
    listOrderDays: () => engine.read(days.listOrderDays, undefined),
    listOrders: (input) => engine.read(days.listOrders, input),
    listSegments: (input) => engine.read(days.listSegments, input),
    readForgotten: () => engine.read(days.readForgotten, undefined),
    listStaffFacts: (input) => engine.read(staff.listStaffFacts, input),
    listStaffLeases: () => engine.read(staff.listStaffLeases, undefined),
    listConversationIds: (nos) => engine.read(listConversationIds, nos),
    countOpened: (input) => engine.read(forecast.countOpened, input),
    findFirstOpenedAt: (input) => engine.read(forecast.findFirstOpenedAt, input),
    readHandling: (input) => engine.read(forecast.readHandling, input),
  };
}
