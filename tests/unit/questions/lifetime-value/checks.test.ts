import { describe, expect, it } from 'vitest';
import { languages, translate } from '../../../../src/i18n/translate.ts';
import { checksOf } from '../../../../src/questions/lifetime-value/checks.ts';
import { fitMoney } from '../../../../src/questions/lifetime-value/money.ts';

const fit = {
  ...{ estimate: [1, 1, 1, 1], logLikelihood: -1, standardErrors: [1, 1, 1, 1], covarianceOfLogs: [] },
  ...{ gradientNorm: 0, conditionNumber: 1, starts: 5, agreeing: 5 },
};

describe('checksOf', () => {
  it('does not pass an independence that cannot be told', () => {
    const meanAmount = Float64Array.from({ length: 40 }, (_, i) => 10 + i);
    const money = fitMoney({ frequency: meanAmount.map(() => 2), meanAmount });
    expect(money.correlation).toBeUndefined();
    const checks = checksOf({
      ...{ customers: 40, repeatCustomers: 40, longest: 50, meanGap: 5, horizon: 52, timeUnit: 'week', fit, money },
      ...{ observationEnd: '2023-12-31', lastDate: '2023-12-31', misplaced: 0, returnedShare: 0 },
    });
    const check = checks.find(({ id }) => id === 'spend-independence')!;
    expect(check.status).toBe('warned');
    expect(check).not.toHaveProperty('value');
    for (const language of languages) {
      expect(translate(check.message, { language, currency: 'EUR' })).not.toMatch(/lifetime-value|\{/);
    }
  });
});
