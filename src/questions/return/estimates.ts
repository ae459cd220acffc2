import type { Estimate } from '../../core/answer.ts';
import type { Unit } from '../../core/units.ts';
import type { ArmMoments } from './arms.ts';
import type { Costs } from './costs.ts';
import { scaled, type Measured } from './effect.ts';
import { intervalOf, type Results } from './results.ts';

export function estimatesOf(
  { effect, margin, net, roi, netPresentValue, payback, rate, probability }: Results,
  { treated, costs, level }: { treated: ArmMoments; costs: Costs; level: number },
): Estimate[] {
  const estimated = (name: string, found: Measured | undefined, unit: Unit, headline = false): Estimate[] =>
    found === undefined
      ? []
      : [
          {
            ...{ name, value: found.value, unit, basis: 'estimated', interval: intervalOf(found, level) },
            ...(headline && { headline }),
          },
        ];
  const counted = (name: string, value: number, unit: Unit, headline = false): Estimate => ({
    ...{ name, value, unit, basis: 'counted' },
    ...(headline && { headline }),
  });
  return [
    ...estimated('netReturn', net, 'money', true),
    ...estimated('roi', roi, 'share', true),
    ...estimated('marginPerCustomer', effect, 'money', true),
    ...estimated('paybackMonths', payback, 'months', true),
    ...estimated('incrementalMargin', margin, 'money', payback === undefined),
    counted('cost', costs.total, 'money'),
    ...estimated('returnPerUnit', scaled(margin, 1 / costs.total), 'money'),
    ...estimated('marginRelative', effect.relative, 'share'),
    ...estimated('npv', netPresentValue, 'money'),
    ...estimated('irr', rate, 'share'),
    ...estimated('probabilityPositive', probability, 'share'),
    counted('treatedCustomers', treated.n, 'customers'),
  ];
}
