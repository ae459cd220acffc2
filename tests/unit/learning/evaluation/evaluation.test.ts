import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderRoc } from '../../../../src/learning/evaluation/area-under-roc.ts';
import { averagePrecision } from '../../../../src/learning/evaluation/average-precision.ts';
import { calibrationLine, reliabilityBins } from '../../../../src/learning/evaluation/calibration.ts';
import { gainsByDecile, liftAt } from '../../../../src/learning/evaluation/gains.ts';
import { liftInterval } from '../../../../src/learning/evaluation/lift-interval.ts';
import { rankByScore } from '../../../../src/learning/evaluation/ranking.ts';
import { rocCurve } from '../../../../src/learning/evaluation/roc-curve.ts';
import { brierScore, logLoss } from '../../../../src/learning/evaluation/scoring-rules.ts';
import fixture from '../../../fixtures/churn-risk/evaluation.json' with { type: 'json' };

const cases = fixture.cases.map((one) => ({
  ...one,
  labels: Uint8Array.from(one.labels),
  probabilities: Float64Array.from(one.probabilities),
  weights: one.weights === null ? undefined : Float64Array.from(one.weights),
}));

/** Scores with many ties, and both classes. */
const sample = fc
  .array(fc.record({ label: fc.integer({ min: 0, max: 1 }), score: fc.integer({ min: 0, max: 6 }) }), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((rows) => rows.some(({ label }) => label === 1) && rows.some(({ label }) => label === 0))
  .map((rows) => ({
    labels: Uint8Array.from(rows, ({ label }) => label),
    scores: Float64Array.from(rows, ({ score }) => score / 6),
  }));

describe('areaUnderRoc', () => {
  it.each(cases)('equals scikit-learn: $name', ({ labels, probabilities, weights, auc }) => {
    expect(areaUnderRoc(labels, rankByScore(probabilities), weights)).toBeCloseTo(auc, 12);
  });

  it('counts a tie one half', () => {
    expect(areaUnderRoc(Uint8Array.of(0, 1, 1), rankByScore(Float64Array.of(0.1, 0.1, 0.9)))).toBe(0.75);
  });

  it('turns round when the classes are flipped', () => {
    fc.assert(
      fc.property(sample, ({ labels, scores }) => {
        const ranking = rankByScore(scores);
        const flipped = labels.map((label) => 1 - label);
        const sum = (areaUnderRoc(labels, ranking) ?? NaN) + (areaUnderRoc(flipped, ranking) ?? NaN);
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is the same for any increasing transformation of the scores', () => {
    fc.assert(
      fc.property(sample, ({ labels, scores }) => {
        const transformed = scores.map((score) => Math.exp(3 * score) - 5);
        expect(areaUnderRoc(labels, rankByScore(transformed))).toBe(areaUnderRoc(labels, rankByScore(scores)));
      }),
    );
  });

  it('takes a weight for so many copies of the row', () => {
    fc.assert(
      fc.property(sample, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), ({ labels, scores }, stream) => {
        const times = Array.from(labels, () => Number(stream.next().value));
        const rows = times.flatMap((count, row) => Array<number>(count).fill(row));
        const copied = areaUnderRoc(
          Uint8Array.from(rows, (row) => labels[row]),
          rankByScore(Float64Array.from(rows, (row) => scores[row])),
        );
        const weighted = areaUnderRoc(labels, rankByScore(scores), Float64Array.from(times));
        if (copied === undefined) expect(weighted).toBeUndefined();
        else expect(weighted).toBeCloseTo(copied, 12);
      }),
    );
  });

  it('is undefined with one class', () => {
    expect(areaUnderRoc(Uint8Array.of(1, 1), rankByScore(Float64Array.of(1, 2)))).toBeUndefined();
  });
});

describe('rankByScore', () => {
  it('refuses a score that is not a number', () => {
    expect(() => rankByScore(Float64Array.of(1, NaN))).toThrow(RangeError);
  });
});

describe('averagePrecision', () => {
  it.each(cases)('equals scikit-learn: $name', ({ labels, probabilities, weights, averagePrecision: expected }) => {
    expect(averagePrecision(labels, rankByScore(probabilities), weights)).toBeCloseTo(expected, 12);
  });

  it('is the base rate when all scores are equal', () => {
    expect(averagePrecision(Uint8Array.of(1, 0, 0, 0), rankByScore(new Float64Array(4)))).toBe(0.25);
  });
});

describe('brierScore and logLoss', () => {
  it.each(cases)('equal scikit-learn: $name', ({ labels, probabilities, weights, brier, logLoss: loss }) => {
    expect(brierScore(labels, probabilities, weights)).toBeCloseTo(brier, 12);
    expect(logLoss(labels, probabilities, weights)).toBeCloseTo(loss, 12);
  });

  it('stay finite for a forecast that was certain and wrong', () => {
    expect(logLoss(Uint8Array.of(1), Float64Array.of(0))).toBeCloseTo(52 * Math.LN2, 9);
  });
});

describe('calibrationLine', () => {
  it.each(cases)(
    'equals an unpenalised logistic regression: $name',
    ({ labels, probabilities, weights, calibration }) => {
      const line = calibrationLine(labels, probabilities, weights);
      expect(line?.intercept).toBeCloseTo(calibration.intercept, 7);
      expect(line?.slope).toBeCloseTo(calibration.slope, 7);
    },
  );

  it('finds that outcomes do not depend on the forecast', () => {
    const line = calibrationLine(Uint8Array.of(0, 1, 0, 1), Float64Array.of(0.2, 0.2, 0.8, 0.8));
    expect(line?.intercept).toBeCloseTo(0, 9);
    expect(line?.slope).toBeCloseTo(0, 9);
  });

  it('is undefined when the forecast separates the classes or does not vary', () => {
    expect(calibrationLine(Uint8Array.of(0, 0, 1, 1), Float64Array.of(0.1, 0.2, 0.7, 0.8))).toBeUndefined();
    expect(calibrationLine(Uint8Array.of(0, 1, 1), Float64Array.of(0.5, 0.5, 0.5))).toBeUndefined();
    expect(calibrationLine(Uint8Array.of(1, 1), Float64Array.of(0.5, 0.6))).toBeUndefined();
  });
});

describe('reliabilityBins', () => {
  it('holds every row once and keeps equal probabilities together', () => {
    fc.assert(
      fc.property(sample, ({ labels, scores }) => {
        const bins = reliabilityBins(labels, scores, 5, 0.9);
        expect(bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(labels.length);
        expect(bins.length).toBeLessThanOrEqual(5);
        const means = bins.map(({ predicted }) => predicted);
        expect([...means].sort((a, b) => a - b)).toEqual(means);
        for (const bin of bins) {
          expect(bin.low).toBeLessThanOrEqual(bin.observed);
          expect(bin.high).toBeGreaterThanOrEqual(bin.observed);
        }
      }),
    );
  });
});

describe('liftAt', () => {
  it.each(cases.filter(({ lift10 }) => lift10 !== null))(
    'shares ties at the cut: $name',
    ({ labels, probabilities, lift10 }) => {
      expect(liftAt(labels, rankByScore(probabilities), 0.1)).toBeCloseTo(lift10 ?? NaN, 12);
    },
  );

  it('is 4 when the only leaver of four is on top', () => {
    expect(liftAt(Uint8Array.of(1, 0, 0, 0), rankByScore(Float64Array.of(4, 3, 2, 1)), 0.25)).toBe(4);
  });

  it('is 1 for everybody, and for scores that do not vary', () => {
    fc.assert(
      fc.property(sample, ({ labels, scores }) => {
        expect(liftAt(labels, rankByScore(scores), 1)).toBeCloseTo(1, 12);
        expect(liftAt(labels, rankByScore(new Float64Array(labels.length)), 0.3)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('refuses a share that is none', () => {
    expect(() => liftAt(Uint8Array.of(1), rankByScore(Float64Array.of(1)), 0)).toThrow(RangeError);
  });
});

describe('liftInterval', () => {
  const rows = (labels: Uint8Array) => Int32Array.from(labels.keys());

  it('holds the lift, and is wider at a higher level', () => {
    fc.assert(
      fc.property(sample, ({ labels, scores }) => {
        const ranking = rankByScore(scores);
        const narrow = liftInterval(labels, ranking, 0.3, rows(labels), 0.5);
        const wide = liftInterval(labels, ranking, 0.3, rows(labels), 0.9);
        if (narrow === undefined || wide === undefined) return;
        const lift = liftAt(labels, ranking, 0.3) ?? NaN;
        expect(narrow.low).toBeLessThanOrEqual(lift + 1e-12);
        expect(narrow.high).toBeGreaterThanOrEqual(lift - 1e-12);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      }),
    );
  });

  it('is wider when rows belong together', () => {
    const labels = Uint8Array.from({ length: 400 }, (_, row) => Number((row >> 1) % 3 === 0));
    const ranking = rankByScore(Float64Array.from(labels, (label, row) => label + Math.sin(row >> 1)));
    const pairs = rows(labels).map((row) => row >> 1);
    const width = (customers: Int32Array) => {
      const interval = liftInterval(labels, ranking, 0.2, customers, 0.9);
      return (interval?.high ?? NaN) - (interval?.low ?? NaN);
    };
    expect(width(pairs)).toBeGreaterThan(width(rows(labels)));
  });

  it('is undefined without a positive row above the cut', () => {
    expect(liftInterval(Uint8Array.of(0, 1), rankByScore(Float64Array.of(2, 1)), 0.5, [1, 2], 0.9)).toBeUndefined();
  });
});

describe('gainsByDecile', () => {
  it('finds everybody in ten tenths that add up', () => {
    fc.assert(
      fc.property(sample, ({ labels, scores }) => {
        const deciles = gainsByDecile(labels, rankByScore(scores)) ?? [];
        const positives = labels.reduce((sum, label) => sum + label, 0);
        expect(deciles).toHaveLength(10);
        expect(deciles.reduce((sum, decile) => sum + decile.positives, 0)).toBeCloseTo(positives, 9);
        expect(deciles.reduce((sum, decile) => sum + decile.lift, 0)).toBeCloseTo(10, 9);
        expect(deciles[9].cumulativeGain).toBeCloseTo(1, 12);
        expect(deciles[0].lift).toBeCloseTo(liftAt(labels, rankByScore(scores), 0.1) ?? NaN, 9);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(sample, ({ labels, scores }) => {
        const there = gainsByDecile(labels, rankByScore(scores));
        const back = gainsByDecile(labels.slice().reverse(), rankByScore(scores.slice().reverse()));
        there?.forEach((decile, i) => expect(decile.positives).toBeCloseTo(back?.[i].positives ?? NaN, 9));
      }),
    );
  });
});

describe('rocCurve', () => {
  it('encloses the area that areaUnderRoc gives', () => {
    fc.assert(
      fc.property(sample, ({ labels, scores }) => {
        const ranking = rankByScore(scores);
        const points = rocCurve(labels, ranking) ?? [];
        const area = points.slice(1).reduce((sum, point, i) => {
          const width = point.falsePositiveRate - points[i].falsePositiveRate;
          return sum + (width * (point.truePositiveRate + points[i].truePositiveRate)) / 2;
        }, 0);
        expect(area).toBeCloseTo(areaUnderRoc(labels, ranking) ?? NaN, 9);
      }),
    );
  });

  it('begins and ends in the corners when it is thinned', () => {
    const scores = Float64Array.from({ length: 1000 }, (_, i) => i);
    const points = rocCurve(
      Uint8Array.from(scores, (score) => score % 2),
      rankByScore(scores),
      50,
    );
    expect(points).toHaveLength(50);
    expect(points?.[0]).toEqual({ falsePositiveRate: 0, truePositiveRate: 0 });
    expect(points?.[49]).toEqual({ falsePositiveRate: 1, truePositiveRate: 1 });
  });
});
