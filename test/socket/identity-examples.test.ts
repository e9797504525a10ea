import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judgeClaims } from '../../server/domain/identity.ts';
import { createIdentities } from '../../server/platform/identity-tokens.ts';

/** What docs/identity.md tells owners to copy is run as it stands there. */

const document = readFileSync(new URL('../../docs/identity.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'deskbell-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const identities = createIdentities({ secretKey: undefined, dataDir: folder, isShared: false });
const secret = identities.secretOf('site-1', 'secret-1');

const EXAMPLES = [
  {
    language: 'js',
    run: [process.execPath],
    file: 'sign.mjs',
    call: 'console.log(signIdentity(process.argv[2], "shop", { id: "mia", name: "Mia Ü", email: "mia@example.org" }))',
  },
  {
    language: 'python',
    run: ['python3'],
    file: 'sign.py',
    call: 'import sys\nprint(sign_identity(sys.argv[1], "shop", {"id": "mia", "name": "Mia Ü", "email": "mia@example.org"}))',
  },
  {
    language: 'php',
    run: ['php'],
    file: 'sign.php',
    call: 'echo sign_identity($argv[1], "shop", ["id" => "mia", "name" => "Mia Ü", "email" => "mia@example.org"]);',
  },
  {
    language: 'ruby',
    run: ['ruby'],
    file: 'sign.rb',
    call: 'puts sign_identity(ARGV[0], "shop", { id: "mia", name: "Mia Ü", email: "mia@example.org" })',
  },
];

for (const { language, run, file, call } of EXAMPLES) {
  test(`I1 the example in ${language} signs what the relay reads`, async () => {
    const [, code = ''] =
      new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(document.slice(document.indexOf('## Node'))) ?? [];
    expect(code).toMatch(/HS256/);
    // 32 bytes of SHA-256 over "header.claims" with the secret's letters as the key, whatever the language.
    expect(code).toMatch(/sha_?256/i);
    const twice = language === 'php' ? `${call} echo "\\n";\n${call}` : `${call}\n${call.replace(/^import sys\n/, '')}`;
    writeFileSync(join(folder, file), `${language === 'php' ? '<?php\n' : ''}${code}\n${twice}\n`);
    const ran = spawnSync(run[0] ?? '', [join(folder, file), secret], { encoding: 'utf8', timeout: 120_000 });
    // Node and Python are wherever this is tested; the others where they are.
    if (ran.error && (language === 'php' || language === 'ruby')) return;
    expect([ran.error, ran.stderr]).toEqual([undefined, '']);
    const [token = '', next] = ran.stdout.trim().split(/\s+/);
    // Of one second, and still two: who signs out with one is not kept out by it a moment later (I6).
    expect(next).not.toBe(token);
    const claims = await identities.readClaims(token, 'site-1', ['other', 'secret-1']);
    expect(judgeClaims(claims ?? {}, { site: 'shop', now: Date.now() })).toMatchObject({
      is: 'good',
      identity: { subject: 'mia', name: 'Mia Ü', email: 'mia@example.org' },
    });
  });
}
