import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages, stripMarks, translate } from '../../../../src/i18n/translate.ts';
import type { Message } from '../../../../src/core/message.ts';
import type { Unanswerable } from '../../../../src/semantics/ask-context.ts';
import type { Mapping } from '../../../../src/semantics/mapping.ts';
import { askForRefusal, askReturn, returnMapping, storeLog, type ReturnLog } from '../../../fixtures/return/ask.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

/** Six customers, assigned on 1 March 2020; the log ends on 30 April. */
const log: ReturnLog = {
  assignments: ['c1', 'c2', 'c3', 't1', 't2', 't3'].map((who) => [
    who,
    who.startsWith('c') ? 'control' : 'ai',
    '2020-03-01',
  ]),
  orders: [
    ['1', 'c1', '2020-03-02', 20, 8],
    ['2', 'c2', '2020-03-03', 30, 9],
    ['3', 't1', '2020-03-02', 50, 20],
    ['4', 't2', '2020-03-10', 70, 30],
    ['5', 't2', '2020-03-12', -20, -9],
    ['6', 't3', '2020-02-20', 15, 5],
    ['7', 'x', '2020-04-30', 99, 9, 'USD'],
  ],
  costs: [['2020-03-01', 'technology', 'advice', 12]],
};
const store = (changes: Partial<ReturnLog> = {}) => storeLog(database, { ...log, ...changes });
const refuse = (given = {}, mapping?: Mapping) => askForRefusal(database, { windowDays: 30, ...given }, mapping);
const ask = (given = {}, mapping?: Mapping) => askReturn(database, { windowDays: 30, ...given }, mapping);

/** Message and remedy in both languages; they have to be words, without a place left open. */
function words({ message, remedy }: Unanswerable): string[] {
  return [message, remedy].flatMap((each: Message) =>
    languages.map((language) => {
      const text = stripMarks(translate(each, { language, currency: 'EUR' }));
      expect(text).not.toMatch(/^$|undefined|NaN|null|[{}]/);
      return text;
    }),
  );
}

async function expectRefusal(reason: string, found: Promise<Unanswerable>, says: RegExp) {
  const refusal = await found;
  expect(refusal.reason).toBe(reason);
  const [english, spanish] = words(refusal);
  expect(english).toMatch(says);
  expect(spanish).not.toBe(english);
}

