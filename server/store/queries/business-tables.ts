import type { Generated } from 'kysely';

/** Orders, what owners say of money, and who was at the desk when (docs/business.md). */
export interface BusinessTables {
  shop_order: {
    site_id: string;
    /** The site's own number. */
    order_id: string;
    at: number;
    /** In the currency's smallest unit. */
    minor: number;
    currency: string;
    source: 'page' | 'server';
    /** `s:` and the site's own id of somebody, or `v:` and a visitor; null: of nobody we know. */
    person: string | null;
    /** Who said whose it is: signed for by the site, or only a page. */
    link: 'signed' | 'claimed' | null;
    cancelled: number;
    received_at: number;
  };
  /** Of each day (UTC) that ever had an order: raised whenever an order in it is another one than before. */
  order_day: { day: number; version: number };
  customer: { site_id: string; subject: string; segment: string | null; changed_at: number };
  /** One row for each time they were saved; the last one holds. */
  business_setting: { version: number; document: string; at: number; agent_id: string | null };
  /** Append-only (M16). */
  staff_fact: {
    no: Generated<number>;
    agent_id: string;
    at: number;
    kind: 'came' | 'left' | 'available' | 'away';
    reason: string | null;
  };
}
