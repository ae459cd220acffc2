import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Estimate } from '../../../src/core/answer.ts';
import type { Json, Row } from '../../../src/core/json.ts';
import { message } from '../../../src/core/message.ts';
import type { QuestionContract } from '../../../src/core/question.ts';
import { gainsByDecile } from '../../../src/learning/evaluation/gains.ts';
import { rankByScore } from '../../../src/learning/evaluation/ranking.ts';
import { contract as ofChurn } from '../../../src/questions/churn-risk/question.ts';
import { cellsOf, meansByAge, type Cohort } from '../../../src/questions/cohort-retention/cohorts.ts';
import { contract as ofCohorts } from '../../../src/questions/cohort-retention/question.ts';
import { contract as ofValue } from '../../../src/questions/lifetime-value/question.ts';
import { contract as ofOverview } from '../../../src/questions/overview/question.ts';
import { contract as ofSegments, SEGMENTS } from '../../../src/questions/rfm-segments/question.ts';
import { segmentAt } from '../../../src/questions/rfm-segments/segment-grid.ts';
import { discloseSafely, restsOnFew } from '../../../src/reports/suppress.ts';
import { withheldText } from '../../../src/reports/suppress-table.ts';
import { foundBySubtraction, type Bounds, type Equation } from '../../fixtures/reports/subtraction.ts';
import { wholeAnswer } from '../../fixtures/reports/whole-answer.ts';

const threshold = fc.integer({ min: 3, max: 10 });
const RUNS = { numRuns: 400 };

function answerOf(contract: QuestionContract, tables: Record<string, Row[]>, estimates: Estimate[] = []): Answer {
  return wholeAnswer(contract, {
    verdict: message('reports.title'),
    eligibility: message('reports.title'),
    estimates,
    tables,
    checks: [],
    evidence: { steps: [], methods: [], assumptions: [] },
  } as never);
}

/** As a report shows them; undefined where the whole answer rests on few, which is another rule's matter. */
function shownOf(contract: QuestionContract, answer: Answer, smallest: number): Record<string, Row[]> | undefined {
  if (restsOnFew(answer.tables, contract.tables, smallest)) return undefined;
  return discloseSafely(answer, contract.tables, { smallest, ids: 'drop' }).answer.tables as Record<string, Row[]>;
}

/** What hidden counts may be, as the table says: a small one, or anything. */
class Hidden {
  readonly bounds = new Map<string, Bounds>();
  readonly truth = new Map<string, number>();
  readonly #smallest: number;

  constructor(smallest: number) {
    this.#smallest = smallest;
  }

  /** @returns what is shown, or the name of what is not. */
  read(name: string, shown: Row, column: string, truth: number): number | string {
    const value = shown[column];
    if (typeof value === 'number') return value;
    const isMarkedSmall = withheldText(shown, column, this.#smallest)?.startsWith('<') === true;
    const own: Bounds = isMarkedSmall ? { low: 1, high: this.#smallest - 1 } : { low: 0, high: Infinity };
    const before = this.bounds.get(name) ?? { low: 0, high: Infinity };
    this.bounds.set(name, { low: Math.max(own.low, before.low), high: Math.min(own.high, before.high) });
    this.truth.set(name, truth);
    return name;
  }

  /** Hidden counts that can have one value only and are small, or leave few of `whole`. */
  found(equations: readonly Equation[], whole: (name: string) => number = () => 0): [string, number][] {
    const open = equations.filter(({ counts }) => counts.length > 0);
    return [...foundBySubtraction(open, this.bounds)].filter(([name]) => {
      const truth = this.truth.get(name)!;
      const isFew = (value: number): boolean => value > 0 && value < this.#smallest;
      return isFew(truth) || isFew(whole(name) - truth);
    });
  }
}

/** A known total of counts, some of which are shown. */
function sumOf(total: number, parts: readonly (number | string)[]): Equation {
  const counts = parts.filter((part) => typeof part === 'string');
  const shown = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);
  return { counts, sum: total - shown };
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
/** Small counts are as likely as large ones. */
const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 }));

