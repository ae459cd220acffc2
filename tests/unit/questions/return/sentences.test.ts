import { describe, expect, it } from 'vitest';
import { languages, stripMarks, translate } from '../../../../src/i18n/translate.ts';
import type { Results } from '../../../../src/questions/return/results.ts';
import { verdictOf } from '../../../../src/questions/return/sentences.ts';

const sure = (value: number) => ({ value, low: value, high: value });
const verdict = (probability: number, withheld = false) =>
  verdictOf({ margin: sure(300), probability: sure(probability) } as Results, {
    ...{ initiative: 'Advice', cost: 200, withheld },
  });

describe('verdictOf', () => {
  it.each([
    [1, 'very-likely'],
    [0.95, 'very-likely'],
    [0.949, 'likely'],
    [0.8, 'likely'],
    [0.799, 'open'],
    [0.5, 'open'],
    [0.201, 'open'],
    [0.199, 'unlikely'],
    [0.051, 'unlikely'],
    [0.049, 'very-unlikely'],
    [0, 'very-unlikely'],
  ])('speaks at a probability of %d of what is %s', (probability, tone) => {
    expect(verdict(probability).key).toBe(`return.verdict.${tone}`);
  });

  it('is withheld whatever the probability', () => {
    expect(verdict(1, true).key).toBe('return.verdict.withheld');
  });

  it('says what a unit of money has brought, in both languages', () => {
    const said = languages.map((language) => translate(verdict(0.97), { language, currency: 'EUR' }));
    expect(said[0]).toMatch(
      /^Every €1 spent on Advice returned <k>€1\.50<\/k>, and it is very likely above break-even\.$/,
    );
    expect(stripMarks(said[1]!)).toMatch(/^Cada 1\s€ gastado en Advice devolvió 1,50\s€, y es muy probable/);
  });
});
