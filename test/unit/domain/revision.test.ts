import { describe, expect, it } from 'vitest';
import { MESSAGE_EDIT_MS } from '../../../protocol/wire/limits.ts';
import type { Role } from '../../../protocol/wire/model.ts';
import { ROLES } from '../../../protocol/wire/permissions.ts';
import type { Actor, ConversationState } from '../../../server/domain/conversation.ts';
import { decideEdit, decideRemoval, type Said } from '../../../server/domain/revision.ts';

const state: ConversationState = {
  ...{ visitorId: 'v', status: 'active', agentId: 'ana', assignment: 1, episode: 1, closedAt: null },
  ...{ waitingSince: null, firstResponseMs: null, participants: ['bo'] },
};
const agent = (id: string, role: Role = 'agent'): Actor => ({ kind: 'agent', id, role });
const visitor: Actor = { kind: 'visitor', id: 'v' };
const said = (more: Partial<Said> = {}): Said => ({
  author: 'agent',
  authorId: 'ana',
  at: 0,
  body: 'old',
  isFile: false,
  ...more,
});
const hers = said({ author: 'visitor', authorId: 'v' });

describe('C18 who changes words that were sent', () => {
  it('C18 MESSAGE_EDIT_MS: its author up to that instant, and not after it', () => {
    expect(decideEdit(state, agent('ana'), said(), 'new', MESSAGE_EDIT_MS).do).toBe('revise');
    expect(decideEdit(state, agent('ana'), said(), 'new', MESSAGE_EDIT_MS + 1)).toMatchObject({ error: 'edit_closed' });
    expect(decideRemoval(agent('ana'), said(), MESSAGE_EDIT_MS).do).toBe('revise');
    expect(decideRemoval(agent('ana'), said(), MESSAGE_EDIT_MS + 1)).toMatchObject({ error: 'edit_closed' });
    expect(decideEdit(state, visitor, hers, 'new', MESSAGE_EDIT_MS).do).toBe('revise');
    expect(decideRemoval(visitor, hers, MESSAGE_EDIT_MS + 1)).toMatchObject({ error: 'edit_closed' });
  });

  it('C18 nobody edits what another wrote, whatever the role', () => {
    for (const role of ROLES)
      expect(decideEdit(state, agent('bo', role), said(), 'x', 1)).toMatchObject({ error: 'forbidden' });
    expect(decideEdit(state, visitor, said(), 'x', 1)).toMatchObject({ error: 'forbidden' });
    expect(decideEdit(state, agent('ana'), hers, 'x', 1)).toMatchObject({ error: 'forbidden' });
  });

  it('C18 for safety who directs the team removes anybody’s, at any time; others do not', () => {
    const late = 99 * MESSAGE_EDIT_MS;
    const able = ROLES.filter((role) => decideRemoval(agent('lee', role), hers, late).do === 'revise');
    expect(able).toEqual(['owner', 'admin', 'supervisor']);
    expect(decideRemoval(agent('bo'), said(), 1)).toMatchObject({ error: 'forbidden' });
    expect(decideRemoval(visitor, said(), 1)).toMatchObject({ error: 'forbidden' });
  });

  it('C4 C18 an edit is words to the visitor: only who may write now; to take words back one need not', () => {
    const lost = { ...state, agentId: 'bo', participants: [] };
    expect(decideEdit(lost, agent('ana'), said(), 'x', 1)).toMatchObject({ error: 'reassigned' });
    expect(decideRemoval(agent('ana'), said(), 1).do).toBe('revise');
    const closed = { ...state, status: 'closed' as const, closedAt: 0 };
    expect(decideEdit(closed, visitor, hers, 'x', 1)).toMatchObject({ error: 'conversation_closed' });
    expect(decideRemoval(visitor, hers, 1).do).toBe('revise');
  });

  it('C18 what is so already is a repeat; a file is no text; what was removed stays removed', () => {
    expect(decideEdit(state, agent('ana'), said(), 'old', 1).do).toBe('repeat');
    expect(decideRemoval(agent('ana'), said({ body: '' }), 99 * MESSAGE_EDIT_MS).do).toBe('repeat');
    expect(decideEdit(state, agent('ana'), said({ body: '' }), 'x', 1)).toMatchObject({ error: 'edit_closed' });
    expect(decideEdit(state, agent('ana'), said({ isFile: true }), 'x', 1)).toMatchObject({ error: 'forbidden' });
  });
});
