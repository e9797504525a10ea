/** The tags that the team agreed on, in the order in which they are offered (U13). GET and PUT /api/v1/agent/tags */
export interface TeamTags {
  tags: string[];
}
