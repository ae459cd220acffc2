import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { languages, translate } from '../../../../src/i18n/translate.ts';
import type { Mapping } from '../../../../src/semantics/mapping.ts';
import { askExperiment, askForRefusal } from '../../../fixtures/experiment/ask.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { rawTable } from '../../../fixtures/raw-table.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

type Cell = string | number | boolean | null;

const mapping: Mapping = {
  assignments: {
    table: 'tests',
    columns: { initiative: { value: 'advice' }, variant: 'arm', customer_id: 'who', assigned_at: 'day' },
  },
  orders: {
    table: 'log',
    columns: { customer_id: 'who', ordered_at: 'at', amount: 'paid', margin: 'won', currency: 'coin' },
  },
};

/** Six customers, assigned on 1 March 2020; the log ends on 30 April. */
const assigned: Cell[][] = [
  ['control', 'c1', '2020-03-01'],
  ['control', 'c2', '2020-03-01'],
  ['control', 'c3', '2020-03-01'],
  ['ai', 't1', '2020-03-01'],
  ['ai', 't2', '2020-03-01'],
  ['ai', 't3', '2020-03-01'],
];
const log: Cell[][] = [
  ['c1', '2020-02-20', 10, 4, 'EUR'],
  ['c1', '2020-03-01', 20, 8, 'EUR'],
  ['c2', '2020-03-30', 30, 9, 'EUR'],
  ['c2', '2020-03-31', 40, 9, 'EUR'],
  ['t1', '2020-03-02', 50, 20, 'EUR'],
  ['t1', '2020-03-20', 60, 20, 'EUR'],
  ['t2', '2020-03-10', 70, 30, 'EUR'],
  ['t2', '2020-03-12', -20, -9, 'EUR'],
  ['t3', '2020-02-29', 5, 2, 'EUR'],
  ['x', '2020-04-30', 99, 9, 'USD'],
];

async function tables(rows = assigned, orders = log) {
  await rawTable(database, 'tests', { arm: 'VARCHAR', who: 'VARCHAR', day: 'TIMESTAMP' }, rows);
  const types = { who: 'VARCHAR', at: 'TIMESTAMP', paid: 'DOUBLE', won: 'DOUBLE', coin: 'VARCHAR' };
  await rawTable(database, 'log', types, orders);
}
const ask = (given: Record<string, Json> = {}, used = mapping) =>
  askExperiment(database, used, { windowDays: 30, ...given });
const refuse = (given: Record<string, Json> = {}, used = mapping) =>
  askForRefusal(database, used, { windowDays: 30, ...given });

