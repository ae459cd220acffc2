import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import type { Json, Row } from '../../../src/core/json.ts';
import { message, type Message } from '../../../src/core/message.ts';
import { discloseSafely, mayLeave, restsOnFew } from '../../../src/reports/suppress.ts';
import { withheldText } from '../../../src/reports/suppress-table.ts';

const privacy = { smallest: 5, ids: 'drop' as const };
const rule = { counts: ['size', 'active'], kept: ['age'] };

const answer: Answer = {
  status: 'answered',
  question: 'cohort-retention',
  parameters: {},
  verdict: message('cohorts.verdict.customers', { first: 0.4, age: 1, period: 'month' }),
  eligibility: message('cohorts.eligibility', { customers: 3, cohorts: 2 }),
  estimates: [
    { name: 'customers', value: 4, unit: 'customers', basis: 'counted' },
    { name: 'cohorts', value: 4, unit: 'number', basis: 'counted' },
  ],
  tables: {
    cells: [
      { cohort: '2020-01-01', age: 1, size: 40, active: 3, value: 12.5, complete: true },
      { cohort: '2020-01-01', age: 2, size: 40, active: 0, value: 0, complete: true },
      { cohort: '2020-01-01', age: 3, size: 40, active: 5, value: 9, complete: true },
    ],
    people: [{ customer_id: 'ana', spend: 1 }],
    long: { rows: 60_000, columns: [], stored: 'redito.answer_1' },
    surprise: [{ a: 1 }],
  },
  checks: [
    { id: 'a', status: 'warned', value: 2, limit: 5, message: message('x.y', { newCustomers: 2 }) },
    { id: 'b', status: 'passed', value: 2, message: message('x.y', { cohorts: 2 }) },
  ],
  evidence: {
    steps: [message('x.y', { of: { key: 'x.z', values: { customers: 1 } } })],
    queries: [],
    methods: [],
    assumptions: [],
    inputs: [],
    seed: 1,
    versions: {},
    elapsedMs: 1,
  },
};
const rules = { cells: rule, people: { ids: ['customer_id'] }, long: {} };

describe('discloseSafely', () => {
  const { answer: safe, withheld } = discloseSafely(answer, rules, privacy);
  const cells = safe.tables.cells as Row[];

  it('withholds all numbers of a row that counts too few customers, but not where the row stands', () => {
    expect(cells[0]).toMatchObject({
      cohort: '2020-01-01',
      age: 1,
      size: null,
      active: null,
      value: null,
      complete: true,
    });
    expect(cells[1]).toEqual((answer.tables.cells as Row[])[1]);
  });

  it('says what stands for the count and for what goes with it, also on copies of a row', () => {
    const copy = { ...cells[0]!, size: null };
    expect(withheldText(copy, 'active', 5)).toBe('<5');
    expect(withheldText(copy, 'value', 5)).toBe('•');
    expect(withheldText(copy, 'age', 5)).toBeUndefined();
    expect(Object.keys(copy)).toEqual(Object.keys((answer.tables.cells as Row[])[0]!));
  });

  it('leaves out lists of single customers, stored tables and tables without a rule', () => {
    expect(Object.keys(safe.tables)).toEqual(['cells']);
    expect(withheld).toMatchObject({ lists: ['people', 'long'], tables: ['surprise'], numbers: 6 });
  });

  it('withholds estimates and sentences that count too few customers, and the numbers of their checks', () => {
    expect(safe.estimates.map(({ name }) => name)).toEqual(['cohorts']);
    const keys = [
      safe.verdict,
      safe.eligibility,
      safe.checks[0]!.message,
      safe.checks[1]!.message,
      safe.evidence.steps[0]!,
    ];
    expect(keys.map(({ key }) => key.startsWith('reports.withheld'))).toEqual([false, true, true, false, true]);
    expect(safe.checks[0]).not.toHaveProperty('value');
    expect(withheld).toMatchObject({ estimates: 1, sentences: 3 });
  });

  it('leaves the answer that it was given alone', () => {
    expect((answer.tables.cells as Row[])[0]).toMatchObject({ active: 3 });
  });

  it('takes no name of an object for a rule', () => {
    const odd = { ...answer, tables: { constructor: [{ a: 1 }] } };
    expect(discloseSafely(odd, rules, privacy).withheld.tables).toEqual(['constructor']);
  });
});

const said = (values: Record<string, Json>): Message => ({ key: 'x.y', values });

/** Two groups of an experiment with what follows from them. */
function experiment(control: number, treated: number): Answer {
  return {
    ...answer,
    evidence: { ...answer.evidence, steps: [] },
    parameters: { arms: [{ variant: 'ai', n: treated }], windowDays: 30 },
    verdict: message('ui.undo'),
    eligibility: said({ units: control + treated }),
    estimates: [{ name: 'effect', value: 23, unit: 'money', basis: 'counted' }],
    tables: {
      arms: [
        { variant: 'control', n: control, mean: 20 },
        { variant: 'ai', n: treated, mean: 43 },
      ],
      months: [{ day: 30, margin: 84 }],
    },
    checks: [
      { id: 'outliers', status: 'passed', value: 1, message: said({ capped: 23.3 }) },
      { id: 'irr', status: 'passed', message: said({ source: 'log' }) },
    ],
  };
}
const ofExperiment = { arms: { counts: ['n'], isCompared: true as const }, months: {} };