describe('return refuses', () => {
  it('when nobody was assigned to anything', async () => {
    await store({ assignments: [] });
    await expectRefusal('no-initiative', refuse(), /Nobody/);
  });

  it('to choose among initiatives', async () => {
    await store({ assignments: log.assignments.map(([who, , at], i) => [who, i % 2 ? 'mail' : 'call', at]) });
    const columns = { ...returnMapping.assignments!.columns, initiative: 'arm', variant: 'arm' };
    const mapping = { ...returnMapping, assignments: { table: 'tests', columns } };
    await expectRefusal('several-initiatives', refuse({}, mapping), /call.*mail/);
    expect((await refuse({}, mapping)).choices).toEqual({ parameter: 'initiative', values: ['call', 'mail'] });
    await expect(refuse({ initiative: 'none' }, mapping)).rejects.toMatchObject({
      details: { parameter: 'initiative', expected: 'call | mail' },
    });
  });

  it('when the conditions leave nobody', async () => {
    await store();
    await expectRefusal('nobody-assigned', refuse({ from: '2021-01-01' }), /Nobody was assigned/);
  });

  it('without a control group, unless one is named', async () => {
    await store({ assignments: log.assignments.map(([who, arm, at]) => [who, arm === 'ai' ? 'ai' : 'old', at]) });
    await expectRefusal('no-control-group', refuse(), /no control group among ai.*old/);
    expect((await ask({ control: 'old' })).parameters).toMatchObject({ control: 'old', treatment: 'ai' });
    await expect(ask({ control: 'new' })).rejects.toMatchObject({ details: { parameter: 'control' } });
  });

  it('when everybody is in the control group', async () => {
    await store({ assignments: log.assignments.map(([who, , at]) => [who, 'control', at]) });
    await expectRefusal('no-control-group', refuse(), /control/);
  });

  it('to choose among treatments', async () => {
    await store({ assignments: [...log.assignments, ['u1', 'call', '2020-03-01'], ['u2', 'call', '2020-03-01']] });
    await expectRefusal('several-treatments', refuse(), /ai.*call/);
    expect((await refuse()).choices).toEqual({ parameter: 'treatment', values: ['ai', 'call'] });
    expect((await ask({ treatment: 'ai' })).parameters).toMatchObject({ treatment: 'ai' });
    await expect(ask({ treatment: 'control' })).rejects.toMatchObject({
      details: { parameter: 'treatment', expected: 'ai | call' },
    });
  });

  it('when an assignment has no date', async () => {
    await store({ assignments: log.assignments.map(([who, arm, at]) => [who, arm, arm === 'ai' ? null : at]) });
    await expectRefusal('not-dated', refuse(), /not all dated/);
  });

  it('when the orders end before the first assignment, and when there are none', async () => {
    await store({ orders: log.orders.filter(([id]) => id === '6') });
    await expectRefusal('outcome-before-assignment', refuse(), /1 Mar 2020/);
  });

  it('when there are no orders at all', async () => {
    await store({ orders: [] });
    await expectRefusal('outcome-before-assignment', refuse(), /No order has .*1 Mar 2020/);
  });

  it('assignments that are rows and no customers', async () => {
    await store();
    const columns = { ...returnMapping.assignments!.columns, customer_id: { row: true as const } };
    const mapping = { ...returnMapping, assignments: { table: 'tests', columns } };
    await expectRefusal('not-customers', refuse({}, mapping), /name no customers/);
    await expectRefusal('not-customers', refuse({ where: "segment = 'a'" }, mapping), /name no customers/);
  });

  it('costs of another initiative, but not those of the same one cased otherwise', async () => {
    await store({ costs: [...log.costs, ['2020-03-01', 'technology', ' Advice ', 5]] });
    expect((await ask()).estimate('cost')?.value).toBe(17);
    await database.run({ text: `ALTER TABLE raw.tests ADD COLUMN what VARCHAR DEFAULT 'advice'` });
    await database.run({
      text: `INSERT INTO raw.tests (who, arm, "at", what) VALUES ('u', 'a', '2020-03-01', ' Advice ')`,
    });
    const columns = { ...returnMapping.assignments!.columns, initiative: 'what' };
    const mapping = { ...returnMapping, assignments: { table: 'tests', columns } };
    expect((await ask({ initiative: 'advice' }, mapping)).estimate('cost')?.value).toBe(12);
  });

  it('orders in two currencies, but not those of customers who are in no group', async () => {
    await store();
    expect((await ask()).estimate('cost')?.value).toBe(12);
    await database.run({ text: "UPDATE raw.log SET coin = 'USD' WHERE who = 't2'" });
    await expectRefusal('two-currencies', refuse(), /EUR.*USD/);
  });

  it('without a margin, mapped or known of any order; a share of revenue will do', async () => {
    await store({ orders: log.orders.map(([id, who, at, paid]) => [id, who, at, paid, null]) });
    await expectRefusal('no-margin', refuse(), /revenue is not what is earned/);
    const { margin: _, ...columns } = returnMapping.orders!.columns;
    const mapping = { ...returnMapping, orders: { table: 'log', columns } };
    expect((await refuse({}, mapping)).reason).toBe('no-margin');
    // (25 + 35 − 10 − 10 − 15) / 3 customers
    expect((await ask({ margin: 0.5 }, mapping)).estimate('marginPerCustomer')?.value).toBeCloseTo(25 / 3, 12);
  });

  it('when no window is over yet', async () => {
    await store();
    await expectRefusal('window-not-over', refuse({ windowDays: 62 }), /30 Apr 2020.*62 days/);
    expect((await ask({ windowDays: 61 })).estimate('treatedCustomers')?.value).toBe(3);
  });

  it('to compare with one customer', async () => {
    await store({ assignments: log.assignments.filter(([who]) => who !== 'c2' && who !== 'c3') });
    await expectRefusal('one-customer', refuse(), /“control” has one customer/);
  });

  it('when nobody has brought any margin', async () => {
    await store({ orders: log.orders.filter(([, who]) => who === 'x') });
    await expectRefusal('nothing-bought', refuse(), /within 30 days/);
  });

  it('when nobody differs from anybody', async () => {
    await store({
      orders: [...log.assignments.map(([who], i) => [String(i), who, '2020-03-02', 20, 8]), log.orders.at(-1)!],
    });
    await expectRefusal('no-variance', refuse(), /exactly the same margin/);
  });

  it('the return, but not the effect, without costs', async () => {
    await store({ costs: [['2020-03-01', 'technology', 'something else', 12]] });
    const refusal = await refuse();
    expect(refusal.reason).toBe('no-costs');
    // (20 + 30 − 9 − 8 − 9) / 3 customers
    expect(refusal.message.values.value).toBeCloseTo(8, 12);
    const [english, spanish] = words(refusal);
    expect(english).toMatch(/effect is known, the return is not: advice changed .* by €8\.00 \(.+ to €.+ at 90%\)/);
    expect(spanish).toMatch(/Se conoce el efecto, no el retorno: advice .* 8,00\s€/);
  });

  it('the return when costs are not mapped, name no initiative, or come after the window', async () => {
    await store({ costs: [['2020-04-01', 'technology', 'advice', 12]] });
    await expectRefusal('no-costs', refuse(), /all of its costs \(€12\.00\) date from 1 Apr 2020 or later/);
    expect((await ask({ windowDays: 31 })).estimate('cost')?.value).toBe(12);
    const { initiative: _, ...columns } = returnMapping.costs!.columns;
    const unnamed = { ...returnMapping, costs: { table: 'spent', columns } };
    expect((await refuse({ windowDays: 31 }, unnamed)).reason).toBe('no-costs');
    const { costs: __, ...without } = returnMapping;
    expect((await refuse({ windowDays: 31 }, without)).reason).toBe('no-costs');
  });

  it('the return when costs cancel out', async () => {
    await store({ costs: [...log.costs, ['2020-03-02', 'team', 'advice', -12]] });
    await expectRefusal('no-costs', refuse(), /its costs add up to €0\.00/);
  });

  it('costs without a currency where orders are not in that of the settings, and the other way round', async () => {
    await store();
    const { currency: _, ...columns } = returnMapping.costs!.columns;
    const bare = { ...returnMapping, costs: { table: 'spent', columns } };
    const { currency: __, ...orderColumns } = returnMapping.orders!.columns;
    const bareOrders = { ...returnMapping, orders: { table: 'log', columns: orderColumns } };
    const asked = (mapping: Mapping, currency: string) =>
      askForRefusal(database, { windowDays: 30 }, mapping, { currency });
    await expectRefusal('currencies-differ', asked(bare, 'USD'), /orders are in EUR, the costs of advice in USD/);
    await expectRefusal('currencies-differ', asked(bareOrders, 'USD'), /orders are in USD, the costs of advice in EUR/);
    expect((await askReturn(database, { windowDays: 30 }, bare, { currency: 'EUR' })).estimate('cost')?.value).toBe(12);
  });

  it('costs in two currencies', async () => {
    await store({ costs: [...log.costs, ['2020-03-01', 'team', 'advice', 5, ' usd ']] });
    await expectRefusal('cost-currencies', refuse(), /costs of advice are in EUR.*USD/);
  });

  it('to take costs in one currency off margin in another', async () => {
    await store({ costs: [['2020-03-01', 'team', 'advice', 5, 'USD']] });
    await expectRefusal('currencies-differ', refuse(), /orders are in EUR, the costs of advice in USD/);
  });
});

