import { type Request, Router } from 'express';
import { noticeSettings, pushSubscribed } from '../../protocol/wire/notices-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { addDevice, readNotices, removeDevice, setNotices, testDevice } from '../usecases/notices/notice-settings.ts';
import type { Pusher } from '../usecases/notices/pusher.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

export interface NoticeRoutesParts {
  pusher: Pusher;
}

/** How I am told of news, and my browsers that push messages reach (docs/notices.md). Everybody's own, whatever the role. */
export function createNoticeRoutes(parts: NoticeRoutesParts & IdentifyParts): Router {
  const { context, dispatch, pusher } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.get(
    '/notices',
    asAgent((subject) => dispatch.guard('notices', () => readNotices(context, subject, pusher))),
  );
  routes.put(
    '/notices',
    asAgent(async (subject, request) => {
      const checked = parse(noticeSettings, request.body);
      return checked.ok ? dispatch.guard('notices:set', () => setNotices(context, subject, checked.input)) : checked;
    }),
  );
  routes.post(
    '/notices/devices',
    asAgent(async (subject, request) => {
      const checked = parse(pushSubscribed, request.body);
      if (!checked.ok) return checked;
      return dispatch.guard('notices:device', () => addDevice(context, subject, checked.input, pusher));
    }),
  );
  routes.delete(
    '/notices/devices/:id',
    asAgent((subject, request: Request) =>
      dispatch.guard('notices:forget', () => removeDevice(context, subject, String(request.params.id))),
    ),
  );
  routes.post(
    '/notices/test',
    asAgent((subject) => dispatch.guard('notices:test', () => testDevice(context, subject))),
  );
  return routes;
}
