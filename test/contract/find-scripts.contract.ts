import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FoundLine } from '../../protocol/wire/find.ts';
import { FIND_CHARS_MAX, FIND_TAKEN_MAX } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context } from '../../server/usecases/context.ts';
import { findWords } from '../../server/usecases/find-words.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

/** One text of each kind that people write; each question names the texts that it finds, in this order. */
const TEXTS = {
  chinese: '你们的退货政策是什么',
  japanese: '商品をキャンセルしたいのですが',
  korean: '배송은 언제 오나요',
  arabicPoints: 'أَيْنَ طَلَبِي الأخير',
  arabicPlain: 'اين طلبي رقم ٤٢',
  hebrewPoints: 'שָׁלוֹם רַב',
  hebrewJoined: 'חולצה לבית־ספר',
  turkish: 'Işıklı İSTANBUL çantası',
  german: 'Die Straße in MÜNCHEN heißt Grüne Gasse',
  german2: 'Die Strasse ist lang',
  signs: '50% off_now* for C++ (NEAR) {x} ~ ^ \\ $1 "quoted"',
  plain: 'near by and or not',
  voiced: 'ガス が ぱん',
  voicedInPieces: 'ガス が ぱん '.normalize('NFD'),
  voicedNarrow: 'ｶﾞｽ もの',
  jamo: '환불 은요'.normalize('NFD'),
  vowels: 'কোথায় ஒளி'.normalize('NFD'),
  emoji: '❤️tausend',
  parted: 'Donau\u00addampf',
  sigma: 'ΔΡΟΜΟΣ',
  joined: 'ශ්\u200dරී می\u200cخواهم',
} as const;
type Name = keyof typeof TEXTS;

const FINDS: [question: string, names: Name[]][] = [
  ['退货', ['chinese']],
  ['货退', []],
  ['退 货 政', ['chinese']],
  ['政策什么', []],
  ['キャンセル', ['japanese']],
  ['ｷｬﾝｾﾙ', ['japanese']],
  ['배송', ['korean']],
  ['배송'.normalize('NFD'), ['korean']],
  ['환불', ['jamo']],
  ['환', ['jamo']],
  ['환불'.normalize('NFD'), ['jamo']],
  ['ガス', ['voicedInPieces', 'voiced', 'voicedNarrow']],
  ['ガス'.normalize('NFD'), ['voicedInPieces', 'voiced', 'voicedNarrow']],
  ['ｶﾞｽ', ['voicedNarrow', 'voicedInPieces', 'voiced']],
  ['ぱん'.normalize('NFD'), ['voicedInPieces', 'voiced']],
  ['カス', []],
  ['কোথায়', ['vowels']],
  ['tausend', ['emoji']],
  ['❤️', []],
  ['donaudampf', ['parted']],
  ['δρόμος', ['sigma']],
  ['ශ්රී', ['joined']],
  ['میخواهم', ['joined']],
  ['می\u200cخواهم', ['joined']],
  ['طلبي', ['arabicPlain', 'arabicPoints']],
  ['طَلَبِي', ['arabicPoints', 'arabicPlain']],
  ['أين', ['arabicPlain', 'arabicPoints']],
  ['42', ['arabicPlain']],
  ['שלום', ['hebrewPoints']],
  ['ספר', ['hebrewJoined']],
  ['לבית-ספר', ['hebrewJoined']],
  ['isikli', ['turkish']],
  ['IŞIKLI istanbul', ['turkish']],
  ['ıstanbul', ['turkish']],
  ['strasse', ['german2', 'german']],
  ['STRAẞE', ['german', 'german2']],
  ['munchen', ['german']],
  ['gru', ['german']],
  ['"gru"', []],
  ['%', []],
  ['_', []],
  ['*', []],
  ['off_now', ['signs']],
  ['off*', ['signs']],
  ['NEAR', ['plain', 'signs']],
  ['NEAR(by and)', ['plain']],
  ['near/3 by', []],
  ['by OR zebra', []],
  ['not', ['plain']],
  ['body:by', []],
  ['^near', ['plain', 'signs']],
  ['C++', ['signs', 'turkish']],
  ['$1', ['signs']],
  ["by' OR '1'='1", []],
  ['"and or', ['plain']],
  ['n', ['plain', 'signs']],
  ['什', ['chinese']],
];

export function describeFindScripts(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  /** As everybody asks, with both steps of L3. */
  async function find(text: string): Promise<FoundLine[]> {
    const subject = { kind: 'agent', agent: { role: 'agent' } } as unknown as AgentSubject;
    const done = await findWords({ store: world.store } as Context, subject, { text });
    return done.answer.ok ? done.answer.value.lines : [];
  }

  async function said(bodies: readonly string[]): Promise<string> {
    const served = await world.active();
    for (const body of bodies) {
      world.pass(1_000);
      await world.say(served.id, world.message('visitor', served.visitorId, body));
    }
    while ((await world.store.takeUpWords({ limit: FIND_TAKEN_MAX })).more);
    return served.visitorId;
  }

  describe(`${name}: looking for words of many scripts`, () => {
    test('L1 L2 each question finds what people of that script expect, and no sign of it is a command', async () => {
      await said(Object.values(TEXTS));
      const names = new Map(Object.entries(TEXTS).map(([key, text]) => [text as string, key]));
      const found: [string, (string | undefined)[]][] = [];
      for (const [question] of FINDS) found.push([question, (await find(question)).map(({ text }) => names.get(text))]);
      expect(found).toEqual(FINDS);
    });

    test('L2 FIND_CHARS_MAX letters are one word, of which a longer one begins', async () => {
      await said(['x'.repeat(10_000)]);
      expect(await find('x'.repeat(FIND_CHARS_MAX))).toHaveLength(1);
    });

    test('L3 as it was typed, then without its accents, then as the beginning of a longer word; in each the newest first', async () => {
      await said(['résumé', 'resume', 'resumed', 'Résumé two', 'RESUME two', 'résumés']);
      const texts = async (text: string) => (await find(text)).map((line) => line.text);
      expect(await texts('resume')).toEqual(['RESUME two', 'resume', 'Résumé two', 'résumé', 'resumed', 'résumés']);
      expect(await texts('résumé')).toEqual(['Résumé two', 'résumé', 'RESUME two', 'resume', 'résumés', 'resumed']);
      expect(await texts('"Résumé" two')).toEqual(['Résumé two', 'RESUME two']);
    });

    test('J12 whoever is erased is found no more from that moment on, long before all of her words are gone', async () => {
      const visitorId = await said(['red boots', 'blue boots']);
      await said(['green boots']);
      expect(await find('boots')).toHaveLength(3);
      await world.store.beginErasure({ visitorId, byId: 'agent', at: world.at });
      expect((await find('boots')).map(({ text }) => text)).toEqual(['green boots']);
    });
  });
}
