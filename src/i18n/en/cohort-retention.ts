export const cohortRetention = {
  'question.cohort-retention.title': 'Cohorts',
  'question.cohort-retention.about': 'Of those who came new in a month, who buys again later?',
  'parameter.period': 'Period',
  'parameter.period.help':
    'Customers are put together by the period of their first purchase, and looked at period by period.',
  'parameter.period.choice.week': 'Week',
  'parameter.period.choice.month': 'Month',
  'parameter.period.choice.quarter': 'Quarter',
  'parameter.measure': 'Measure',
  'parameter.measure.help': 'What is followed from period to period.',
  'parameter.measure.choice.customers': 'Customers who buy',
  'parameter.measure.choice.orders': 'Orders',
  'parameter.measure.choice.revenue': 'Revenue',
  'parameter.measure.choice.cumulativeRevenuePerCustomer': 'Revenue per customer so far',
  'parameter.groupBy': 'Compare by',
  'parameter.groupBy.help':
    'A column of the customers, or the channel, store, coupon or currency of the first purchase. Up to five groups; small ones are put together.',
  'parameter.cohort-retention.from': 'Cohorts from',
  'parameter.cohort-retention.from.help':
    'Only customers whose first purchase is on this day or later. A first purchase before it still counts as the first.',
  'parameter.cohort-retention.to': 'Until',
  'parameter.cohort-retention.to.help': 'First day that is not read any more.',
  'estimate.cohort-retention.retention1': '1 period later',
  'estimate.cohort-retention.retention3': '3 periods later',
  'estimate.cohort-retention.retention6': '6 periods later',
  'estimate.cohort-retention.retention12': '12 periods later',
  'estimate.cohort-retention.customers': 'Customers',
  'estimate.cohort-retention.cohorts': 'Cohorts',
  'phase.counting': 'Counting',

  'cohorts.period.week': 'week',
  'cohorts.period.month': 'month',
  'cohorts.period.quarter': 'quarter',
  'cohorts.verdict.customers':
    '<k>{first, number, share0}</k> of new customers buy again {age, plural, one {the next {period, select, week {week} month {month} other {quarter}}} other {# {period, select, week {weeks} month {months} other {quarters}} later}}.',
  'cohorts.verdict.customers.later':
    '<k>{first, number, share0}</k> of new customers buy again {age, plural, one {the next {period, select, week {week} month {month} other {quarter}}} other {# {period, select, week {weeks} month {months} other {quarters}} later}}; {laterAge} {period, select, week {weeks} month {months} other {quarters}} after the first purchase it is {later, number, share0}.',
  'cohorts.verdict.orders':
    'New customers place <k>{first, number, share0}</k> of their first {period, select, week {week} month {month} other {quarter}}’s orders {age, plural, one {in the next one} other {# later}}.',
  'cohorts.verdict.orders.later':
    'New customers place <k>{first, number, share0}</k> of their first {period, select, week {week} month {month} other {quarter}}’s orders {age, plural, one {in the next one} other {# later}}, and {later, number, share0} {laterAge} {period, select, week {weeks} month {months} other {quarters}} later.',
  'cohorts.verdict.revenue':
    'New customers bring <k>{first, number, share0}</k> of their first {period, select, week {week} month {month} other {quarter}}’s revenue {age, plural, one {in the next one} other {# later}}.',
  'cohorts.verdict.revenue.later':
    'New customers bring <k>{first, number, share0}</k> of their first {period, select, week {week} month {month} other {quarter}}’s revenue {age, plural, one {in the next one} other {# later}}, and {later, number, share0} {laterAge} {period, select, week {weeks} month {months} other {quarters}} later.',
  'cohorts.verdict.cumulativeRevenuePerCustomer':
    'A new customer has brought <k>{first, number, money}</k> {age, plural, one {one {period, select, week {week} month {month} other {quarter}}} other {# {period, select, week {weeks} month {months} other {quarters}}}} after the first purchase.',
  'cohorts.verdict.cumulativeRevenuePerCustomer.later':
    'A new customer has brought {first, number, money} {age, plural, one {one {period, select, week {week} month {month} other {quarter}}} other {# {period, select, week {weeks} month {months} other {quarters}}}} after the first purchase, and <k>{later, number, money}</k> after {laterAge}.',
  'cohorts.eligibility':
    '{customers, number} customers in {cohorts, number} cohorts, {from, date, medium} to {to, date, medium}; intervals at {level, number, share0} for other cohorts like these',

  'cohorts.refusal.no-purchases': 'There are no purchases to look at.',
  'cohorts.refusal.no-purchases.remedy':
    'Widen the period or the condition on customers, or check which column holds the amount.',
  'cohorts.refusal.bought-once': 'Every one of the {customers, number} customers bought only once: nobody came back.',
  'cohorts.refusal.bought-once.remedy':
    'If that cannot be, check that the customer column names people and not orders. Otherwise bring data over a longer time.',
  'cohorts.refusal.no-cohorts': 'No customer bought for the first time on {from, date, medium} or later.',
  'cohorts.refusal.no-cohorts.remedy': 'Choose an earlier day for the first cohorts.',
  'cohorts.refusal.one-cohort':
    'All customers came new in the same {period} ({cohort, date, medium}): there is one cohort and nothing to compare.',
  'cohorts.refusal.one-cohort.remedy': 'Choose a shorter period, or bring data over a longer time.',
  'cohorts.refusal.too-short':
    'The data goes from {from, date, medium} to {to, date, medium}: no {period} after a first purchase has fully passed.',
  'cohorts.refusal.too-short.remedy': 'Choose a shorter period, or bring data over a longer time.',

  'cohorts.refusal.two-currencies': 'The amounts are in {currencies} and cannot be added up.',
  'cohorts.refusal.two-currencies.remedy':
    'Follow customers or orders, which need no money. Or convert the amounts to one currency with an expression in the mapping, and leave the currency out of it.',
  'cohorts.refusal.no-revenue': 'There is no revenue to follow: the first purchases bring nothing.',
  'cohorts.refusal.no-revenue.remedy': 'Follow customers or orders, or check which column holds the amount.',
  'cohorts.check.unfinished':
    '{cells, plural, one {# cell is} other {# cells are}} unfinished: their period had not passed when the data ends ({end, date, medium}). They are marked and left out of the means.',
  'cohorts.check.allFinished': 'Every period shown had passed when the data ends.',
  'cohorts.check.first': 'The first cohort is not unusually large ({ratio, number, decimal} times the middle one).',
  'cohorts.check.largeFirst':
    'The first cohort is {ratio, number, decimal} times as large as the middle one. Customers from before {first, date, medium} look new in it; set “Cohorts from” later to leave it out.',
  'cohorts.check.few':
    'The first mean rests on {cohorts, plural, one {one cohort} other {# cohorts}}. So few show little of how cohorts differ; read the intervals with care.',
  'cohorts.check.single':
    'The first mean rests on {cohorts, number} cohorts. From age {from, number} on there is only one: its values are counted, and say nothing of other cohorts.',
  'cohorts.check.enough': 'The first mean rests on {cohorts, number} cohorts.',
  'cohorts.check.unassigned': '{rows, number} rows ({share, number, share}) have no customer and belong to no cohort.',

  'cohorts.step.purchases':
    'Purchases are orders with a total of zero or more that were not cancelled; lines with the same order number, or the same customer and time, are one order.',
  'cohorts.step.where': 'Only customers with {where}.',
  'cohorts.step.cohort':
    'A customer’s cohort is the {period, select, week {week} month {month} other {quarter}} of the first purchase in the whole log.',
  'cohorts.step.from': 'Cohorts of customers whose first purchase was before {from, date, medium} are left out.',
  'cohorts.step.to': 'Nothing from {to, date, medium} on is read.',
  'cohorts.step.measure.customers':
    'Retention at age n is the share of a cohort’s customers with at least one purchase in the nth {period, select, week {week} month {month} other {quarter}} after (not “until” or “since”).',
  'cohorts.step.measure.orders': 'Orders at age n, also as a share of the cohort’s orders at age 0.',
  'cohorts.step.measure.revenue': 'Revenue at age n, also as a share of the cohort’s revenue at age 0.',
  'cohorts.step.measure.cumulativeRevenuePerCustomer':
    'Revenue from age 0 to age n, divided by all customers of the cohort.',
  'cohorts.step.returns':
    'Returns and cancellations take revenue off in the period they are dated, once the customer has bought.',
  'cohorts.step.group.customers': 'Groups are the values of “{column}” of the customers.',
  'cohorts.step.group.orders': 'Groups are the values of “{column}” at the first purchase.',
  'cohorts.step.unfinished':
    'The data ends on the eve of {end, date, medium}; periods that had not passed by then are marked unfinished.',
  'cohorts.step.mean':
    'Means over the cohorts whose period of that age has passed, weighted by what they are shares of.',
  'cohorts.method.definition':
    'Retention by cohort, period by period (also called classic, bounded or “nth-period” retention)',
  'cohorts.method.share':
    'Ratio of totals over cohorts; interval from the differences between cohorts, on the log-odds scale, with t quantiles; Wilson’s where nobody or everybody is left, or where cohorts differ less than chance lets them',
  'cohorts.method.amount':
    'Ratio of totals over cohorts; interval from the differences between cohorts, with t quantiles',
  'cohorts.assumption.first': 'The first purchase in the log is the customer’s first purchase ever.',
  'cohorts.assumption.independent':
    'Cohorts are independent of each other. A season that lifts several at once makes the intervals too narrow.',

  'cohorts.heatmap.title.customers':
    'Share of each cohort that buys, by {period, select, week {weeks} month {months} other {quarters}} since the first purchase',
  'cohorts.heatmap.title.orders':
    'Orders of each cohort relative to its first {period, select, week {week} month {month} other {quarter}}',
  'cohorts.heatmap.title.revenue':
    'Revenue of each cohort relative to its first {period, select, week {week} month {month} other {quarter}}',
  'cohorts.heatmap.title.cumulativeRevenuePerCustomer': 'Revenue per customer so far',
  'cohorts.heatmap.ofGroup': '{title}: {group}',
  'cohorts.heatmap.subtitle':
    'One row per cohort with its number of customers. Hatched: the period has not passed yet.',
  'cohorts.heatmap.group': 'Group',
  'cohorts.curves.title.customers': 'Share of customers who buy again, by age',
  'cohorts.curves.title.orders': 'Orders by age, relative to age 0',
  'cohorts.curves.title.revenue': 'Revenue by age, relative to age 0',
  'cohorts.curves.title.cumulativeRevenuePerCustomer': 'What a customer brings as time passes',
  'cohorts.curves.subtitle':
    'Thin: each cohort. Thick: weighted mean with its {level, number, share0} interval, dashed where one cohort is left. Only periods that have passed.',
  'cohorts.curves.subtitleGroups':
    'Weighted mean of each group with its {level, number, share0} interval. Only periods that have passed.',
  'cohorts.axis.age': '{period, select, week {Weeks} month {Months} other {Quarters}} since the first purchase',
  'cohorts.mean': 'mean',
  'cohorts.unfinished': 'not passed yet',
  'cohorts.otherGroups': 'others',
  'cohorts.cell.money': '{value, number, integer}',
  'cohorts.unknownGroup': 'unknown',
  'cohorts.column.cohort': 'Cohort',
  'cohorts.column.group': 'Group',
  'cohorts.column.size': 'Customers',
  'cohorts.column.age': 'Age',
  'cohorts.column.share': 'Share',
  'cohorts.column.complete': 'Passed',
  'cohorts.column.mean': 'Mean',
  'cohorts.column.low': 'Low',
  'cohorts.column.high': 'High',
  'cohorts.column.cohorts': 'Cohorts',
  'cohorts.cell': '{value, number, share0}',
  'cohorts.value.customers': 'Customers who buy',
  'cohorts.value.orders': 'Orders',
  'cohorts.value.revenue': 'Revenue',
  'cohorts.value.cumulativeRevenuePerCustomer': 'Revenue per customer so far',
  'table.cohort-retention.cells': 'Cohorts by age',
  'table.cohort-retention.curve': 'Mean by age',
} as const;
