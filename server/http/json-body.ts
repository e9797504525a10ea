import express from 'express';
import { FRAME_BYTES_MAX } from '../../protocol/wire/limits.ts';

/**
 * JSON as it is: never inflated (D1), and no larger than a frame of the socket. Any JSON value is read, so that a wrong
 * one gets the same answer from the schema as over the socket (P9).
 */
export const jsonBody = express.json({ inflate: false, limit: FRAME_BYTES_MAX, strict: false });
