/**
 * The wire's version, and the oldest one this build still speaks (always at least N-1).
 *
 * History, one line for each version; test/protocol/frozen.test.ts fails when schemas change without one:
 * 1 · 2026-11 · conversations, entries by position, receipts, typing, rating, inbox feed, HTTP fallback.
 * 2 · 2026-11 · the team by hand: roles, pick, ask, take over, return, notes, reasons for being away;
 *     departments, languages and attributes of a visitor, offers, no_answer;
 *     opening hours and places in the queue, notices, wrap-up, leaving a message where the queue is full,
 *     what a page says of its visitor; settings that changed meanwhile; files;
 *     the owner's target on the board, waits within business hours;
 *     what is asked before a conversation, what goes with a score, a visitor's own list; signed identities of visitors;
 *     the message that a conversation began from; a copy of a conversation by mail;
 *     how agents are shown;
 *     follow-ups, effort and recommendation beside the score, anonymous answers;
 *     targets of segments;
 *     messages that are edited, removed and quoted, answers that a colleague was faster with, earlier conversations;
 *     closed ones page by page, tags, saved lists, many at once; drafts, answers for later, mentions, macros;
 *     notices by choice; who somebody is, notes, blocks, joined profiles, who is on the site; the look of a site;
 *     questions to colleagues, roles of the owners, a filter by channel; how long conversations and orders are kept, own replies, what is on a picture;
 *     the words that were asked; what a visitor has kept and erases; how a long thread stands; records that changed meanwhile; an end that was refused;
 *     numbers of cards that are not kept, tags of the team, when a target is at risk and missed, stretches of waits, what a forecast is made of; services outside,
 *     and which sites have one; unsent words that the team sees, another department for the asking; two that are watched beside each other;
 *     a little work before a conversation;
 *     how many wait for an answer, listed on the board or not; which conversations were emptied; how departments stand now;
 *     which names are made up; what can be no token of a visitor is `unauthorized`, and no malformed hello; whether a visitor has earlier conversations.
 */
export const PROTOCOL_VERSION = 2;
export const PROTOCOL_VERSION_MIN = 1;
