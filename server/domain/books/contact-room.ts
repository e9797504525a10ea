/** Episodes that a question looks at, as in `ContactColumns`; those of one conversation stand together, ascending. */
export interface Contacts {
  count: number;
  no: Uint32Array;
  episode: Uint32Array;
  person: Int32Array;
  openedAt: Float64Array;
  closedAt: Float64Array;
  response: Float64Array;
  outcome: Uint8Array;
  stage: Uint8Array;
  score: Uint8Array;
  promisedAt: Float64Array;
  promisedMs: Float64Array;
  /** 1: what the question is narrowed to holds of it. */
  isIn: Uint8Array;
  /** Its place among the groups of a split, or NOWHERE; without a split nothing is said. */
  group: Uint32Array;
}

export function roomFor(rows: number): Contacts {
  return {
    count: 0,
    ...{ no: new Uint32Array(rows), episode: new Uint32Array(rows), person: new Int32Array(rows) },
    ...{ openedAt: new Float64Array(rows), closedAt: new Float64Array(rows), response: new Float64Array(rows) },
    ...{ outcome: new Uint8Array(rows), stage: new Uint8Array(rows), score: new Uint8Array(rows) },
    ...{ promisedAt: new Float64Array(rows), promisedMs: new Float64Array(rows) },
    ...{ isIn: new Uint8Array(rows), group: new Uint32Array(rows) },
  };
}
