import { createServer, type Server } from 'node:http';
import {
  HTTP_HEADERS_MAX,
  HTTP_HEADERS_MS_MAX,
  HTTP_KEEP_ALIVE_MS,
  HTTP_REQUEST_MS_MAX,
} from '../../protocol/wire/limits.ts';

/** Node looks for late requests only this often; its own default of 30 s would make the limits below meaningless. */
const CHECK_EVERY_MS = 1_000;

/** A server that slow or endless requests cannot hold: every wait has an end. */
export function createHttpServer(): Server {
  const server = createServer({
    headersTimeout: HTTP_HEADERS_MS_MAX,
    requestTimeout: HTTP_REQUEST_MS_MAX,
    keepAliveTimeout: HTTP_KEEP_ALIVE_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
  });
  server.maxHeadersCount = HTTP_HEADERS_MAX;
  return server;
}
