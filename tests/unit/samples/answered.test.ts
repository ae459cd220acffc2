import { beforeAll, describe, expect, it } from 'vitest';
import { truthGroups, type TruthRow } from '../../../src/app/pages/truth/truth-rows.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { answer as experiment } from '../../../src/questions/experiment/answer.ts';
import { contract as experimentContract } from '../../../src/questions/experiment/question.ts';
import { answer as lifetimeValue } from '../../../src/questions/lifetime-value/answer.ts';
import { contract as lifetimeValueContract } from '../../../src/questions/lifetime-value/question.ts';
import { answer as overview } from '../../../src/questions/overview/answer.ts';
import { contract as overviewContract } from '../../../src/questions/overview/question.ts';
import { answer as returnOf } from '../../../src/questions/return/answer.ts';
import { contract as returnContract } from '../../../src/questions/return/question.ts';
import { simulateOnlineShop } from '../../../src/samples/online-shop/online-shop.ts';
import type { Mapping } from '../../../src/semantics/mapping.ts';
import { askNatively } from '../../fixtures/ask-natively.ts';
import { openSampleNatively } from '../../fixtures/online-shop/open-shop.ts';
import { wholeAnswer } from '../../fixtures/reports/whole-answer.ts';

const questions = {
  experiment: { contract: experimentContract, answer: experiment },
  'lifetime-value': { contract: lifetimeValueContract, answer: lifetimeValue },
  overview: { contract: overviewContract, answer: overview },
  return: { contract: returnContract, answer: returnOf },
};

describe('the truth of seed 1, all of it asked for', () => {
  let rows: TruthRow[];
  beforeAll(async () => {
    const sample = simulateOnlineShop(1);
    const database = await openSampleNatively(sample.tables);
    try {
      const asked: Answer[] = [];
      for (const { question, parameters } of truthGroups(sample.truth, []).flatMap(({ asks }) => asks)) {
        const asks = questions[question as keyof typeof questions];
        const result = await askNatively(database, sample.mapping as Mapping, asks, parameters, { currency: 'EUR' });
        asked.push(wholeAnswer(asks.contract, result, parameters));
      }
      rows = truthGroups(sample.truth, asked).flatMap((group) => group.rows);
    } finally {
      database.close();
    }
  }, 120_000);

  it('has an estimate for every value that a question is named for', () => {
    const lacking = rows.filter(({ truth, estimate }) => truth.of && !estimate);
    expect(lacking.map(({ truth }) => `${truth.group}.${truth.item}`)).toEqual([]);
    const otherwise = rows.filter(({ truth, estimate }) => estimate && estimate.unit !== truth.unit);
    expect(otherwise.map(({ truth, estimate }) => `${truth.group}.${truth.item} in ${estimate!.unit}`)).toEqual([]);
  });

  it('is found by most of them, and by every count', () => {
    const judged = rows.filter(({ found }) => found !== undefined);
    const missed = judged.filter(({ found }) => !found);
    expect(missed.filter(({ estimate }) => estimate!.basis === 'counted')).toEqual([]);
    expect(missed.length / judged.length).toBeLessThan(0.25);
  });
});
