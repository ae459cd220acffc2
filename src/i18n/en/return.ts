export const returnOf = {
  'question.return.title': 'Return',
  'question.return.about':
    'What did an initiative bring beyond what would have come anyway, and what is left after its costs?',
  'parameter.treatment': 'Treated group',
  'parameter.treatment.help': 'The name of the group that got the initiative; needed where there are several.',
  'parameter.return.initiative': 'Initiative',
  'parameter.return.initiative.help': 'Its name in the assignments and in the costs; needed where there are several.',
  'parameter.return.control': 'Control group',
  'parameter.return.control.help':
    'The name of the group that was left as it was. Recognised by names such as “control” or “holdout”.',
  'parameter.return.windowDays': 'Window in days',
  'parameter.return.windowDays.help':
    'So many days from each customer’s assignment count. Customers whose window is not over are left out.',
  'parameter.return.margin': 'Margin as a share of revenue',
  'parameter.return.margin.help': 'Between 0 and 1. Left empty, the column “margin” of the orders is read.',
  'parameter.return.discountRateAnnual': 'Discount rate per year',
  'parameter.return.discountRateAnnual.help': 'For the present value; 0.1 is 10 percent.',
  'parameter.return.shares': 'Planned shares',
  'parameter.return.shares.help':
    'How the groups were meant to be split, as weights by name, e.g. \'{\'"control": 1, "treated": 4\'}\'. Left empty: equal.',
  'parameter.return.from': 'Assigned from',
  'parameter.return.from.help': 'Only customers assigned on this day or later.',
  'parameter.return.to': 'Assigned before',
  'parameter.return.to.help': 'Only customers assigned before this day.',
  'estimate.return.netReturn': 'Net return',
  'estimate.return.roi': 'Return on investment',
  'estimate.return.marginPerCustomer': 'Margin gained per customer',
  'estimate.return.paybackMonths': 'Payback in months',
  'estimate.return.incrementalMargin': 'Margin gained',
  'estimate.return.cost': 'Cost',
  'estimate.return.returnPerUnit': 'Margin gained per unit spent',
  'estimate.return.marginRelative': 'Margin gained, relative',
  'estimate.return.npv': 'Net present value',
  'estimate.return.irr': 'Internal rate of return',
  'estimate.return.probabilityPositive': 'Probability of a positive return',
  'estimate.return.treatedCustomers': 'Treated customers',

  'return.verdict.very-likely':
    'Every {one, number, money0} spent on {initiative} returned <k>{perUnit, number, money}</k>, and it is very likely above break-even.',
  'return.verdict.likely':
    'Every {one, number, money0} spent on {initiative} returned <k>{perUnit, number, money}</k>; it is likely above break-even.',
  'return.verdict.open':
    'Every {one, number, money0} spent on {initiative} returned <k>{perUnit, number, money}</k>, but the data cannot say whether that is above break-even.',
  'return.verdict.unlikely':
    'Every {one, number, money0} spent on {initiative} returned <k>{perUnit, number, money}</k>; it has probably not paid for itself.',
  'return.verdict.very-unlikely':
    'Every {one, number, money0} spent on {initiative} returned <k>{perUnit, number, money}</k>: it has not paid for itself.',
  'return.verdict.withheld':
    'No verdict on {initiative}: its groups are not as large as planned, so something has gone wrong in how customers got into them.',
  'return.eligibility':
    '{level, number, share0} interval {low, number, money} to {high, number, money} · probability of a positive return {extent, select, most {over 99%} least {under 1%} other {{probability, number, share0}}} · randomised holdout, {customers, number} customers, {windowDays, number} days each, {from, date, medium} to {to, date, medium}',

  'return.refusal.no-initiative': 'Nobody has been assigned to any initiative.',
  'return.refusal.no-initiative.remedy':
    'Bring a file that says who got the initiative and who was held out, and when.',
  'return.refusal.several-initiatives': 'There are several initiatives: {initiatives}.',
  'return.refusal.several-initiatives.remedy': 'Choose one of them.',
  'return.refusal.nobody-assigned': 'Nobody was assigned under these conditions.',
  'return.refusal.nobody-assigned.remedy': 'Widen the period or the condition on customers.',
  'return.refusal.no-control-group':
    'There is no control group among {variants}: without customers who were left as they were, nobody knows what would have come anyway.',
  'return.refusal.no-control-group.remedy':
    'If one of the groups is the control, name it. If there is none, hold some customers out the next time.',
  'return.refusal.several-treatments': 'Several groups were treated: {variants}.',
  'return.refusal.several-treatments.remedy': 'Choose the one whose return is asked for.',
  'return.refusal.one-customer':
    'The group “{variant}” has {n, plural, one {one customer} other {# customers}}: that is too few to see how customers differ.',
  'return.refusal.one-customer.remedy':
    'Use groups of hundreds of customers. Widen the period or the condition on customers.',
  'return.refusal.window-not-over':
    'The orders end on {end, date, medium}: for one of the groups no window of {windowDays, number} days is over by then.',
  'return.refusal.window-not-over.remedy': 'Choose a shorter window, or bring later orders.',
  'return.refusal.not-dated': 'The assignments to {initiative} are not all dated.',
  'return.refusal.not-dated.remedy': 'Map the column that says when each customer was assigned.',
  'return.refusal.not-customers':
    'The assignments to {initiative} are rows and name no customers, so nobody knows which orders are whose.',
  'return.refusal.not-customers.remedy': 'Map the column of the assignments that names the customer as the orders do.',
  'return.refusal.no-orders':
    'No order has a customer and a time: what came after the first assignment ({start, date, medium}) is not in the data.',
  'return.refusal.no-orders.remedy':
    'Bring orders of the assigned customers, or check which columns hold customer and time.',
  'return.refusal.outcome-before-assignment':
    'All orders lie before the first assignment ({start, date, medium}): what came after it is not in the data.',
  'return.refusal.outcome-before-assignment.remedy': 'Bring orders from after the assignment.',
  'return.refusal.two-currencies': 'The orders are in {currencies} and cannot be added up.',
  'return.refusal.two-currencies.remedy':
    'Convert the amounts to one currency with an expression in the mapping, and leave the currency out of it.',
  'return.refusal.no-margin': 'The orders have an amount but no margin, and revenue is not what is earned.',
  'return.refusal.no-margin.remedy': 'Map a column with the margin, or say which share of revenue is margin.',
  'return.refusal.nothing-bought': 'Nobody in either group brought any margin within {windowDays, number} days.',
  'return.refusal.nothing-bought.remedy': 'Choose a longer window.',
  'return.refusal.no-variance':
    'Within each group every customer brought exactly the same margin in {windowDays, number} days: there is nothing to tell a difference from chance by.',
  'return.refusal.no-variance.remedy': 'Check that the column with the margin holds what each order has brought.',
  'return.refusal.no-costs':
    'The effect is known, the return is not: {initiative} changed the margin per customer by {value, number, money} ({low, number, money} to {high, number, money} at {level, number, share0}), but no costs of it are known.',
  'return.refusal.no-costs.remedy':
    'Bring a table of costs with date, amount and the name of the initiative, dated before its window ends.',
  'return.refusal.costs-after':
    'The effect is known, the return is not: {initiative} changed the margin per customer by {value, number, money} ({low, number, money} to {high, number, money} at {level, number, share0}), but all of its costs ({amount, number, money}) date from {end, date, medium} or later, when the window was over.',
  'return.refusal.costs-after.remedy':
    'Check the dates of the costs, choose a longer window, or bring the earlier costs.',
  'return.refusal.costs-cancel-out':
    'The effect is known, the return is not: {initiative} changed the margin per customer by {value, number, money} ({low, number, money} to {high, number, money} at {level, number, share0}), but its costs add up to {amount, number, money}, and no return can be held against that.',
  'return.refusal.costs-cancel-out.remedy': 'Check the signs of the costs: what was spent has to be above zero.',
  'return.refusal.cost-currencies': 'The costs of {initiative} are in {currencies} and cannot be added up.',
  'return.refusal.cost-currencies.remedy':
    'Convert the costs to one currency with an expression in the mapping, and leave the currency out of it.',
  'return.refusal.currencies-differ':
    'The orders are in {orders}, the costs of {initiative} in {costs}: one cannot be taken off the other.',
  'return.refusal.currencies-differ.remedy':
    'Convert the costs to the currency of the orders with an expression in the mapping, and leave the currency out of it. Amounts without a currency are taken to be in that of the settings.',

  'return.check.pre-period.passed':
    'In the {windowDays, number} days before, the groups did not differ in margin ({p}).',
  'return.check.pre-period.warned':
    'In the {windowDays, number} days before, the treated already differed by {difference, number, money} per customer ({p}).',
  'return.check.pre-period.nothing':
    'Nobody bought in the {windowDays, number} days before: whether the groups were alike cannot be seen.',
  'return.check.pre-period.unseen':
    'The orders begin on {first, date, medium}, less than {windowDays, number} days before the first assignment: whether the groups were alike before cannot be seen, and no before and after is shown.',
  'return.check.outliers.alike':
    'A few very large customers carry the result: capped at the 99.9th percentile, or at the second largest, nobody differs from the others in the group, and nothing is left of the effect of {effect, number, money} to test.',
  'return.check.outliers.passed':
    'A few very large customers do not carry the result: capped at the 99.9th percentile, or at the second largest, the effect is {capped, number, money} instead of {effect, number, money}.',
  'return.check.outliers.warned':
    'A few very large customers carry the result: capped at the 99.9th percentile, or at the second largest, the effect is {capped, number, money} instead of {effect, number, money}.',
  'return.check.window.over': 'All {used, number} customers have their {windowDays, number} days behind them.',
  'return.check.window.unfinished':
    '{customers, plural, one {# customer is} other {# customers are}} left out because their {windowDays, number} days are not over; {used, number} are looked at.',
  'return.check.undated.warned':
    '{customers, plural, one {# customer whose assignment has no time is} other {# customers whose assignment has no time are}} left out: {treated, number, share} of the treated and {control, number, share} of the control group ({p}).',
  'return.check.undated.failed':
    'How many assignments have no time depends on the group ({p}): {treated, number, share} of the treated and {control, number, share} of the control group, {customers, number} customers in all, are left out for that. The effect may come from it.',
  'return.check.margin-known.passed': 'All {purchases, number} orders of these customers come with their margin.',
  'return.check.margin-known.warned':
    '{missing, number} of {purchases, number} orders of these customers come without their margin and count as bringing none.',
  'return.check.costs.passed': 'The last cost that counts is of {last, date, medium}.',
  'return.check.costs.warned':
    'Costs came back, but the last one is of {last, date, medium}, {days, number, integer} days before the window ends. If the initiative went on costing money, the return is lower.',
  'return.check.costs-undated':
    'Costs of {amount, number, money} have no date. They are counted as spent at the start; those that came after the window should not count.',
  'return.check.costs-later':
    'Costs of {later, number, money} from {end, date, medium} on belong to what comes after the window and are not counted.',
  'return.check.payback.within': 'The costs are covered within the window.',
  'return.check.payback.beyond':
    'Payback lies beyond the window of {windowDays, number} days: it supposes that margin goes on coming as it has so far.',
  'return.check.payback.open':
    'No payback is given: the interval of the margin gained reaches zero, so the costs may never be covered.',
  'return.check.irr':
    'No internal rate of return is given: the payments, or too many of their draws, have no single rate at which they are worth nothing.',
  'return.check.timing':
    'No rate of return and no costs by month are given: customers were assigned from {first, date, medium} to {last, date, medium}, so a day after the assignment is not the same day for all.',
  'return.check.before-after.agrees':
    'A plain before and after of the treated would say {naive, number, money} per customer ({low, number, money} to {high, number, money}); the holdout says {effect, number, money}.',
  'return.check.before-after.misleads':
    'A plain before and after of the treated would say {naive, number, money} per customer ({low, number, money} to {high, number, money}) and mislead: compared with the holdout it is {effect, number, money}.',

  'return.step.groups':
    'Compare {treated, number} customers of “{name}” with {control, number} of “{other}”, as chance assigned them.',
  'return.step.where': 'Only customers with {where}.',
  'return.step.margin.column':
    'Add up the margin of each customer’s orders in the {windowDays, number} days from the assignment; returns take margin away.',
  'return.step.margin.share':
    'Add up each customer’s revenue in the {windowDays, number} days from the assignment, returns taken off, times {share, number, share} margin.',
  'return.step.effect':
    'Margin gained per treated customer: {value, number, money} ({low, number, money} to {high, number, money}).',
  'return.step.times': 'Times {customers, number} treated customers: {margin, number, money}.',
  'return.step.costs': 'Less all costs until {end, date, medium}: {total, number, money} ({list}).',
  'return.step.costs-undated': 'Of these, {amount, number, money} without a date count as spent at the start.',
  'return.step.share':
    'Costs are shared equally among all treated customers, of whatever group; {share, number, share} of them are looked at.',
  'return.step.net': 'Net return: {net, number, money}.',
  'return.step.draws': 'Probability, parts and rate from {draws, number} draws of both groups’ means.',
  'return.method.welch':
    'Difference of two means with unequal variances (Welch); the same interval carries margin, net return and ROI',
  'return.method.shapley': 'Parts of the gain: Shapley value of buyers × orders per buyer × margin per order',
  'return.method.probability':
    'Probability: share of draws with a positive return (multivariate t, flat prior); its interval is that of the drawing',
  'return.method.present':
    'Present value: each order and each cost discounted from its own day to the first one, at {rate, number, share} a year; Welch’s interval',
  'return.method.rate':
    'Internal rate of return, a year: from payments month by month; its interval from draws, −100% where nothing comes back',
  'return.method.ratio': 'Sample ratio check: Pearson’s χ² against the planned shares',
  'return.assumption.interference': 'What one customer gets does not change what another does.',
  'return.assumption.window': 'What comes after the {windowDays, number} days is not counted, neither gains nor costs.',
  'return.assumption.costs':
    'The costs listed are all there are, and none of them would have arisen without the initiative.',
  'return.assumption.shared-costs': 'A customer costs the same in each of the treated groups: {treatments}.',
  'return.assumption.payback': 'For the payback, margin comes evenly, as on average in the window.',

  'return.chart.waterfall.title': 'Where the return comes from',
  'return.chart.waterfall.subtitle':
    'Over {windowDays, number} days, with {level, number, share0} intervals where it is estimated',
  'return.chart.months.title': 'When it pays',
  'return.chart.months.subtitle':
    'Margin gained and costs as they add up from the assignment, {level, number, share0} interval',
  'return.chart.months.title.margin': 'When the margin comes',
  'return.chart.months.subtitle.margin':
    'Margin gained as it adds up from the assignment, {level, number, share0} interval',
  'return.chart.months.margin': 'margin gained',
  'return.chart.months.cost': 'costs',
  'return.chart.months.day': 'days since the assignment',
  'return.chart.draws.title': 'How sure the return is',
  'return.chart.draws.subtitle': '{draws, number} draws of the net return; those below zero in red',
  'return.chart.draws.positive':
    '{extent, select, most {Over 99%} least {Under 1%} other {{share, number, share0}}} above zero',
  'return.chart.draws.count': 'Draws',
  'return.chart.comparison.title': 'What a plain before and after would have said',
  'return.chart.comparison.subtitle': 'Margin gained per treated customer, {level, number, share0} interval',
  'return.chart.arms.title': 'The two groups',
  'return.chart.arms.subtitle': 'Per customer over {windowDays, number} days, {level, number, share0} intervals',
  'return.step.buyers': 'More buyers',
  'return.step.frequency': 'More orders each',
  'return.step.perOrder': 'Margin per order',
  'return.step.margin': 'Margin gained',
  'return.step.technology': 'Technology',
  'return.step.team': 'Team',
  'return.step.incentive': 'Incentives',
  'return.step.media': 'Media',
  'return.step.other': 'Other',
  'return.step.total': 'Net return',
  'return.method.holdout': 'Against the holdout',
  'return.method.before-after': 'Plain before and after',
  'return.column.step': 'Step',
  'return.column.value': 'Amount',
  'return.column.low': 'Low',
  'return.column.high': 'High',
  'return.column.method': 'Method',
  'return.column.variant': 'Group',
  'return.column.customers': 'Customers',
  'return.column.buyers': 'Buyers',
  'return.column.orders': 'Orders',
  'return.column.margin': 'Margin',
  'return.column.day': 'Day',
  'return.column.gained': 'Margin gained',
  'return.column.cost': 'Costs so far',
  'return.column.range': 'Interval',
  'table.return.waterfall': 'Steps from margin to return',
  'table.return.draws': 'Simulated returns',
  'table.return.histogram': 'Distribution of the return',
  'table.return.arms': 'The two groups',
  'table.return.months': 'Margin and costs over time',
  'table.return.costs': 'Costs',
  'table.return.comparison': 'Against a plain before and after',
} as const;
