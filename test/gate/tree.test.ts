import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkTree } from './check-tree.ts';
import { readModules } from './modules.ts';
import { ROOMS, roomOf } from './rooms.ts';
import { BROWSER_ENTRIES } from './rules/reach.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const modules = readModules(top);
/** Raise it as the house grows: a check that looked at nothing must not pass. */
const MODULES_MIN = 100;
const TOP_LEVEL = [
  ...['CHANGELOG.md', 'LICENSE', 'README.md', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts'],
  ...['bench', 'console', 'demo', 'docs', 'protocol', 'server', 'test', 'widget'],
];
/** Not ours to exchange, however many bytes an own piece would save. */
const FIXED_PARTS = [
  ...['preact', '@preact/signals', 'socket.io-client', 'socket.io', 'express'],
  ...['vite', 'vitest', '@testing-library/preact'],
];
/** Made by commands, not by people, and ignored by git. */
const MADE = ['node_modules', 'dist', 'data', 'coverage', 'test-results', 'playwright-report'];

test('the tree keeps its import rights, names, sizes and clocks', () => {
  expect(checkTree(modules)).toEqual([]);
});

test('the check looked at the whole house', () => {
  expect(modules.length).toBeGreaterThan(MODULES_MIN);
  for (const entry of BROWSER_ENTRIES) expect(modules.map((module) => module.path)).toContain(entry);
  const imports = modules.flatMap((module) => module.imports);
  expect(imports.filter((one) => one.kind === 'file').length).toBeGreaterThan(MODULES_MIN);
});

test('every import of a file names a file that is there', () => {
  const paths = new Set(modules.map((module) => module.path));
  const imports = modules.flatMap((module) => module.imports).filter((one) => /\.tsx?$/.test(one.to));
  expect(imports.filter((one) => !paths.has(one.to)).map((one) => one.to)).toEqual([]);
});

test('every room holds at least one file', () => {
  const held = new Set(modules.map((module) => roomOf(module.path)?.name));
  expect(ROOMS.map((room) => room.name).filter((name) => !held.has(name))).toEqual([]);
});

test('the parts that the owner fixed are the ones the product is made of', () => {
  const imported = new Set(modules.flatMap((module) => module.imports.map((one) => one.to)));
  expect(FIXED_PARTS.filter((name) => ![...imported].some((to) => to === name || to.startsWith(`${name}/`)))).toEqual(
    [],
  );
});

test('the top level holds what the house plan names', () => {
  const there = readdirSync(top).filter((name) => !name.startsWith('.') && !MADE.includes(name));
  expect(there.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});
