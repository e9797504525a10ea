/** Names of rooms. Kinds cannot collide, because ids hold no colon. */
export const visitorRoom = (visitorId: string) => `visitor:${visitorId}`;
export const siteRoom = (siteId: string) => `site:${siteId}`;
export const agentRoom = (agentId: string) => `agent:${agentId}`;
export const watchersRoom = (conversationId: string) => `watch:${conversationId}`;
/** Those who direct the team. */
export const leadsRoom = 'leads';
export const boardRoom = 'board';
export const sessionRoom = (sessionId: string) => `session:${sessionId}`;

/** What fan-out needs of a Socket.IO namespace. */
export interface Audience {
  /** Tells a fact to every socket in any of the rooms, once each, but not to `except`. Rooms may be empty. */
  tell(rooms: string[], fact: string, payload: unknown, except?: string | null): void;
  /** The same, thrown away for those whose line is busy: for what is stale in a moment. */
  tellLightly(rooms: string[], fact: string, payload: unknown, except?: string | null): void;
  tellAll(fact: string, payload: unknown): void;
}
