import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { translate } from '../../../../src/i18n/translate.ts';
import { contract } from '../../../../src/questions/experiment/question.ts';
import { askExperiment, askForRefusal } from '../../../fixtures/experiment/ask.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
});
afterAll(() => database.close());

const a = { variant: 'A', n: 3407, sum: 1396.87, sumOfSquares: 52377.9767 };
const b = { variant: 'B', n: 3461, sum: 2422.7, sumOfSquares: 134698.29 };
const ask = (given: Record<string, Json>) => askExperiment(database, {}, { level: 0.95, ...given });
const groups = (...counts: number[]) =>
  counts.map((n, i) => ({ variant: i === 0 ? 'control' : `v${i}`, n, sum: n / 2, sumOfSquares: n / 2 }));

describe('answer from sums', () => {
  it('is Welch’s, with Fieller’s relative interval and the delta method’s beside it', async () => {
    const { estimate, tables, verdict } = await ask({ arms: [a, b], control: 'A' });
    const absolute = estimate('value.B.absolute');
    expect(absolute.value).toBeCloseTo(0.29, 10);
    expect(absolute.interval!.low).toBeCloseTo(0.04538, 5);
    expect(absolute.interval!.high).toBeCloseTo(0.53462, 5);
    expect(estimate('value.B.pValue').value).toBeCloseTo(0.02016, 5);
    const relative = estimate('value.B.relative');
    expect(relative.value).toBeCloseTo(0.29 / 0.41, 10);
    expect(relative.interval!.low).toBeCloseTo(0.0942, 4);
    expect(relative.interval!.high).toBeCloseTo(1.7084, 4);
    expect(tables.metrics[0].relative_delta_low).toBeCloseTo(-0.03526, 5);
    expect(tables.metrics[0].relative_delta_high).toBeCloseTo(1.44989, 5);
    expect(tables.metrics[0].degreesOfFreedom).toBeCloseTo(5841.742, 3);
    expect(verdict.key).toBe('experiment.verdict.raises');
  });

  it('has the tables that the contract tells how to disclose', async () => {
    const { tables } = await ask({ arms: [a, b], control: 'A' });
    expect(Object.keys(tables).sort()).toEqual(Object.keys(contract.tables).sort());
  });

  it('gives back the sums and the means with their intervals', async () => {
    const { tables, estimate } = await ask({ arms: [b, a], control: 'A' });
    expect(tables.arms).toMatchObject([
      { ...a, metric: 'value' },
      { ...b, metric: 'value' },
    ]);
    // scipy.stats.t.interval(0.95, 3406, 0.41, (15.21 / 3407) ** 0.5)
    expect(estimate('value.A.mean').interval!.low).toBeCloseTo(0.27899707586, 8);
  });

  it.each([
    { counts: [1000, 1100], p: 0.0290963, status: 'passed' },
    { counts: [310, 342, 349], p: 0.273705, status: 'passed' },
    { counts: [44700, 45489], p: 0.008608, status: 'warned' },
  ])('tests the sample ratio: $counts', async ({ counts, p, status }) => {
    const { check } = await ask({ arms: groups(...counts) });
    expect(check('sample-ratio')!.value).toBeCloseTo(p, 6);
    expect(check('sample-ratio')!.status).toBe(status);
  });

  it('withholds the verdict when the groups are not as planned', async () => {
    const { verdict, check, estimates, eligibility } = await ask({ arms: groups(1000, 1200) });
    expect(check('sample-ratio')?.status).toBe('failed');
    expect(verdict.key).toBe('experiment.verdict.ratio');
    expect(eligibility.key).toBe('experiment.eligibility.withheld');
    expect(estimates.some(({ headline }) => headline)).toBe(false);
  });

  it('takes the planned split, and only a whole one', async () => {
    const arms = groups(1000, 3000);
    const { check, tables } = await ask({ arms, shares: { v1: 3, control: 1 } });
    expect(check('sample-ratio')!.value).toBe(1);
    expect(tables.groups).toEqual([
      { variant: 'control', n: 1000, planned: 1000 },
      { variant: 'v1', n: 3000, planned: 3000 },
    ]);
    const wrong: Record<string, number>[] = [{ control: 1 }, { control: 1, v1: 1, v2: 1 }, { control: 1, V1: 1 }];
    for (const shares of wrong) {
      await expect(ask({ arms, shares })).rejects.toMatchObject({ details: { parameter: 'shares' } });
    }
  });

  it('plans for variants of any name', async () => {
    const arms = ['control', '__proto__', 'constructor'].map((variant) => ({
      ...{ variant, n: 100, sum: 50, sumOfSquares: 50 },
    }));
    const shares = JSON.parse('{"control":1,"__proto__":1,"constructor":2}') as Record<string, number>;
    const { check, tables } = await ask({ arms, shares });
    expect(check('sample-ratio')?.status).toBe('failed');
    expect(tables.groups.map(({ planned }) => planned)).toEqual([75, 75, 150]);
    await expect(ask({ arms, shares: { control: 1e308 } })).rejects.toMatchObject({ details: { parameter: 'shares' } });
  });

  it('refuses one person in a group, whatever the method, and leaves such a group out', async () => {
    const arm = (variant: string, n: number, sum: number) => ({ variant, n, sum, sumOfSquares: sum });
    for (const method of ['welch', 'proportion']) {
      const alone = await askForRefusal(database, {}, { arms: [arm('control', 1, 0), arm('ai', 1, 1)], method });
      expect(alone.reason).toBe('too-few');
      const arms = [arm('control', 14, 6), arm('ai', 15, 9), arm('solo', 1, 1)];
      const { tables, check } = await ask({ arms, method });
      expect(tables.metrics.map(({ variant }) => variant)).toEqual(['ai']);
      expect(check('small-groups')?.status).toBe('warned');
    }
  });

  it('names what it cannot compare because nothing varies within the groups', async () => {
    const arm = (variant: string, metric: string, sum: number) => ({ variant, metric, n: 100, sum, sumOfSquares: sum });
    const arms = ['control', 'ai', 'new'].flatMap((variant, i) => [
      arm(variant, 'all', 100 * (i % 2)),
      arm(variant, 'x', 40),
    ]);
    const { check, tables } = await ask({ arms });
    expect(tables.metrics.map(({ metric }) => metric)).toEqual(['x', 'x']);
    expect(check('no-variance')).toMatchObject({ status: 'failed', value: 2 });
    expect(translate(check('no-variance')!.message, { language: 'en', currency: 'EUR' })).toContain('(ai)');
    const shares = await ask({ arms, method: 'proportion' });
    expect(shares.tables.metrics[0].pValue).toBeLessThan(1e-40);
  });

  it('corrects for all comparisons', async () => {
    const metric = (name: string, sum: number) => [
      { variant: 'control', metric: name, n: 400, sum: 200, sumOfSquares: 200 },
      { variant: 'x', metric: name, n: 400, sum, sumOfSquares: sum },
    ];
    const arms = [...metric('one', 228), ...metric('two', 210), ...metric('three', 229)];
    const raw = (await ask({ arms })).tables.metrics.map(({ pValue }) => Number(pValue));
    const adjusted = async (correction: string) =>
      (await ask({ arms, correction })).tables.metrics.map(({ pAdjusted }) => Number(pAdjusted));
    expect(await adjusted('holm')).toEqual([3 * raw[2] > 2 * raw[0] ? 3 * raw[2] : 2 * raw[0], raw[1], 3 * raw[2]]);
    expect(await adjusted('bh')).toEqual([1.5 * raw[0], raw[1], 1.5 * raw[0]].map((p) => expect.closeTo(p, 12)));
  });

  it('says it when an effect may be chance among several', async () => {
    const other = ['p', 'q', 'r', 's'].flatMap((metric) => [
      { variant: 'control', metric, n: 400, sum: 200, sumOfSquares: 200 },
      { variant: 'x', metric, n: 400, sum: 201, sumOfSquares: 201 },
    ]);
    const main = [
      { variant: 'control', metric: 'main', n: 400, sum: 200, sumOfSquares: 200 },
      { variant: 'x', metric: 'main', n: 400, sum: 229, sumOfSquares: 229 },
    ];
    const { verdict } = await ask({ arms: [...main, ...other] });
    expect(verdict.key).toBe('experiment.verdict.chance');
  });

  it('leaves the relative effect out when the control is not above zero or hardly so', async () => {
    const near = [
      { variant: 'control', n: 50, sum: 1, sumOfSquares: 400 },
      { variant: 'x', n: 50, sum: 100, sumOfSquares: 900 },
    ];
    const { estimates, check, tables } = await ask({ arms: near });
    expect(estimates.some(({ name }) => name.endsWith('.relative'))).toBe(false);
    expect(check('relative')?.status).toBe('warned');
    expect(tables.metrics[0].relative).toBeNull();
    expect(estimates.filter(({ headline }) => headline).map(({ name }) => name)).toEqual(['value.x.absolute']);
  });

  it('takes Student’s quantile for small samples, so that the relative interval says what the test says', async () => {
    const arms = [
      { variant: 'control', n: 10, sum: 100, sumOfSquares: 1009 },
      { variant: 'x', n: 10, sum: 109.2, sumOfSquares: 1201.464 },
    ];
    const { estimate } = await ask({ arms });
    expect(estimate('value.x.pValue').value).toBeGreaterThan(0.05);
    expect(estimate('value.x.relative').interval!.low).toBeLessThan(0);
  });

  it('compares shares by scores when asked to', async () => {
    const arms = [
      { variant: 'control', n: 80, sum: 48, sumOfSquares: 48 },
      { variant: 'x', n: 70, sum: 56, sumOfSquares: 56 },
    ];
    const { estimate, evidence } = await ask({ arms, method: 'proportion' });
    expect(estimate('value.x.absolute').interval!.low).toBeCloseTo(0.0528, 4);
    expect(estimate('value.x.absolute').unit).toBe('share');
    expect(evidence.methods.flatMap(({ citations }) => citations)).toContain('miettinenNurminen1985');
    expect(await askForRefusal(database, {}, { arms: [a, b], control: 'A', method: 'proportion' })).toMatchObject({
      reason: 'not-yes-no',
    });
  });

  it('refuses without a control group, with one person each, and where nothing varies', async () => {
    const refused = async (arms: Json) => (await askForRefusal(database, {}, { arms })).reason;
    expect(await refused([a, b])).toBe('no-control-group');
    expect(await refused(groups(1, 1))).toBe('too-few');
    const constant = { n: 5, sum: 5, sumOfSquares: 5 };
    expect(
      await refused([
        { variant: 'control', ...constant },
        { variant: 'x', ...constant },
      ]),
    ).toBe('no-variance');
  });

  it.each([
    ['sums that no sample has', [a, { ...b, sumOfSquares: 1 }]],
    ['a group given twice', [a, b, b]],
    ['a metric that a group lacks', [a, b, { ...a, metric: 'other' }]],
    ['fewer than two groups', [a]],
    ['no units', [a, { ...b, n: 0 }]],
  ])('rejects %s', async (_, arms) => {
    await expect(ask({ arms, control: 'A' })).rejects.toMatchObject({
      code: 'parameter-invalid',
      details: { parameter: 'arms' },
    });
  });

  it('has words for every verdict in both languages', async () => {
    const asked: Record<string, Json>[] = [
      { arms: [a, b], control: 'A' },
      { arms: [a, b], control: 'B' },
      { arms: [a, { ...a, variant: 'B' }], control: 'A' },
      { arms: groups(1000, 1200) },
    ];
    const verdicts: Awaited<ReturnType<typeof ask>>[] = [];
    for (const given of asked) verdicts.push(await ask(given));
    const say = (language: 'en' | 'es') =>
      verdicts.map(({ verdict }) => translate(verdict, { language, currency: 'EUR' }));
    expect(say('en')).toEqual([
      'B raises “value” by <k>70.7%</k> (9.4% to 170.8%).',
      'A lowers “value” by <k>41.4%</k> (8.6% to 63.1%).',
      '<k>No difference</k> in “value” can be seen between B and A: the interval from -0.185 to 0.185 holds zero.',
      'The groups are <k>not as large as planned</k> (control: 1,000, v1: 1,200): no effect is to be read until that is explained.',
    ]);
    expect(say('es')[0]).toBe('B aumenta «value» en <k>un 70,7\u00a0%</k> (de un 9,4\u00a0% a un 170,8\u00a0%).');
  });
});
