import express from 'express';
import { FRAME_BYTES_MAX } from '../../protocol/wire/limits.ts';

/** JSON as it is: never inflated (D1), and no larger than a frame of the socket. */
export const jsonBody = express.json({ inflate: false, limit: FRAME_BYTES_MAX });
