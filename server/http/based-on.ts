import type { Request } from 'express';
import type { Refusal } from '../../protocol/wire/errors.ts';
import { basedOnMark } from '../../protocol/wire/settings-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import type { Schema } from '../gateway/rows.ts';

/** The body, and the mark of what it was made from, where one is named: `?basedOn=MARK` (Z13). */
export function parseBased<In extends object>(
  schema: Schema<In>,
  request: Request,
): { ok: true; input: In; based: { basedOn: string | undefined } } | Refusal {
  const checked = parse(schema, request.body);
  if (!checked.ok) return checked;
  const based = parse(basedOnMark, request.query.basedOn);
  return based.ok ? { ...checked, based: { basedOn: based.input } } : { ...based, field: 'basedOn' };
}
