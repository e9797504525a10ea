import { Router } from 'express';
import { findQuestion } from '../../protocol/wire/find-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { findWords } from '../usecases/find-words.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

/** Looking for words (docs/find.md). */
export function createFindRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  routes.get(
    '/find',
    createAsAgent(parts)(async (subject, request) => {
      const checked = parse(findQuestion, request.query);
      if (!checked.ok) return checked;
      return dispatch.guard('find', () => findWords(context, subject, checked.input));
    }),
  );
  return routes;
}
