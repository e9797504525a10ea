import type { Logger } from 'pino';
import type { Report, ReportEvent, ReportKind } from './report.ts';

const LEVELS: Record<ReportKind, 'debug' | 'info' | 'warn' | 'error'> = {
  listening: 'debug',
  closing: 'debug',
  closed: 'debug',
  connected: 'debug',
  disconnected: 'debug',
  connection_refused: 'debug',
  protocol_violation: 'warn',
  slow_reader_cut: 'warn',
  overload_began: 'warn',
  overload_ended: 'warn',
  command_refused: 'debug',
  command_failed: 'error',
  command_hung: 'error',
  request_failed: 'error',
  background_failed: 'error',
  uncaught: 'error',
  signed_in: 'info',
  sign_in_refused: 'info',
  signed_out: 'info',
  owner_set_up: 'info',
  person_changed: 'info',
  visitor_erased: 'info',
  role_changed: 'info',
  kept_to_rule: 'info',
  mail_tried: 'info',
  push_tried: 'info',
};

/** Each report becomes one log line and one count. */
export function createReporter(logger: Logger): { report: Report; counts: ReadonlyMap<ReportKind, number> } {
  const counts = new Map<ReportKind, number>();
  return {
    counts,
    report(event) {
      counts.set(event.kind, (counts.get(event.kind) ?? 0) + 1);
      const level = LEVELS[event.kind];
      if (logger.isLevelEnabled(level)) logger[level](fieldsOf(event), event.kind);
    },
  };
}

function fieldsOf(event: ReportEvent): Record<string, unknown> {
  const { kind: _kind, ...rest } = event;
  return 'error' in rest ? { ...rest, error: describe(rest.error) } : rest;
}

/** Name, message and stack, and the same of the cause; drivers hang values that people wrote on other fields. */
function describe(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const told = { name: error.name, message: error.message, stack: error.stack };
  return error.cause && depth < 2 ? { ...told, cause: describe(error.cause, depth + 1) } : told;
}
