import type { BusinessSettings, ImportResult, PurchaseStage } from '../../protocol/wire/business.ts';
import type { Contact, Order } from '../domain/business/contact.ts';
import type { PromiseMade } from '../domain/business/kept-promises.ts';
import type { CustomerSaid, OrderSaid } from '../domain/business/read-order.ts';
import type { Served } from '../domain/business/serving-cost.ts';
import type { AgentDay } from '../domain/business/team-time.ts';
import type { Period, Stale } from './changes.ts';

/** Orders, and what the measures of business are read from (docs/business.md). Part of the store (store.ts). */
export interface BusinessStore {
  // --- orders
  /** All of them in one transaction. The server's word replaces a page's, never the other way round. */
  importOrders(input: { siteId: string; orders: (OrderSaid & { at: number })[]; at: number }): Promise<ImportResult>;
  importCustomers(input: { siteId: string; customers: CustomerSaid[]; at: number }): Promise<ImportResult>;
  /** What a page says that a visitor ordered. `kept`: known already, nothing was changed. */
  addPageOrder(input: AddPageOrder): Promise<'added' | 'kept' | 'too_many'>;
  /** Orders and customer of this person are gone. */
  eraseCustomer(input: { siteId: string; subject: string }): Promise<{ orders: number; customers: number }>;
  /** When this visitor, or the person she is, ordered last; cancelled ones do not count. */
  findLastOrderAt(input: { siteId: string; visitorId: string }): Promise<number | null>;

  // --- what owners say of money
  readBusinessSettings(): Promise<KeptBusinessSettings>;
  setBusinessSettings(input: {
    document: BusinessSettings;
    basedOn: number | undefined;
    agentId: string;
    at: number;
  }): Promise<{ result: 'kept' } | Stale>;

  // --- for the measures
  /** Episodes opened in the period, in the order of time. */
  listContacts(input: Period & SiteFilter): Promise<Contact[]>;
  /** Episodes of people who ordered in `ordered`, opened in the period. */
  listContactsOfBuyers(input: Period & SiteFilter & { ordered: Period }): Promise<Contact[]>;
  /** Orders of the period, but for cancelled ones. */
  listOrders(input: Period & SiteFilter): Promise<Order[]>;
  /** All orders of those whose episodes opened in the period. */
  listOrdersOfContacts(input: Period & SiteFilter & { since: number }): Promise<Order[]>;
  /** When those who ordered in the period ordered first, ever. */
  listFirstOrders(input: Period & SiteFilter): Promise<{ person: string; at: number }[]>;
  /** Time that agents gave to episodes opened in the period, and what else they had at the same time; what is open ends at `now`. */
  listServed(input: Period & SiteFilter & { now: number }): Promise<Served[]>;
  listPromisesMade(input: Period & SiteFilter): Promise<PromiseMade[]>;
  /** Presence, availability and conversations of everybody who was there in the period. */
  listAgentDays(input: Period & { now: number }): Promise<(AgentDay & { agentId: string; name: string })[]>;

  // --- for the forecast
  /** Episodes by the part of time in which they opened: floor(at / bucketMs). */
  countOpened(input: Period & DepartmentFilter & { bucketMs: number }): Promise<{ bucket: number; count: number }[]>;
  findFirstOpenedAt(input: DepartmentFilter): Promise<number | null>;
  /** Of conversations that ended since. */
  readHandling(input: DepartmentFilter & { since: number }): Promise<{ n: number; meanMs: number | null }>;
}

/** Null: all sites. */
export interface SiteFilter {
  siteId: string | null;
}

export interface DepartmentFilter extends SiteFilter {
  /** Null, or left out: all departments. */
  departmentId?: string | null;
}

export interface AddPageOrder {
  siteId: string;
  visitorId: string;
  order: OrderSaid;
  at: number;
  /** So many of one visitor since an instant. */
  max: number;
  since: number;
}

export interface KeptBusinessSettings {
  /** Null: nobody has said anything. */
  document: BusinessSettings | null;
  version: number;
  history: { version: number; at: number; by: string | null }[];
}

/** M14, as it is written with an episode. */
export type StageOf = PurchaseStage | null;