describe('answer from assignments and orders', () => {
  it('calls a single treatment by its initiative', async () => {
    await tables();
    expect((await ask()).verdict.values).toMatchObject({ variant: 'advice', control: 'control' });
  });

  it('calls several treatments by their variants', async () => {
    const other = assigned.map(([arm, who, day]) => [arm === 'ai' ? 'person' : arm, `${String(who)}-2`, day]);
    await tables([...assigned, ...other]);
    expect(['ai', 'person']).toContain((await ask()).verdict.values.variant);
  });

  it('counts what each customer did in the days after the assignment', async () => {
    await tables();
    const { tables: found, parameters, evidence } = await ask();
    expect(parameters).toMatchObject({ control: 'control', initiative: 'advice' });
    const sums = found.arms.map(
      ({ metric, variant, n, sum }) => `${String(metric)} ${String(variant)} ${String(n)}: ${String(sum)}`,
    );
    expect(sums).toEqual([
      'orders control 3: 2',
      'orders ai 3: 3',
      'revenue control 3: 50',
      'revenue ai 3: 160',
      'margin control 3: 17',
      'margin ai 3: 61',
      'active control 3: 2',
      'active ai 3: 2',
    ]);
    expect(evidence.steps.map(({ key }) => key)).toContain('experiment.step.metrics.business');
  });

  it('leaves out customers whose window was not over', async () => {
    await tables([...assigned, ['ai', 't4', '2020-04-15'], ['ai', 't5', null]]);
    const { check, tables: found } = await ask({ metrics: ['orders'] });
    expect(found.arms.map(({ n }) => n)).toEqual([3, 3]);
    expect(check('window')).toMatchObject({ status: 'passed', value: 2 / 8 });
    expect((await refuse({ metrics: ['orders'], windowDays: 62 })).reason).toBe('window-not-over');
    expect((await ask({ metrics: ['orders'], windowDays: 61 })).check('window')).toMatchObject({ value: 2 / 8 });
  });

  it('leaves out who was in several variants, and fails when they are many', async () => {
    await tables([...assigned, ['ai', 'c3', '2020-04-01'], ['control', 'c4', '2020-03-01']]);
    const { check, tables: found } = await ask({ metrics: ['orders'] });
    expect(found.groups.map(({ n }) => n)).toEqual([3, 3]);
    expect(check('multiple-variants')).toMatchObject({ status: 'failed', value: 1 / 7 });
  });

  it('takes the first assignment of a customer, and the period by it', async () => {
    await tables([...assigned, ['ai', 't1', '2020-03-15'], ['control', 'c4', '2020-02-01']]);
    expect((await ask({ metrics: ['orders'] })).tables.arms.map(({ sum }) => sum)).toEqual([2, 3]);
    const { tables: found } = await ask({ metrics: ['orders'], from: '2020-03-01' });
    expect(found.groups.map(({ n }) => n)).toEqual([3, 3]);
  });

  it('warns when the groups differed before, and when an effect fades', async () => {
    const customers = Array.from({ length: 60 }, (_, i) => `c${i}`);
    const rows = customers.map((who, i) => [i % 2 ? 'ai' : 'control', who, '2020-03-01']);
    const orders = customers.flatMap((who, i): Cell[][] => [
      [who, `2020-02-${10 + (i % 5)}`, (i % 2 ? 30 : 10) + (i % 7), 1, 'EUR'],
      [who, `2020-03-0${2 + (i % 5)}`, (i % 2 ? 40 : 10) + (i % 7), 1, 'EUR'],
      [who, `2020-03-2${2 + (i % 5)}`, 10 + (i % 3), 1, 'EUR'],
    ]);
    const last = ['c0', '2020-04-30', 1, 1, 'EUR'];
    await tables(rows, [...orders, ['x', '2020-01-31', 1, 1, 'EUR'], last]);
    const { check } = await ask({ metrics: ['revenue'] });
    expect(check('pre-period')).toMatchObject({
      ...{ status: 'warned', message: { key: 'experiment.check.pre-period.warned' } },
    });
    expect(check('novelty')?.status).toBe('warned');
  });

  it('says that the time before cannot be seen where the orders begin too late', async () => {
    await tables();
    const unseen = { status: 'warned', message: { key: 'experiment.check.pre-period.unseen' } };
    expect((await ask({ windowDays: 11 })).check('pre-period')).toMatchObject(unseen);
    expect((await ask({ windowDays: 10 })).check('pre-period')?.message.key).not.toBe(unseen.message.key);
  });

  it('counts orders of the day of the assignment where orders know no time', async () => {
    const noon = assigned.map(([arm, who]): Cell[] => [arm, who, '2020-03-01 12:00']);
    await tables(noon);
    const found = await ask({ metrics: ['orders'] });
    expect(found.tables.arms.map(({ sum }) => sum)).toEqual([2, 3]);
    expect(found.evidence.steps.map(({ key }) => key)).toContain('assignment.step.by-day');
    await database.run({ text: `UPDATE raw.log SET "at" = "at" + INTERVAL 1 HOUR WHERE who = 'x'` });
    const timed = await ask({ metrics: ['orders'] });
    expect(timed.tables.arms.map(({ sum }) => sum)).toEqual([2, 3]);
    expect(timed.evidence.steps.map(({ key }) => key)).not.toContain('assignment.step.by-day');
  });

  it('names a group whose windows are open', async () => {
    const late: Cell[][] = ['l1', 'l2', 'l3'].map((who) => ['late', who, '2020-04-15']);
    await tables([...assigned, ...late]);
    expect((await ask({ metrics: ['orders'] })).check('window')).toMatchObject({
      status: 'warned',
      message: { key: 'experiment.check.window.open', values: { open: ['late'] } },
    });
  });

  it('caps large values when asked to, and says what they do when not', async () => {
    const customers = Array.from({ length: 200 }, (_, i) => `c${i}`);
    const rows = customers.map((who, i) => [i % 2 ? 'ai' : 'control', who, '2020-03-01']);
    const orders = customers.map((who, i): Cell[] => [who, '2020-03-05', i === 1 ? 50_000 : 10 + (i % 9), 1, 'EUR']);
    await tables(rows, [...orders, ['c0', '2020-04-30', 1, 1, 'EUR']]);
    const whole = await ask({ metrics: ['revenue'] });
    const capped = await ask({ metrics: ['revenue'], capPercentile: 99 });
    const effect = 'revenue.ai.absolute';
    expect(whole.estimate(effect).value).toBeGreaterThan(400);
    // Of 200 customers the 99.9th percentile lies beside the largest.
    expect(whole.check('outliers')).toMatchObject({
      status: 'warned',
      message: { values: { cap: { values: { value: 18 } } } },
    });
    expect(Math.abs(capped.estimate(effect).value)).toBeLessThan(1);
    expect(capped.check('outliers')).toMatchObject({ status: 'warned' });
  });

  it('says how many rows it does not read because their customers were assigned before', async () => {
    const twice = assigned.flatMap(([arm, who, day]): Cell[][] => [
      [arm!, who!, day!, Number(String(who).slice(1))],
      [arm!, who!, '2020-03-05', 50],
    ]);
    await rawTable(database, 'tests', { arm: 'VARCHAR', who: 'VARCHAR', day: 'TIMESTAMP', spend: 'DOUBLE' }, twice);
    const { check, tables: found } = await ask({ metrics: ['spend'] }, { assignments: mapping.assignments! });
    expect(found.arms.map(({ sum }) => sum)).toEqual([6, 6]);
    expect(check('repeated-assignments')).toMatchObject({ status: 'warned', value: 6 });
  });

  it('takes an assignment that is written down twice for one where orders are counted', async () => {
    await tables([...assigned, ...assigned]);
    const { check, tables: found } = await ask({ metrics: ['orders'] });
    expect(found.groups.map(({ n }) => n)).toEqual([3, 3]);
    expect(check('repeated-assignments')).toBeUndefined();
  });

  it('refuses money in two currencies, and counts without it', async () => {
    await tables(assigned, [...log, ['t3', '2020-03-05', 5, 2, 'USD']]);
    expect(await refuse()).toMatchObject({
      reason: 'two-currencies',
      message: { values: { currencies: ['EUR', 'USD'] } },
    });
    expect((await ask({ metrics: ['orders', 'active'] })).tables.metrics).toHaveLength(2);
  });

  it('refuses when the last order lies before the first assignment', async () => {
    await tables(assigned, log.slice(0, 1));
    expect((await refuse()).reason).toBe('outcome-before-assignment');
  });

  it('refuses in words when there is no order at all', async () => {
    await tables(assigned, []);
    const { reason, message } = await refuse();
    expect(reason).toBe('outcome-before-assignment');
    for (const language of languages) expect(translate(message, { language, currency: 'EUR' })).toMatch(/2020/);
  });

  it('refuses without a control group, with one person in each, and without anybody', async () => {
    await tables(assigned.map(([arm, ...rest]) => [arm === 'control' ? 'new' : arm, ...rest]));
    expect(await refuse()).toMatchObject({
      reason: 'no-control-group',
      choices: { parameter: 'control', values: ['ai', 'new'] },
      message: { values: { variants: ['ai', 'new'] } },
    });
    expect((await ask({ control: 'new' })).parameters?.control).toBe('new');
    await expect(ask({ control: 'old' })).rejects.toMatchObject({
      details: { parameter: 'control', expected: 'ai | new' },
    });
    expect((await refuse({ control: 'new', from: '2021-01-01' })).reason).toBe('nobody-assigned');
  });

  it('refuses to compare one person with another', async () => {
    await tables([assigned[0], assigned[3]]);
    expect((await refuse()).reason).toBe('too-few');
  });

  it('leaves a group of one out and says so', async () => {
    await tables([...assigned, ['other', 'o1', '2020-03-01']]);
    const { check, tables: found } = await ask({ metrics: ['orders'] });
    expect(check('small-groups')?.message.values.small).toEqual(['other']);
    expect(found.metrics.map(({ variant }) => variant)).toEqual(['ai']);
  });

  it('asks which initiative is meant when there are several', async () => {
    await rawTable(database, 'tests', { test: 'VARCHAR', arm: 'VARCHAR', hit: 'BOOLEAN' }, [
      ['a', 'control', true],
      ['a', 'x', false],
      ['b', 'control', true],
    ]);
    const used: Mapping = { assignments: { table: 'tests', columns: { initiative: 'test', variant: 'arm' } } };
    expect((await refuse({}, used)).reason).toBe('several-initiatives');
    await expect(ask({ initiative: 'c' }, used)).rejects.toMatchObject({ details: { parameter: 'initiative' } });
    expect((await refuse({ initiative: 'b' }, used)).reason).toBe('no-control-group');
  });
});