describe('return does not refuse, but', () => {
  it('counts orders of the day of the assignment where orders know no time', async () => {
    const noon = log.assignments.map(([who, arm]) => [who!, arm!, '2020-03-02 12:00']);
    await store({ assignments: noon });
    const { estimate, evidence } = await ask();
    // (20 + 30 − 9 − 8 − 9) / 3 customers: c1 and t1 bought on that day
    expect(estimate('marginPerCustomer')!.value).toBeCloseTo(8, 12);
    expect(evidence.steps.map(({ key }) => key)).toContain('assignment.step.by-day');
    await database.run({ text: `UPDATE raw.log SET "at" = "at" + INTERVAL 1 HOUR WHERE id = '7'` });
    // (30 − 9 − 9) / 3: with times, what came before noon came before
    expect((await ask()).estimate('marginPerCustomer')!.value).toBeCloseTo(4, 12);
  });

  it('shares costs among the customers of all treated groups', async () => {
    const others = ['u1', 'u2', 'u3'].map((who) => [who, 'call', '2020-03-01']);
    await store({ assignments: [...log.assignments, ...others] });
    const { estimate, evidence } = await ask({ treatment: 'ai' });
    expect(estimate('cost')!.value).toBe(6);
    expect(evidence.steps.find(({ key }) => key === 'return.step.share')?.values.share).toBe(0.5);
    expect(evidence.assumptions).toContainEqual({
      key: 'return.assumption.shared-costs',
      values: { treatments: ['ai', 'call'] },
    });
  });
});
