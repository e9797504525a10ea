/** How visitors see an agent (W31). Where there is no picture the initials stand. */
export interface Face {
  agentId: string;
  /** What she does, in the team's own words: "Support". Empty: nothing is said. */
  title: string;
  /** The picture's name, for its address; another picture has another one. Null: none. */
  picture: string | null;
}
