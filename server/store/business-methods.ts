import type { BusinessStore } from './business-store.ts';
import type { Engine } from './engine.ts';
import * as facts from './queries/business-facts.ts';
import { readBusinessSettings, setBusinessSettings } from './queries/business-settings.ts';
import * as forecast from './queries/forecast-facts.ts';
import * as orders from './queries/orders.ts';
import { listAgentDays } from './queries/staff-facts.ts';

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
    listContacts: (input) => engine.read(facts.listContacts, input),
    listContactsOfBuyers: (input) => engine.read(facts.listContactsOfBuyers, input),
    listOrders: (input) => engine.read(facts.listOrders, input),
    listOrdersOfContacts: (input) => engine.read(facts.listOrdersOfContacts, input),
    listFirstOrders: (input) => engine.read(facts.listFirstOrders, input),
    listServed: (input) => engine.read(facts.listServed, input),
    listPromisesMade: (input) => engine.read(facts.listPromisesMade, input),
    listAgentDays: (input) => engine.snapshot(listAgentDays, input),
    countOpened: (input) => engine.read(forecast.countOpened, input),
    findFirstOpenedAt: (input) => engine.read(forecast.findFirstOpenedAt, input),
    readHandling: (input) => engine.read(forecast.readHandling, input),
  };
}