describe('discloseSafely of an answer that rests on few', () => {
  it('withholds what follows from a group that is too small, in whatever has no count of its own', () => {
    const { answer: safe, withheld } = discloseSafely(experiment(900, 3), ofExperiment, privacy);
    expect(withheld).toMatchObject({ isWhole: true, estimates: 1 });
    expect(safe.estimates).toEqual([]);
    expect([safe.verdict.key, safe.eligibility.key]).toEqual(['reports.withheld.rest', 'reports.withheld.rest']);
    expect(safe.tables.months).toEqual([]);
    expect(safe.checks.map(({ message: { key } }) => key)).toEqual(['reports.withheld.rest', 'x.y']);
    expect(safe.checks[0]).not.toHaveProperty('value');
    expect(JSON.stringify(safe)).not.toMatch(/23|84|43/);
    expect(safe.parameters).toEqual({ arms: '•', windowDays: 30 });
  });

  it('withholds the groups that it compares in every table, and what was given of them', () => {
    const groups = [{ n: 900 }, { n: 3 }, { n: 904 }];
    const whole = { ...experiment(900, 904), parameters: { shares: { control: 0.5, ai: 0.5 }, level: 0.9 } };
    const rules = { ...ofExperiment, groups: ofExperiment.arms };
    const { answer: safe } = discloseSafely({ ...whole, tables: { ...whole.tables, groups } }, rules, privacy);
    const counts = (safe.tables.arms as Row[]).concat(safe.tables.groups as Row[]).map(({ n }) => n);
    expect(counts).toEqual([null, null, null, null, null]);
    expect(safe.parameters).toEqual({ shares: '•', level: 0.9 });
  });

  it('leaves it as it is when the groups are large enough', () => {
    const whole = experiment(900, 5);
    const { answer: safe, withheld } = discloseSafely(whole, ofExperiment, privacy);
    expect(withheld.isWhole).toBe(false);
    expect(safe).toEqual(whole);
  });
});

describe('discloseSafely of estimates that rest on rows', () => {
  const segments = {
    counts: ['customers'],
    estimates: { by: 'segment', of: { champions: ['champions'], atRisk: ['at-risk', 'cannot-lose'] } },
  };
  const disclose = (...customers: number[]) => {
    const names = ['champions', 'at-risk', 'cannot-lose', 'lost'];
    const counted = (name: string, value: number) => ({ name, value, unit: 'customers', basis: 'counted' }) as const;
    const estimates = [counted('champions', customers[0]!), counted('atRisk', customers[1]! + customers[2]!)];
    const tables = { segments: customers.map((n, i) => ({ segment: names[i]!, customers: n })) };
    const whole = { ...answer, estimates, tables, eligibility: said({}) };
    return discloseSafely(whole, { segments }, privacy).answer;
  };

  it('withholds those of rows that are withheld, and the verdict that says them', () => {
    const safe = disclose(90, 40, 3, 60);
    expect((safe.tables.segments as Row[]).map(({ customers }) => customers)).toEqual([90, null, null, 60]);
    expect(safe.estimates.map(({ name }) => name)).toEqual(['champions']);
    expect([safe.verdict.key, safe.eligibility.key]).toEqual(['reports.withheld.rest', 'x.y']);
  });

  it('withholds the verdict where nothing is left to say of any row', () => {
    expect(disclose(0, 0, 0, 197).verdict).toEqual(answer.verdict);
    const one = { ...answer, tables: { segments: [3, 197].map((n) => ({ segment: `s${n}`, customers: n })) } };
    expect(discloseSafely(one, { segments }, privacy).answer.verdict.key).toBe('reports.withheld.rest');
  });

  it('leaves them where no row of theirs is withheld', () => {
    const safe = disclose(90, 40, 30, 60);
    expect(safe.estimates).toHaveLength(2);
    expect(safe.verdict).toEqual(answer.verdict);
  });
});

describe('restsOnFew', () => {
  const rows = (...counts: number[]): Row[] => counts.map((customers) => ({ customers }));
  const rests = (table: Row[]) => restsOnFew({ trend: table }, { trend: { counts: ['customers'] } }, 5);

  it('holds where every row that counts anybody counts too few', () => {
    expect([rests(rows(3, 0, 2)), rests(rows(3, 5)), rests(rows(0, 0)), rests([])]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('does not hold where one table cuts many customers into small parts', () => {
    const rules = { deciles: { counts: ['customers'] }, percentiles: { counts: ['customers'] } };
    expect(restsOnFew({ deciles: rows(12, 12), percentiles: rows(1, 2, 1) }, rules, 5)).toBe(false);
    expect(restsOnFew({ deciles: rows(3, 0), percentiles: rows(1, 2) }, rules, 5)).toBe(true);
  });

  it('keeps groups that are compared, and tables without counts, from leaving as files', () => {
    const tables = { arms: rows(3, 9), months: rows(1), people: rows(1) };
    const rules = {
      arms: { counts: ['customers'], isCompared: true as const },
      months: {},
      people: { ids: ['customer_id'] },
    };
    const leaving = (smallest: number) => Object.keys(tables).filter((name) => mayLeave(name, tables, rules, smallest));
    expect(leaving(5)).toEqual(['people']);
    expect(leaving(2)).toEqual(['arms', 'months', 'people']);
    expect(mayLeave('surprise', tables, rules, 2)).toBe(false);
  });
});
