import type { BusinessSettings, ImportResult, PurchaseStage } from '../../protocol/wire/business.ts';
import type { StaffRow } from '../domain/books/books.ts';
import type { OrderRow, SegmentRow } from '../domain/books/order-book.ts';
import type { CustomerSaid, OrderSaid } from '../domain/business/read-order.ts';
import type { Period, Stale } from './changes.ts';

/** Orders, and what the measures of business are read from (docs/business.md). Part of the store (store.ts). */
export interface BusinessStore {
  // --- orders
  /**
   * All of them in one transaction. The server's word replaces a page's, never the other way round. Where no time is said, one that is known
   * keeps its own. `namedSince`: of older ones it is not kept whose they are (G7).
   */
  importOrders(input: { siteId: string; orders: OrderSaid[]; at: number; namedSince?: number }): Promise<ImportResult>;
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
  /** Days (UTC, since 1970-01-01) that ever had an order; another version: an order of that day is another one than before. */
  listOrderDays(): Promise<{ day: number; version: number }[]>;
  /** Orders of the period in the order of time, but for cancelled ones. */
  listOrders(input: Period): Promise<OrderRow[]>;
  /** What sites said of their customers since, the earliest first. */
  listSegments(input: SegmentsAsked): Promise<SegmentRow[]>;
  /** Another number than before: what a site said of somebody went, and is in no list. */
  readForgotten(): Promise<number>;
  /** Who of the team came, left, was available and away since. */
  listStaffFacts(input: { since: number }): Promise<StaffRow[]>;
  /** Everybody, and until when their presence counts at most. */
  listStaffLeases(): Promise<{ id: string; name: string; leaseUntil: number }[]>;
  /** Ids of conversations by their numbers, in no order. */
  listConversationIds(nos: readonly number[]): Promise<{ no: number; id: string }[]>;

  // --- for the forecast
  /** Episodes by the part of time in which they opened: floor(at / bucketMs). */
  countOpened(input: Period & DepartmentFilter & { bucketMs: number }): Promise<{ bucket: number; count: number }[]>;
  findFirstOpenedAt(input: DepartmentFilter): Promise<number | null>;
  /** M5 of conversations that ended with an agent since, whoever else had them before. */
  readHandling(input: DepartmentFilter & { since: number }): Promise<{ n: number; meanMs: number | null }>;
}

export interface SegmentsAsked {
  since: number;
  /** The last line of the page before. */
  after?: Pick<SegmentRow, 'changedAt' | 'siteId' | 'subject'> | undefined;
  limit: number;
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