describe('answer from columns of the assignments', () => {
  const types = {
    arm: 'VARCHAR',
    who: 'INTEGER',
    day: 'TIMESTAMP',
    spent: 'DOUBLE',
    came: 'BOOLEAN',
    bought: 'VARCHAR',
    note: 'VARCHAR',
    won_on: 'DATE',
  };
  const rows: Cell[][] = [
    ['control', 1, '2020-03-01 10:00', 5, true, 'Yes', 'a', '2020-03-01'],
    ['control', 2, '2020-03-01 10:00', null, false, 'No', 'b', null],
    ['control', 3, '2020-03-01 10:00', 2, false, '', 'c', '2020-03-30'],
    ['mail', 4, '2020-03-01 10:00', 9, true, 'yes', 'd', '2020-06-01'],
    ['mail', 5, '2020-03-01 10:00', 8, true, 'no', 'e', '2020-03-31'],
    ['mail', 6, '2020-03-01 10:00', Infinity, false, 'YES', 'f', null],
  ];
  const used: Mapping = {
    assignments: { table: 'results', columns: { initiative: { value: 'mail' }, variant: 'arm', assigned_at: 'day' } },
  };
  const results = (given = rows) => rawTable(database, 'results', types, given);
  const sums = (found: { tables: Record<string, Record<string, Json>[]> }) =>
    found.tables.arms.map(({ metric, variant, n, sum }) => [metric, variant, n, sum].map(String).join(' '));

  it('reads numbers, yes and no in any form, and dates within the window', async () => {
    await results();
    const found = await ask({ metrics: ['spent', 'came', 'bought', 'won_on'] }, used);
    expect(sums(found)).toEqual([
      'spent control 2 7',
      'spent mail 2 17',
      'came control 3 1',
      'came mail 3 2',
      'bought control 2 1',
      'bought mail 3 2',
      'won_on control 3 2',
      'won_on mail 3 1',
    ]);
    expect(found.check('missing-outcomes')).toMatchObject({ status: 'warned', value: 2 / 6 });
    expect(found.estimate('came.mail.absolute').unit).toBe('share');
    expect(found.parameters).toMatchObject({ metrics: ['spent', 'came', 'bought', 'won_on'] });
  });

  it('takes numbers and yes and no when no metric is named, but not what names a row', async () => {
    await results();
    const { parameters, evidence } = await ask({}, used);
    expect(parameters?.metrics).toEqual(['spent', 'came']);
    expect(evidence.steps.map(({ key }) => key)).toContain('experiment.step.metrics.columns');
  });

  it('begins with what is called an outcome, and not with what was known before', async () => {
    const types = { arm: 'VARCHAR', womens: 'BOOLEAN', newbie: 'BOOLEAN', visit: 'BOOLEAN', spend: 'DOUBLE' };
    const people = Array.from({ length: 40 }, (_, i): Cell[] => [
      ...[i % 2 ? 'mail' : 'control', i % 3 === 0, i % 5 === 0, i % 7 < 3, i % 11],
    ]);
    await rawTable(database, 'mailing', types, people);
    const { parameters } = await ask({ table: 'mailing', variant: 'arm' }, {});
    expect(parameters?.metrics).toEqual(['visit', 'spend', 'womens', 'newbie']);
  });

  it('names the metrics there are when one is not among them', async () => {
    await results();
    for (const metric of ['note', 'orders', 'absent']) {
      await expect(ask({ metrics: ['came', metric] }, used)).rejects.toMatchObject({
        details: { parameter: 'metrics', value: metric, expected: 'who | spent | came | won_on | bought' },
      });
    }
  });

  it('warns of moments that end while windows are open', async () => {
    const ending = (last: string) =>
      rows.map((row) => row.map((cell, i) => (i === 7 && cell === '2020-06-01' ? last : cell)));
    await results(ending('2020-03-30'));
    expect((await ask({ metrics: ['won_on', 'came'] }, used)).check('outcomes-end')).toMatchObject({
      status: 'passed',
      message: { values: { last: '2020-03-31', over: '2020-03-31' } },
    });
    expect((await ask({ metrics: ['won_on'], windowDays: 31 }, used)).check('outcomes-end')).toMatchObject({
      status: 'warned',
    });
    expect((await ask({ metrics: ['came'] }, used)).check('outcomes-end')).toBeUndefined();
  });

  it('takes no condition on customers where rows are the units', async () => {
    await results();
    await rawTable(database, 'people', { id: 'VARCHAR', land: 'VARCHAR' }, [['1', 'ES']]);
    const customers = { table: 'people', columns: { customer_id: 'id', country: 'land' } };
    await expect(ask({ metrics: ['came'], where: "country = 'ES'" }, { ...used, customers })).rejects.toMatchObject({
      code: 'filter-invalid',
      details: { reason: { key: 'assignment.filter.rows' } },
    });
  });

  it('refuses an outcome from before the assignment', async () => {
    await results([...rows, ['mail', 7, '2020-03-01 10:00', 1, true, 'No', 'g', '2020-02-29']]);
    expect(await refuse({ metrics: ['won_on'] }, used)).toMatchObject({
      reason: 'outcome-before-assignment',
      message: { values: { metric: 'won_on', rows: 1 } },
    });
  });

  it('reads a raw table without a mapping, on a condition over its own columns', async () => {
    await results();
    const given = { table: 'results', variant: 'arm', metrics: ['came'], where: 'who <> 3' };
    const found = await ask(given, {});
    expect(sums(found)).toEqual(['came control 2 1', 'came mail 3 2']);
    expect(found.parameters).toMatchObject({ from: null, to: null, windowDays: null });
    await expect(ask({ ...given, where: 'who' }, {})).rejects.toMatchObject({ code: 'filter-invalid' });
    await expect(ask({ ...given, table: 'none' }, {})).rejects.toMatchObject({ details: { parameter: 'table' } });
    await expect(ask({ ...given, variant: 'none' }, {})).rejects.toMatchObject({ details: { parameter: 'variant' } });
    await expect(ask({ ...given, metrics: ['won_on'] }, {})).rejects.toMatchObject({
      details: { parameter: 'metrics' },
    });
  });

  it('does not take a column with many values for variants', async () => {
    await results(Array.from({ length: 30 }, (_, i) => ['a', i, null, 1, true, '', String(i), null]));
    expect((await refuse({ table: 'results', variant: 'note', metrics: ['came'] }, {})).reason).toBe(
      'too-many-variants',
    );
  });

  it('refuses where everybody has the same value, and leaves such a metric out among others', async () => {
    await results(rows.map((row) => row.map((cell, i) => (i === 4 ? true : cell))));
    expect((await refuse({ metrics: ['came'] }, used)).reason).toBe('no-variance');
    const { check, estimates } = await ask({ metrics: ['came', 'who'] }, used);
    expect(check('no-variance')?.status).toBe('failed');
    expect(estimates.some(({ name }) => name === 'came.mail.absolute')).toBe(false);
  });

  it('keeps names that would be SQL as names', async () => {
    const column = 'a"; DROP TABLE raw.results; --';
    await rawTable(database, 'results', { arm: 'VARCHAR', [column]: 'INTEGER' }, [
      ["control'", 1],
      ["control'", 3],
      ['x"', 2],
      ['x"', 5],
    ]);
    const found = await ask({ table: 'results', variant: 'arm', metrics: [column] }, {});
    expect(found.estimate(`${column}.x".absolute`).value).toBe(1.5);
  });
});
