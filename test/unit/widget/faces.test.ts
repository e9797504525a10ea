import { describe, expect, test } from 'vitest';
import type { Face } from '../../../protocol/wire/faces.ts';
import { createFaces } from '../../../widget/model/faces.ts';

const ANA: Face = { agentId: 'ana', title: 'Support', picture: 'p1' };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('W31 how agents are shown', () => {
  test('is asked for once, together for all of one turn', async () => {
    const asked: string[][] = [];
    const faces = createFaces(async (agentIds) => {
      asked.push(agentIds);
      return { ok: true, value: { faces: [ANA] } };
    }, 10);
    let drawn = 0;
    for (const agentId of ['ana', 'bo', 'ana']) faces.ask(agentId, () => (drawn += 1));
    await turn();
    expect(asked).toEqual([['ana', 'bo']]);
    expect(drawn).toBe(3);
    expect(faces.faceOf('ana')).toEqual(ANA);
  });

  test('whoever was drawn before the answer and listens only after it is told as well', async () => {
    const faces = createFaces(async () => ({ ok: true, value: { faces: [ANA] } }), 10);
    faces.ask('ana', () => {});
    // A second place is drawn now; its listening begins with the next frame, when the answer is there.
    const seen = faces.faceOf('ana');
    await turn();
    let drawn = 0;
    faces.ask('ana', () => (drawn += 1));
    expect(seen).toBeUndefined();
    expect(drawn).toBe(1);
  });
});
