import { expect, test } from 'vitest';
import { judgeNode } from '../../../server/platform/node-version.ts';

test.each([
  ['v20.20.2', { kind: 'ended', line: 20 }],
  ['v18.0.0', { kind: 'ended', line: 18 }],
  ['v23.9.9', { kind: 'ended', line: 23 }],
  ['v25.1.0', { kind: 'ended', line: 25 }],
  ['v22.23.3', { kind: 'behind', floor: '22.23.4' }],
  ['v22.9.9', { kind: 'behind', floor: '22.23.4' }],
  ['v22.23.4', { kind: 'good' }],
  ['v24.22.0', { kind: 'behind', floor: '24.22.1' }],
  ['v24.22.1', { kind: 'good' }],
  ['v24.23.0', { kind: 'good' }],
  ['v26.12.0', { kind: 'behind', floor: '26.12.1' }],
  ['v26.12.1', { kind: 'good' }],
  ['v27.0.0', { kind: 'good' }],
])('D1: %s', (version, verdict) => {
  expect(judgeNode(version)).toEqual(verdict);
});