describe('the tables of cohorts', () => {
  const cohorts = fc
    .array(
      fc.tuple(
        fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 200 })),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      ),
      {
        minLength: 3,
        maxLength: 9,
      },
    )
    .chain((drawn) =>
      fc.boolean().map((isLastOpen) =>
        drawn.map(([size, shares], i): Cohort => {
          const ages = drawn.length - i;
          const customers = Array.from({ length: ages }, (_, age) =>
            age === 0 ? size : Math.round(size * shares.next().value! ** 2),
          );
          const start = `2024-${String(i + 1).padStart(2, '0')}-01`;
          return { start, size, customers, values: customers, complete: isLastOpen ? ages - 1 : ages };
        }),
      ),
    );

  it('let no size of a cohort and no count of who came back be found', () => {
    fc.assert(
      fc.property(cohorts, threshold, (all, smallest) => {
        const cells = cellsOf(all, 'customers') as unknown as Row[];
        const means = meansByAge(all, 'customers', 0.9);
        const curve = means.map(({ age, value, customers, active }) => ({ age, mean: value, customers, active }));
        const size = add(all.map((cohort) => cohort.size));
        const estimates: Estimate[] = [{ name: 'customers', value: size, unit: 'customers', basis: 'counted' }];
        const shown = shownOf(ofCohorts, answerOf(ofCohorts, { cells, curve }, estimates), smallest);
        if (!shown) return;
        const hidden = new Hidden(smallest);
        const sizes = new Map<string, number | string>();
        const parts = cells.map((cell, i) => {
          const row = shown.cells![i]!;
          const id = String(cell.cohort);
          if (typeof row.size === 'number') sizes.set(id, row.size);
          return hidden.read(`${id} ${String(cell.age)}`, row, 'customers', Number(cell.customers));
        });
        cells.forEach((cell, i) => {
          const id = String(cell.cohort);
          if (typeof sizes.get(id) !== 'number')
            sizes.set(id, hidden.read(id, shown.cells![i]!, 'size', Number(cell.size)));
        });
        const equations = [sumOf(size, [...sizes.values()])];
        for (const row of shown.curve!) {
          const at = cells.flatMap((cell, i) => (cell.age === row.age && cell.complete ? [i] : []));
          // A mean tells as much: it is the quotient of two whole numbers.
          if (typeof row.mean !== 'number') continue;
          equations.push(
            sumOf(
              add(at.map((i) => Number(cells[i]!.size))),
              at.map((i) => sizes.get(String(cells[i]!.cohort))!),
            ),
          );
          equations.push(
            sumOf(
              add(at.map((i) => Number(cells[i]!.customers))),
              at.map((i) => parts[i]!),
            ),
          );
        }
        // Of a cohort whose size is not known nobody knows who stayed away.
        const sizeOf = new Map([...sizes].filter(([, own]) => typeof own === 'number') as [string, number][]);
        expect(hidden.found(equations, (name) => sizeOf.get(name.split(' ')[0]!) ?? 0)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('take the estimates of an age with them when the curve withholds it', () => {
    const sizes = [40, 50, 3];
    const all = sizes.map((size, i): Cohort => {
      const customers = Array.from({ length: 4 - i }, (_, age) => (age === 0 ? size : Math.ceil(size / 2)));
      return { start: `2024-0${i + 1}-01`, size, customers, values: customers, complete: 4 - i };
    });
    const cells = cellsOf(all, 'customers') as unknown as Row[];
    const curve = meansByAge(all, 'customers', 0.9).map(({ age, value, customers, active }) => ({
      age,
      mean: value,
      customers,
      active,
    }));
    const estimates: Estimate[] = [1, 3].map((age) => ({
      name: `retention${age}`,
      value: 0.5,
      unit: 'share',
      basis: 'estimated',
    }));
    const { answer } = discloseSafely(answerOf(ofCohorts, { cells, curve }, estimates), ofCohorts.tables, {
      smallest: 5,
      ids: 'drop',
    });
    const open = (answer.tables.curve as Row[]).filter(({ mean }) => mean !== null).map(({ age }) => age);
    expect(open.length).toBeLessThan(4);
    for (const { name } of answer.estimates) expect(open).toContain(Number(name.slice('retention'.length)));
  });
});

describe('the tables of segments', () => {
  const places = Array.from({ length: 25 }, (_, i) => ({ r: 5 - Math.floor(i / 5), fm: (i % 5) + 1 }));
  /** Fifths of customers by their last purchase are of one size. */
  const grid = fc.integer({ min: 5, max: 120 }).chain((fifth) =>
    fc
      .array(fc.array(fc.integer({ min: 0, max: fifth }), { minLength: 4, maxLength: 4 }), {
        minLength: 5,
        maxLength: 5,
      })
      .map((drawn) =>
        drawn.flatMap((cuts) => {
          const borders = [0, ...cuts.sort((a, b) => a - b), fifth];
          return borders.slice(1).map((border, i) => border - borders[i]!);
        }),
      ),
  );

  it('let no part of the grid be found, whether segments or rows are added up', () => {
    fc.assert(
      fc.property(grid, threshold, (counts, smallest) => {
        const cells: Row[] = places.map(({ r, fm }, i) => ({
          r,
          fm,
          segment: segmentAt(r, fm),
          customers: counts[i]!,
        }));
        const of = (segment: string) =>
          add(cells.filter((cell) => cell.segment === segment).map((cell) => Number(cell.customers)));
        const segments: Row[] = SEGMENTS.map((segment) => ({
          segment,
          customers: of(segment),
          share: of(segment) / add(counts),
        }));
        const shown = shownOf(ofSegments, answerOf(ofSegments, { segments, grid: cells }), smallest);
        if (!shown) return;
        const hidden = new Hidden(smallest);
        const whole = segments.map((row, i) =>
          hidden.read(String(row.segment), shown.segments![i]!, 'customers', Number(row.customers)),
        );
        const parts = cells.map((row, i) =>
          hidden.read(`${String(row.r)}-${String(row.fm)}`, shown.grid![i]!, 'customers', Number(row.customers)),
        );
        const equationsOf = (own: readonly (number | string)[]): Equation[] => {
          const sums = (wanted: (cell: Row) => boolean, sum: number): Equation =>
            sumOf(
              sum,
              own.filter((_, i) => wanted(cells[i]!)),
            );
          return [
            sumOf(add(counts), whole),
            sums(() => true, add(counts)),
            ...SEGMENTS.flatMap((name, i) =>
              typeof whole[i] === 'number' ? [sums(({ segment }) => segment === name, whole[i])] : [],
            ),
            ...[1, 2, 3, 4, 5].map((fifth) => sums(({ r }) => r === fifth, add(counts) / 5)),
          ];
        };
        // What the segments tell by themselves, together with the fifths, no grid can take back.
        const nothing = new Hidden(smallest);
        const names = cells.map((row, i) =>
          nothing.read(`${String(row.r)}-${String(row.fm)}`, {}, 'customers', counts[i]!),
        );
        const given = new Set(nothing.found(equationsOf(names).slice(1)).map(([name]) => name));
        expect(hidden.found(equationsOf(parts)).filter(([name]) => !given.has(name))).toEqual([]);
      }),
      { ...RUNS, examples: [[[1, 2, 24, 7, 2, 0, 10, 9, 3, 14, 0, 0, 1, 33, 2, 0, 6, 1, 2, 27, 0, 0, 0, 0, 36], 3]] },
    );
  });

  it('let no movement between them be found', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...SEGMENTS), fc.constantFrom(...SEGMENTS), count), {
      minLength: 3,
      maxLength: 25,
    });
    fc.assert(
      fc.property(moves, threshold, (drawn, smallest) => {
        const ways = new Map(
          drawn.map(([from, to, customers]) => [`${from} ${to}`, { from_segment: from, to_segment: to, customers }]),
        );
        const movement: Row[] = [...ways.values()];
        const sums = SEGMENTS.map((segment) =>
          add(movement.filter((row) => row.to_segment === segment).map((row) => Number(row.customers))),
        );
        const segments: Row[] = SEGMENTS.map((segment, i) => ({ segment, customers: sums[i]! }));
        const shown = shownOf(ofSegments, answerOf(ofSegments, { segments, movement }), smallest);
        if (!shown) return;
        const hidden = new Hidden(smallest);
        const whole = segments.map((row, i) =>
          hidden.read(String(row.segment), shown.segments![i]!, 'customers', Number(row.customers)),
        );
        const parts = movement.map((row, i) =>
          hidden.read(
            `${String(row.from_segment)} to ${String(row.to_segment)}`,
            shown.movement![i]!,
            'customers',
            Number(row.customers),
          ),
        );
        const equations = [sumOf(add(sums), whole), sumOf(add(sums), parts)];
        SEGMENTS.forEach((segment, i) => {
          if (typeof whole[i] === 'number')
            equations.push(
              sumOf(
                whole[i],
                parts.filter((_, at) => movement[at]!.to_segment === segment),
              ),
            );
        });
        expect(hidden.found(equations)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('the tables of the overview', () => {
  const periods = fc.array(
    fc.record({
      customers: fc.integer({ min: 1, max: 60 }),
      repeat: fc.double({ min: 0, max: 1, noNaN: true }),
      fresh: fc.double({ min: 0, max: 1, noNaN: true }),
      kept: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const isFew = (value: number, smallest: number) => value > 0 && value < smallest;

  it('let no share be multiplied with its count, and no part be taken from its whole', () => {
    fc.assert(
      fc.property(periods, threshold, (drawn, smallest) => {
        const trend = drawn.map(({ customers, repeat, fresh, kept }, i): Row => {
          const before = drawn[i - 1]?.customers;
          return {
            period: `2024-${String(i + 1).padStart(2, '0')}-01`,
            customers,
            newCustomers: Math.floor(fresh * customers),
            repeatShare: Math.floor(repeat * customers) / customers,
            retention: before === undefined ? null : Math.floor(kept * before) / before,
            answers: null,
          };
        });
        const shown = shownOf(ofOverview, answerOf(ofOverview, { trend }), smallest);
        for (const [i, row] of (shown?.trend ?? []).entries()) {
          if (typeof row.customers !== 'number') continue;
          const [all, before] = [row.customers, shown!.trend![i - 1]?.customers];
          const repeats = Number(row.repeatShare) * all;
          const told = [row.newCustomers, all - Number(row.newCustomers), repeats, all - repeats];
          if (typeof before === 'number' && typeof row.retention === 'number')
            told.push(row.retention * before, (1 - row.retention) * before);
          for (const value of told) expect(isFew(Math.round(Number(value)), smallest)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('withhold an estimated share that tells few of the customers that another estimate counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        threshold,
        (all, share, smallest) => {
          const repeat = Math.floor(share * all);
          const estimates: Estimate[] = [
            { name: 'activeCustomers', value: all, unit: 'customers', basis: 'counted' },
            { name: 'repeatShare', value: repeat / all, unit: 'share', basis: 'counted' },
          ];
          const { answer } = discloseSafely(answerOf(ofOverview, {}, estimates), ofOverview.tables, {
            smallest,
            ids: 'drop',
          });
          const names = answer.estimates.map(({ name }) => name);
          if (names.length === 2) expect(isFew(repeat, smallest) || isFew(all - repeat, smallest)).toBe(false);
        },
      ),
      RUNS,
    );
  });
});

describe('the tables of churn', () => {
  const cases = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 40 })), { minLength: 60, maxLength: 200 });

  it('tell the positives of no tenth by what runs on beside them, nor by the curve', () => {
    fc.assert(
      fc.property(cases, threshold, (drawn, smallest) => {
        const labels = Uint8Array.from(drawn, ([label]) => (label ? 1 : 0));
        const ranking = rankByScore(Float64Array.from(drawn, ([, score]) => score / 40));
        const deciles = (gainsByDecile(labels, ranking) ?? []) as unknown as Row[];
        const roc: Row[] = [{ model: 'logistic', threshold: 0.5, fpr: 0.1, tpr: 0.6 }];
        const shown = shownOf(ofChurn, answerOf(ofChurn, { deciles, roc }), smallest);
        if (!shown) return;
        const hidden = shown.deciles!.filter(({ positives }) => positives === null);
        if (hidden.length === 0) return;
        expect(hidden.length, 'one alone is the rest of the total').not.toBe(1);
        for (const row of shown.deciles!) expect([row.cumulativeGain, row.cumulativeLift]).toEqual([null, null]);
        for (const { fpr, tpr } of shown.roc!) expect([fpr, tpr]).toEqual([null, null]);
      }),
      RUNS,
    );
  });
});

describe('the tables of lifetime value', () => {
  const TABLES = {
    decile: 'customers',
    matrix: 'customers',
    repeatPurchases: 'actual',
    concentration: 'customers',
  } as const;

  it.each(Object.entries(TABLES))('let no count of %s be found from the number of customers', (name, column) => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 2, maxLength: 12 }), threshold, (counts, smallest) => {
        const rows: Row[] = counts.map((value, i): Record<string, Json> => ({
          [column]: value,
          decile: i,
          purchases: i,
        }));
        const shown = shownOf(ofValue, answerOf(ofValue, { [name]: rows }), smallest);
        if (!shown) return;
        const hidden = new Hidden(smallest);
        const parts = rows.map((row, i) => hidden.read(String(i), shown[name]![i]!, column, Number(row[column])));
        expect(hidden.found([sumOf(add(counts), parts)])).toEqual([]);
      }),
      RUNS,
    );
  });
});
