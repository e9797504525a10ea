/** Sites, where tags are seen, what pages told, and the first run (docs/setup.md). */
export interface SetupTables {
  site: { id: string; key: string; name: string; made_at: number; retired_at: number | null };
  site_origin: { site_id: string; origin: string };
  /** On which origins a tag was seen that names this site, which there need not be. */
  tag_sighting: { site_key: string; origin: string; first_at: number; last_at: number };
  /** A look at one page; the report is JSON, and null until the page has told. */
  tag_check: { id: string; site_key: string; made_at: number; report: string | null };
  /** How far the first run came: one row, once it has begun. */
  guide: { one: number; document: string };
  /** The tags that the team agreed on: one row, JSON of the list (U13). */
  team_tags: { one: number; document: string };
}
