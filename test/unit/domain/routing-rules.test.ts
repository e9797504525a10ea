import { describe, expect, it } from 'vitest';
import { ROUTING_PLAN_DEFAULT, type RoutingRule, type RuleConditions } from '../../../protocol/wire/routing.ts';
import { applyRules, matches, type Opening, toSettings } from '../../../server/domain/routing/rules.ts';

const OPENING: Opening = {
  siteId: 's1',
  pageUrl: 'https://shop.example/checkout/pay?step=2',
  text: 'Where is my order? I want a REFUND!',
  attributes: { plan: 'gold' },
  language: 'pt-BR',
  department: null,
  returning: true,
  lastScore: 2,
};
const SALES = { id: 'sales', siteId: null, name: 'Sales', routing: {} };
const OTHER_SITE = { id: 'd2', siteId: 's2', name: 'Returns', routing: {} };
const BILLING = { id: 'billing', siteId: 's1', name: 'Billing', routing: { language: 'require' as const } };
const DEPARTMENTS = [SALES, OTHER_SITE, BILLING];

function route(rules: RoutingRule[], more: Partial<Opening> = {}) {
  const settings = toSettings({ ...ROUTING_PLAN_DEFAULT, rules }, DEPARTMENTS);
  return applyRules({ ...OPENING, ...more }, settings, DEPARTMENTS);
}
const rule = (set: RoutingRule['set'], when: RuleConditions = {}): RoutingRule => ({ name: 'rule', when, set });

describe('R14 the conditions of a rule', () => {
  it.each<[string, RuleConditions, boolean]>([
    ['nothing: always', {}, true],
    ['the site', { siteId: 's1' }, true],
    ['another site', { siteId: 's2' }, false],
    ['a path', { page: '/checkout/*' }, true],
    ['a path without a star is all of it', { page: '/checkout' }, false],
    ['a path with its end', { page: '/checkout*step=2' }, true],
    ['parts do not overlap', { page: '/checkout/pay?step=2*step=2' }, false],
    ['a whole address', { page: 'https://shop.example/*' }, true],
    ['the host of another', { page: 'https://shop.example.evil/*' }, false],
    ['a word in any case', { words: ['refund'] }, true],
    ['one of them', { words: ['complaint', 'my order'] }, true],
    ['no part of a word', { words: ['fund'] }, false],
    ['no word at all', { words: ['!'] }, false],
    ['an attribute', { attribute: { name: 'plan', value: 'gold' } }, true],
    ['an attribute that is not there', { attribute: { name: 'constructor', value: 'gold' } }, false],
    ['a language', { language: 'pt' }, true],
    ['a language of one country', { language: 'pt-PT' }, false],
    ['somebody who was here before', { returning: true }, true],
    ['somebody new', { returning: false }, false],
    ['a bad last rating', { lastScoreMax: 2 }, true],
    ['a worse one', { lastScoreMax: 1 }, false],
    ['all of what is named', { page: '/checkout/*', words: ['complaint'] }, false],
  ])('%s', (_name, when, expected) => {
    expect(matches(when, OPENING)).toBe(expected);
  });

  it('what is not known matches nothing', () => {
    const unknown = { ...OPENING, pageUrl: null, language: null, lastScore: null };
    for (const when of [{ page: '*' }, { language: 'pt' }, { lastScoreMax: 5 }])
      expect(matches(when, unknown)).toBe(false);
    expect(matches({ page: '/*' }, { ...OPENING, pageUrl: 'https://shop.example' })).toBe(true);
  });
});

describe('R14 what a conversation needs', () => {
  it('nothing, where nothing is set; the language is preferred', () => {
    expect(route([])).toEqual({
      departmentId: null,
      skills: [],
      language: { tag: 'pt-BR', required: false },
      priority: 0,
    });
    expect(route([], { language: null }).language).toBe(null);
  });

  it('the page’s department by id or name; one of another site or unknown is passed over', () => {
    expect(route([], { department: 'sales' }).departmentId).toBe('sales');
    expect(route([], { department: ' bILLing ' }).departmentId).toBe('billing');
    expect(route([], { department: 'Returns' }).departmentId).toBe(null);
    expect(route([], { department: 'nowhere' }).departmentId).toBe(null);
    expect(route([rule({ departmentId: 'billing' })], { department: 'Sales' }).departmentId).toBe('sales');
  });

  it('the first rule that names a department that is there', () => {
    const rules = [rule({ departmentId: 'gone' }), rule({ departmentId: 'd2' }), rule({ departmentId: 'billing' })];
    expect(route([...rules, rule({ departmentId: 'sales' })]).departmentId).toBe('billing');
  });

  it('skills add up: the higher level, and required beats preferred', () => {
    const skill = (level: number, required: boolean) => rule({ skills: [{ skill: 'billing', level, required }] });
    expect(route([skill(4, false), skill(2, true)]).skills).toEqual([{ skill: 'billing', level: 4, required: true }]);
  });

  it('the highest priority of those that match', () => {
    const rules = [rule({ priority: 2 }), rule({ priority: 1 }), rule({ priority: 5 }, { words: ['complaint'] })];
    expect(route(rules).priority).toBe(2);
  });

  it('the language: by the rule, else by the department, else by the plan', () => {
    expect(route([], { department: 'billing' }).language).toEqual({ tag: 'pt-BR', required: true });
    expect(route([rule({ language: 'ignore' })], { department: 'billing' }).language).toBe(null);
    expect(route([rule({ language: 'require' })]).language).toEqual({ tag: 'pt-BR', required: true });
  });
});
