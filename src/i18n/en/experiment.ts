export const experiment = {
  'question.experiment.title': 'Experiments',
  'question.experiment.about': 'What did a treatment change, against a control that chance picked?',
  'parameter.experiment.initiative': 'Initiative',
  'parameter.experiment.initiative.help': 'As named in the assignments. It can be left out when there is only one.',
  'parameter.experiment.control': 'Control group',
  'parameter.experiment.control.help':
    'The variant that was left as it was. It can be left out when exactly one name says so, such as “control” or “No E-Mail”.',
  'parameter.experiment.metrics': 'Metrics',
  'parameter.experiment.metrics.help':
    'Per customer: orders, revenue, margin, active. Or columns of the assignments: numbers, yes and no, or dates. The verdict is about the first one.',
  'parameter.experiment.windowDays': 'Days counted',
  'parameter.experiment.windowDays.help': 'For so many days after the assignment orders and dates count.',
  'parameter.experiment.method': 'Method',
  'parameter.experiment.method.help': 'Welch’s test compares means of any kind; the score test is for yes and no.',
  'parameter.method.choice.welch': 'Means (Welch)',
  'parameter.method.choice.proportion': 'Shares (score test)',
  'parameter.experiment.correction': 'Correction',
  'parameter.experiment.correction.help':
    'How several comparisons are paid for: Holm keeps any false alarm rare, Benjamini and Hochberg their share among all alarms.',
  'parameter.correction.choice.holm': 'Holm’s',
  'parameter.correction.choice.bh': 'Benjamini and Hochberg’s',
  'parameter.experiment.capPercentile': 'Cap at percentile',
  'parameter.experiment.capPercentile.help':
    'Values above this percentile of all variants count as that percentile. Automatic: nothing is capped.',
  'parameter.experiment.shares': 'Planned split',
  'parameter.experiment.shares.help':
    'A weight for every variant, for example \'{\'"control": 1, "mail": 3\'}\'. Automatic: equal groups.',
  'parameter.experiment.table': 'Table',
  'parameter.experiment.table.help': 'A table with a row per unit, to be asked without a mapping.',
  'parameter.experiment.variant': 'Column of variants',
  'parameter.experiment.variant.help': 'Of the table above: which group a row is in.',
  'parameter.experiment.arms': 'Sums',
  'parameter.experiment.arms.help':
    'Instead of data: a list with variant, n, sum and sumOfSquares of each group, and metric if there are several.',

  'experiment.label.orders': 'Orders per customer',
  'experiment.label.revenue': 'Revenue per customer',
  'experiment.label.margin': 'Margin per customer',
  'experiment.label.active': 'Customers who buy',
  'experiment.metric.orders': 'orders per customer',
  'experiment.metric.revenue': 'revenue per customer',
  'experiment.metric.margin': 'margin per customer',
  'experiment.metric.active': 'the share of customers who buy',
  'experiment.metric.column': '“{column}”',
  'experiment.comparison': '{metric} ({variant})',
  'experiment.amount.points': '{value, number, decimal} percentage points',
  'experiment.amount.money': '{value, number, money}',
  'experiment.amount.number': '{value, number, ::@##}',
  'experiment.amount.relative': '{value, number, share}',
  'assignment.group': '{variant}: {n, number, integer}',
  'assignment.p': 'p = {p, number, ::.00##}',
  'assignment.p.tiny': 'p < {p, number, ::.0000}',
  'experiment.estimate.relative': 'Effect on {metric} ({variant})',
  'experiment.estimate.absolute': 'Difference in {metric} ({variant})',
  'experiment.estimate.mean': 'Mean in {variant}: {metric}',
  'experiment.estimate.pValue': 'p-value for {metric} ({variant})',
  'experiment.estimate.pAdjusted': 'p-value after correction for {metric} ({variant})',

  'experiment.verdict.raises': '{variant} raises {metric} by <k>{effect}</k> ({low} to {high}).',
  'experiment.verdict.lowers': '{variant} lowers {metric} by <k>{effect}</k> ({low} to {high}).',
  'experiment.verdict.none':
    '<k>No difference</k> in {metric} can be seen between {variant} and {control}: the interval from {low} to {high} holds zero.',
  'experiment.verdict.chance':
    'The difference in {metric} between {variant} and {control} ({effect}) <k>may be chance</k>: corrected for {comparisons, number, integer} comparisons, {p}.',
  'experiment.verdict.ratio':
    'The groups are <k>not as large as planned</k> ({counts}): no effect is to be read until that is explained.',
  'experiment.eligibility':
    '{level, number, share0} intervals · {units, number, integer} {unit, select, customer {customers} row {rows} other {units}} in {groups, number, integer} groups · {comparisons, plural, one {one comparison} other {# comparisons, {seen, number, integer} of them beyond chance after {correction, select, holm {Holm’s} other {Benjamini and Hochberg’s}} correction}} · {source}',
  'experiment.eligibility.withheld':
    '{units, number, integer} {unit, select, customer {customers} row {rows} other {units}} in {groups, number, integer} groups · no effect is read',
  'experiment.source': '{given, select, yes {from sums that were given} other {{name}}}',
  'experiment.source.dated':
    '{name}, assigned {days, select, one {on {from, date, medium}} other {{from, date, medium} to {to, date, medium}}}',

  'experiment.refusal.nobody-assigned': 'Nobody is assigned to a variant here ({name}).',
  'experiment.refusal.nobody-assigned.remedy':
    'Widen the period or the condition on customers, or check which column names the variant.',
  'experiment.refusal.several-initiatives': 'There are several initiatives: {initiatives}.',
  'experiment.refusal.several-initiatives.remedy': 'Choose one of them as the parameter “Initiative”.',
  'experiment.refusal.too-many-variants':
    '“{name}” has more than {most, number, integer} variants: the column seems to say something else.',
  'experiment.refusal.too-many-variants.remedy': 'Check which column names the variant.',
  'experiment.refusal.no-control-group':
    '{count, plural, one {Everybody is in one group, {variants}: there is no control group to compare it with.} other {None of the groups, or more than one, is called a control group: {variants}.}}',
  'experiment.refusal.no-control-group.remedy':
    '{count, plural, one {Bring those who were left as they were as well; without them nothing says what would have happened anyway.} other {Name the one that was left as it was as the parameter “Control group”. If all were treated, nothing says what would have happened anyway.}}',
  'experiment.refusal.too-few': 'One person in a group shows nothing of how people differ: {groups}.',
  'experiment.refusal.too-few.remedy': 'Bring at least two, better hundreds, in the control group and in another one.',
  'experiment.refusal.no-metrics': 'There is nothing to compare in {name}: no column of numbers or of yes and no.',
  'experiment.refusal.no-metrics.remedy':
    'Bring outcomes as columns of the assignments; or map orders, and the customer and the time of each assignment.',
  'experiment.refusal.no-variance':
    'Within the groups everybody has the same value in {metrics}: there is nothing to measure a difference by.',
  'experiment.refusal.no-variance.remedy':
    'For yes and no choose the method for shares; otherwise another metric or a higher cap. If the orders should show something, check that both tables name customers alike.',
  'experiment.refusal.not-yes-no': 'The score test compares shares, and {metric} is not a matter of yes and no.',
  'experiment.refusal.not-yes-no.remedy': 'Choose the method for means, or only metrics of yes and no.',
  'experiment.refusal.outcome-before-assignment':
    'In {rows, plural, one {one row} other {# rows}} “{metric}” lies before the assignment, so it cannot have come from it.',
  'experiment.refusal.outcome-before-assignment.remedy':
    'Check which columns hold the time of the assignment and that of the outcome, or leave out who had the outcome before.',
  'experiment.refusal.orders-before-assignment':
    'The last order ({last, date, medium}) lies before the first assignment ({first, date, medium}): no outcome can have come from it.',
  'experiment.refusal.orders-before-assignment.remedy':
    'Bring orders from after the assignment, or check which column holds its time.',
  'experiment.refusal.no-orders':
    'No order has a customer and a time: what came after the first assignment ({first, date, medium}) is not in the data.',
  'experiment.refusal.no-orders.remedy':
    'Bring orders of the assigned customers, or check which columns hold customer and time.',
  'experiment.refusal.assignments-undated': 'No assignment has a time, so nobody knows which orders came after it.',
  'experiment.refusal.assignments-undated.remedy': 'Check which column holds the time of the assignment.',
  'experiment.refusal.window-not-over':
    'Of {assigned, number, integer} assigned customers {observed, number, integer} have had their {windowDays, number, integer} days when the data ends ({end, date, medium}); no two groups are left to compare.',
  'experiment.refusal.window-not-over.remedy': 'Count fewer days, or bring orders until a later day.',
  'experiment.refusal.two-currencies': 'The amounts are in {currencies} and cannot be added up.',
  'experiment.refusal.two-currencies.remedy':
    'Choose the metrics orders and active, which need no money. Or convert the amounts to one currency in the mapping, and leave the currency out of it.',

  'assignment.check.sample-ratio.passed': 'The groups are as large as planned: {counts} ({p}).',
  'assignment.check.sample-ratio.warned':
    'The groups are hardly as large as planned ({p}): {counts} instead of {planned}. Look for people lost from one group before relying on an effect.',
  'assignment.check.sample-ratio.failed':
    'The groups are not as large as planned ({p}): {counts} instead of {planned}. Whatever took people out of one group may also have made the effect.',
  'assignment.check.sample-ratio-seen.passed':
    'Nor does who is left out depend on the group: {counts} are looked at ({p}).',
  'assignment.check.sample-ratio-seen.warned':
    'Who is left out hardly fits the plan ({p}): {counts} are looked at instead of {planned}.',
  'assignment.check.sample-ratio-seen.failed':
    'Who is left out depends on the group ({p}): {counts} are looked at instead of {planned}. The effect may come from that.',
  'assignment.check.multiple-variants':
    '{several, plural, =0 {Nobody is in several variants.} one {# customer ({share, number, share}) is in several variants and left out.} other {# customers ({share, number, share}) are in several variants and left out.}}',
  'experiment.check.window':
    '{left, plural, =0 {The {days, number, integer} days of all {observed, number, integer} customers were over when the data ends ({end, date, medium}).} other {{left, number, integer} customers are left out of what is counted in orders: their {days, number, integer} days were not over when the data ends ({end, date, medium}), or their assignment has no time. {observed, number, integer} remain.}}',
  'experiment.check.window.open':
    'Nothing counted in orders can be said of {open}: fewer than two customers there had their {days, number, integer} days when the data ends ({end, date, medium}). In all {left, number, integer} customers are left out for that, or because their assignment has no time; {observed, number, integer} remain.',
  'experiment.check.outcomes-end.passed':
    'The outcomes reach to {last, date, medium}, when the {days, number, integer} days of everybody were over.',
  'experiment.check.outcomes-end.warned':
    'The last outcome is of {last, date, medium}, but the last {days, number, integer} days are only over on {over, date, medium}. If the data ends before that, a late outcome counts as none.',
  'experiment.check.small-groups': 'Left out, with one person each: {small}.',
  'experiment.check.pre-period.passed': 'Before the assignment the groups did not differ (smallest {p}).',
  'experiment.check.pre-period.warned':
    'Before the assignment {variant} already differed from the control in {metric} ({p}). The difference afterwards may be the same one.',
  'experiment.check.pre-period.unseen':
    'The orders begin on {logStart, date, medium}, less than {days, number, integer} days before the first assignment: whether the groups were alike before cannot be seen.',
  'experiment.check.novelty.passed': 'The effect is much the same in both halves of the window (smallest {p}).',
  'experiment.check.novelty.warned':
    'The effect of {variant} on {metric} is not the same in the first half of the window as in the second ({p}): the novelty may wear off, or habit grow.',
  'experiment.check.outliers.passed':
    'Large values do not make the effect: {capped, select, yes {without the cap at {cap}} other {with a cap at {cap}}} the one on {metric} is {otherwise} instead of {effect}.',
  'experiment.check.outliers.warned':
    'Large values make the effect of {variant} on {metric}: {capped, select, yes {without the cap at {cap}} other {with a cap at {cap}}} it is {otherwise} instead of {effect} ({errors, number, decimal} standard errors away).',
  'experiment.check.relative':
    'No relative effect for {metrics}: the control’s mean is too close to zero, or below it, for a ratio with two ends.',
  'experiment.check.no-variance':
    'Not compared, as within the groups everybody has the same value: {metrics}. The method for shares can compare yes and no.',
  'experiment.check.repeated-assignments':
    '{rows, plural, one {One row puts a customer} other {# rows put customers}} into the same group once more. Of each customer only the first row is read: {metrics}; bring one row per customer, or the outcomes as orders.',
  'experiment.check.missing-outcomes':
    '{missing, number, integer} units ({share, number, share}) have no value of {metric} and are left out of it. If the treatment decides who has one, the comparison is not fair.',

  'assignment.step.by-day':
    'Orders have a day and no time of day, so those of the day of the assignment count as coming after it.',
  'assignment.filter.rows': 'the assignments name no customers that it could be about',

  'experiment.step.unit.customer':
    'Everybody assigned in “{name}” counts once, by the first assignment; whoever was in several variants is left out.',
  'experiment.step.unit.row': 'Every row of “{name}” with a variant is one unit.',
  'experiment.step.unit.given': 'Numbers, sums and sums of squares were given; no data were read.',
  'experiment.step.where': 'Only those with {where}.',
  'experiment.step.undated': 'The assignments have no time: no period applies.',
  'experiment.step.unusable':
    '{rows, plural, one {# row names} other {# rows name}} no variant, or no customer, and {rows, plural, one {is} other {are}} left out.',
  'experiment.step.control': 'Every other variant is compared with “{control}”.',
  'experiment.step.metrics.given': 'Compared are the means of: {metrics}.',
  'experiment.step.metrics.business': 'No metric was named: what orders show is compared ({metrics}).',
  'experiment.step.metrics.columns':
    'No metric was named: the last columns of numbers and of yes and no, at most five, are compared ({metrics}). Some may have been known before the assignment.',
  'experiment.step.window':
    'Orders count from the assignment for {windowDays, number, integer} days, for customers whose days were over on the eve of {end, date, medium}; returns take revenue and margin away.',
  'experiment.step.cap':
    'Values above percentile {capPercentile, number, decimal} of all variants count as that percentile.',
  'experiment.step.plan': 'The planned groups are {plan, select, given {those given} other {equally large}}.',
  'experiment.method.welch': 'Difference of means with unequal variances (Welch): test and interval from one statistic',
  'experiment.method.proportion':
    'Score test of two shares, and the intervals of their difference and ratio from the same statistic',
  'experiment.method.relative':
    'Relative effect with Fieller’s interval: normal quantile from 1,000 degrees of freedom on, Student’s below; the delta method beside it for comparison',
  'experiment.method.share': 'Shares of single groups with Wilson’s interval',
  'experiment.method.sample-ratio': 'Sample ratio: χ² test of the groups’ sizes against the plan',
  'experiment.method.holm': 'p-values adjusted by Holm over all metrics and variants',
  'experiment.method.bh': 'p-values adjusted by Benjamini and Hochberg over all metrics and variants',
  'experiment.assumption.chance': 'Chance alone decided who was put into which group.',
  'experiment.assumption.independent':
    'Units do not influence each other. Intervals are those of one look: who looks again and again while the data come in is misled more often.',

  'experiment.relative.title': 'Effect on each metric, relative to {control}',
  'experiment.relative.subtitle':
    'Difference from the control’s mean as a share of it, with its {level, number, share0} interval. Left of zero is less than the control.',
  'experiment.relative.empty': 'No metric has a relative effect with two ends.',
  'experiment.absolute.title': 'Difference from {control} in each metric’s own unit',
  'experiment.absolute.subtitle':
    'Mean of the variant less the control’s, with its {level, number, share0} interval. Every metric has a scale of its own.',
  'experiment.arms.title': 'Mean of each group',
  'experiment.arms.subtitle': 'With its {level, number, share0} interval. Every metric has a scale of its own.',
  'experiment.groups.title': 'Size of the groups',
  'experiment.groups.subtitle': 'Bars: as they are. Marks: as planned.',
  'experiment.metrics.title': 'All comparisons',
  'experiment.metrics.subtitle':
    'Intervals at {level, number, share0}; p-values as they are and corrected for all comparisons.',
  'experiment.column.metric': 'Metric',
  'experiment.column.variant': 'Variant',
  'experiment.column.n': 'Units',
  'experiment.column.n_control': 'Control units',
  'experiment.column.sum': 'Sum',
  'experiment.column.sumOfSquares': 'Sum of squares',
  'experiment.column.mean': 'Mean',
  'experiment.column.low': 'Low',
  'experiment.column.high': 'High',
  'experiment.column.absolute': 'Difference',
  'experiment.column.relative': 'Relative',
  'experiment.column.relative_low': 'Rel. low',
  'experiment.column.relative_high': 'Rel. high',
  'experiment.column.relative_delta_low': 'Delta method, low',
  'experiment.column.relative_delta_high': 'Delta method, high',
  'experiment.column.pValue': 'p',
  'experiment.column.pAdjusted': 'p, corrected',
  'experiment.column.degreesOfFreedom': 'Degrees of freedom',
  'experiment.column.planned': 'Planned',
  'experiment.range': '{value} ({low} to {high})',
  'experiment.p': '{p, number, ::@@##}',
  'experiment.p.tiny': '< {p, number, ::.0000}',
  'experiment.points': '{value, number, ::@##} pp',
  'table.experiment.arms': 'Means of the groups',
  'table.experiment.metrics': 'All comparisons',
  'table.experiment.groups': 'Sizes of the groups',
} as const;
