import type { Evidence } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import type { Costs } from './costs.ts';
import { DRAWS } from './draws.ts';
import { COST_CATEGORIES, type ReturnParameters } from './question.ts';
import type { Groups } from './read-groups.ts';
import type { Results } from './results.ts';

export function evidenceOf(
  results: Results,
  {
    groups: { treated, control, treatments, byDay },
    costs,
    parameters,
    end,
    share,
  }: {
    groups: Groups;
    costs: Costs;
    parameters: ReturnParameters;
    end: string;
    /** Of all treated customers those that are looked at. */
    share: number;
  },
): Pick<Evidence, 'steps' | 'methods' | 'assumptions'> {
  const { windowDays, margin, where } = parameters;
  const { effect } = results;
  return {
    steps: [
      message('return.step.groups', {
        treated: treated.n,
        control: control.n,
        name: treated.variant,
        other: control.variant,
      }),
      ...(where ? [message('return.step.where', { where })] : []),
      message(margin === undefined ? 'return.step.margin.column' : 'return.step.margin.share', {
        windowDays,
        share: margin ?? null,
      }),
      ...(byDay ? [message('assignment.step.by-day')] : []),
      message('return.step.effect', { value: effect.value, low: effect.low, high: effect.high }),
      message('return.step.times', { customers: treated.n, margin: results.margin.value }),
      message('return.step.costs', {
        total: costs.total,
        end,
        list: costs.byCategory.map(({ category }) =>
          COST_CATEGORIES.has(category) ? { key: `return.step.${category}`, values: {} } : category,
        ),
      }),
      ...(costs.undated !== 0 ? [message('return.step.costs-undated', { amount: costs.undated })] : []),
      ...(share < 1 ? [message('return.step.share', { share })] : []),
      message('return.step.net', { net: results.net.value }),
      message('return.step.draws', { draws: DRAWS }),
    ],
    methods: [
      { name: message('return.method.welch'), citations: ['welch1947'] },
      { name: message('return.method.shapley'), citations: ['shapley1953'] },
      { name: message('return.method.probability'), citations: ['wilson1927'] },
      { name: message('return.method.present', { rate: parameters.discountRateAnnual }), citations: ['welch1947'] },
      ...(results.rate ? [{ name: message('return.method.rate'), citations: ['norstrom1972' as const] }] : []),
      { name: message('return.method.ratio'), citations: ['fabijanEtAl2019'] },
    ],
    assumptions: [
      message('return.assumption.interference'),
      message('return.assumption.window', { windowDays }),
      message('return.assumption.costs'),
      ...(treatments.length > 1 ? [message('return.assumption.shared-costs', { treatments })] : []),
      message('return.assumption.payback'),
    ],
  };
}
