export interface OutsideTables {
  /** `document`: JSON of the settings, the sealed keys of services, and the number of the secret that signs (CS5, CS6). */
  outside_service: { site_id: string; document: string; version: number; changed_at: number };
}
