export const overview = {
  'question.overview.title': 'Overview',
  'question.overview.about': 'What do customers bring, and do they come back?',
  'parameter.overview.period': 'Period',
  'parameter.overview.period.help': 'What is counted together in the charts, and how retention is counted.',
  'parameter.baselineFrom': 'Baseline from',
  'parameter.baselineFrom.help': 'First day of the range to compare with. Left empty, the frozen baseline is used.',
  'parameter.baselineTo': 'Baseline until',
  'parameter.baselineTo.help': 'First day that is not in it any more.',
  'estimate.overview.revenue': 'Revenue',
  'estimate.overview.activeCustomers': 'Customers who bought',
  'estimate.overview.averageOrder': 'Average order',
  'estimate.overview.retention': 'Retention from period to period',
  'estimate.overview.repeatShare': 'Customers with more than one purchase',
  'estimate.overview.orders': 'Orders',
  'estimate.overview.nps': 'Net promoter score',
  'estimate.overview.acquisitionCost': 'Media cost per new customer',
  'estimate.overview.valuePerCustomer12': 'Brought in the first 12 months',
  'estimate.overview.clvToCac': 'First 12 months per media cost',

  'overview.period.week': 'the week of {start, date, medium}',
  'overview.period.month': '{start, date, month}',
  'overview.period.quarter': 'Q{quarter} {year}',
  'overview.days': '{days, plural, one {# day} other {# days}}',
  'overview.months': '{months, plural, one {# month} other {# months}}',
  'overview.value.money': '{value, number, money}',
  'overview.value.share': '{value, number, share}',
  'overview.value.customers': '{value, number, integer}',
  'overview.value.orders': '{value, number, integer}',
  'overview.value.number': '{value, number, decimal}',

  'overview.verdict.revenue':
    '<k>{revenue, number, money0}</k> from {orders, plural, one {# order} other {# orders}} of {customers, plural, one {# customer} other {# customers}} in {span}.',
  'overview.verdict.revenue.last':
    '<k>{revenue, number, money0}</k> from {orders, plural, one {# order} other {# orders}} of {customers, plural, one {# customer} other {# customers}} in {span}; {late} brought {direction, select, more {{change, number, share0} more than} less {{change, number, share0} less than} other {as much as}} {early}.',
  'overview.verdict.revenue.baseline':
    'Revenue per day is {direction, select, more {<k>{change, number, share0}</k> above} less {<k>{change, number, share0}</k> below} other {<k>level with</k>}} the baseline of {baselineFrom, date, medium} to {baselineTo, date, medium}: {value, number, money0} against {baseline, number, money0}, from {from, date, medium} to {to, date, medium}.',
  'overview.verdict.orders':
    '<k>{orders, plural, one {# order} other {# orders}}</k> of {customers, plural, one {# customer} other {# customers}} in {span}.',
  'overview.verdict.orders.last':
    '<k>{orders, plural, one {# order} other {# orders}}</k> of {customers, plural, one {# customer} other {# customers}} in {span}; {late} had {direction, select, more {{change, number, share0} more than} less {{change, number, share0} fewer than} other {as many as}} {early}.',
  'overview.verdict.orders.baseline':
    'Orders per day are {direction, select, more {<k>{change, number, share0}</k> above} less {<k>{change, number, share0}</k> below} other {<k>level with</k>}} the baseline of {baselineFrom, date, medium} to {baselineTo, date, medium}: {value, number, decimal} against {baseline, number, decimal}, from {from, date, medium} to {to, date, medium}.',
  'overview.eligibility':
    '{orders, number} orders of {customers, number} customers, {from, date, medium} to {to, date, medium}; counts are complete, estimates carry their {level, number, share0} interval',
  'overview.eligibility.survey':
    '{orders, number} orders of {customers, number} customers and {answers, number} survey answers, {from, date, medium} to {to, date, medium}; counts are complete, estimates carry their {level, number, share0} interval',

  'overview.refusal.no-purchases': 'There are no purchases to look at.',
  'overview.refusal.no-purchases.remedy':
    'Widen the period or the condition on customers, or check which columns hold the time and the amount.',
  'overview.refusal.outside':
    'The data goes from {first, date, medium} to {last, date, medium}; nothing of it lies in the period that is asked about.',
  'overview.refusal.outside.remedy': 'Choose a period inside these dates.',
  'overview.refusal.two-currencies': 'The amounts are in {currencies} and cannot be added up.',
  'overview.refusal.two-currencies.remedy':
    'Convert the amounts to one currency with an expression in the mapping, and leave the currency out of it. Or choose customers or a period with one currency.',
  'overview.refusal.too-many-periods':
    'From {first, date, medium} to {last, date, medium} there are {periods, number} periods, more than the {limit, number} that can be shown.',
  'overview.refusal.too-many-periods.remedy':
    'Choose a later first day or a longer period. If a date cannot be right, correct it in the file.',

  'overview.check.unfinished':
    '{periods, plural, one {One period is} other {# periods are}} not complete: the range goes from {from, date, medium} to {to, date, medium}. {periods, plural, one {It is} other {They are}} drawn lighter or left out of charts, and left out of retention and of comparisons between periods.',
  'overview.check.allFinished': 'Every period shown is complete.',
  'overview.check.unassigned':
    '{rows, number} rows ({share, number, share}) with {amount, number, money} in all have no customer and are left out.',
  'overview.check.returns': 'Returns and cancellations take {share, number, share} off what purchases brought.',
  'overview.check.usualNew':
    'The log’s first period does not have unusually many new customers ({ratio, number, decimal} times the middle one).',
  'overview.check.manyNew':
    'The log’s first period has {ratio, number, decimal} times as many new customers as the middle one. Whoever bought before {first, date, medium} looks new in it; a later first day leaves it out.',
  'overview.check.baseline-usualNew':
    'The baseline’s first period does not have unusually many new customers ({ratio, number, decimal} times the middle one).',
  'overview.check.baseline-manyNew':
    'The baseline’s first period has {ratio, number, decimal} times as many new customers as the middle one. Whoever bought before {first, date, medium} looks new in it; a baseline that begins later leaves it out.',
  'overview.check.answers': 'The net promoter score rests on {answers, number} answers.',
  'overview.check.fewAnswers': 'The net promoter score rests on {answers, number} answers only; read its interval.',
  'overview.check.scores':
    '{outside, number} of {given, number} answers have no score from 0 to 10 and are left out of the net promoter score.',
  'overview.check.costs.covered':
    'Media costs go from {first, date, medium} to {last, date, medium} and cover the range without a long gap at its ends.',
  'overview.check.costs.gap':
    'Media costs go from {first, date, medium} to {last, date, medium}, but customers are counted from {from, date, medium} to {to, date, medium}: the cost per new customer comes out too low.',
  'overview.check.costs.none':
    'There are no media costs in the range, so the cost per new customer is left out. Costs count when their category is “media”.',
  'overview.check.costs.filtered':
    'Costs have no customer: under a condition on customers the cost per new customer is left out.',
  'overview.check.costs.two-currencies':
    'Media costs and orders are not in one currency, so the cost per new customer is left out.',
  'overview.check.firstYear':
    'What customers bring in their first 12 months is the mean of {customers, number} customers; with amounts as skewed as these, {needed, number} are enough for its interval.',
  'overview.check.firstYear.skewed':
    'What customers bring in their first 12 months is the mean of {customers, number} customers. A few bring so much that {needed, number} would be needed for the interval to hold its level; take it as a rough one.',
  'overview.check.firstYear.few':
    '{customers, plural, =0 {No customer has} one {One customer has} other {# customers have}} been seen for 365 days, and {limit, number} are needed: what a customer brings in the first 12 months is left out.',
  'overview.check.firstYear.alike':
    'All {customers, number} customers seen for 365 days brought the same, so nothing can be said of others: their first 12 months are left out.',
  'overview.check.firstYear.currencies':
    'Earlier orders are in another currency: what a customer brings in the first 12 months is left out.',
  'overview.check.marginMissing':
    '{share, number, share} of the orders in customers’ first 12 months have no margin and count as bringing none.',
  'overview.check.items.fit':
    'The lines of the orders add up to the orders: to {early, number, share} before and {late, number, share} after.',
  'overview.check.items.off':
    'The lines add up to {early, number, share} of what the orders brought before and {late, number, share} after; the rest (shipping, coupons, orders without lines) stands as a component of its own.',
  'overview.check.items.unusable':
    'The lines add up to {early, number, share} of what the orders brought before and {late, number, share} after. Outside {least, number, share0} to {most, number, share0} they do not explain the average order, so its parts are left out.',
  'overview.check.baselineEmpty':
    'The baseline of {from, date, medium} to {to, date, medium} holds no purchases in this data: nothing is compared with it.',
  'overview.check.baseline.intact':
    'Baseline frozen on {frozenAt, date, medium} and unchanged since; SHA-256 begins {hash}. Its values come out the same today.',
  'overview.check.baseline.filtered':
    'Baseline frozen on {frozenAt, date, medium} and unchanged since; SHA-256 begins {hash}. It was sealed for all customers: its values are not compared under a condition on customers.',
  'overview.check.baseline.broken':
    'The baseline frozen on {frozenAt, date, medium} does not fit its seal (SHA-256 begins {hash}): it has been altered. Do not rely on it; freeze a new one.',
  'overview.check.baseline.changed':
    'Baseline frozen on {frozenAt, date, medium}, SHA-256 begins {hash}. The data has changed since: {metric} was {sealed} and comes out as {now} today{count, plural, one {} other {; # values differ in all}}.',
  'overview.check.baseline.other':
    'The range {from, date, medium} to {to, date, medium} is not the frozen baseline, which was frozen on {frozenAt, date, medium} from {frozenFrom, date, medium} to {frozenTo, date, medium} (SHA-256 begins {hash}).',

  'overview.step.range': 'Everything is counted from {from, date, medium} to {to, date, medium}, both days included.',
  'overview.step.where': 'Only customers with {where}.',
  'overview.step.purchases':
    'Purchases are orders with a total of zero or more that were not cancelled; lines with the same order number, or the same customer and time, are one order.',
  'overview.step.revenue': 'Revenue is what purchases brought less returns and cancellations, by the date of each.',
  'overview.step.average': 'The average order is what purchases brought, before returns, divided by their number.',
  'overview.step.repeat':
    'Customers with more than one purchase: of those who bought in the range, the share with at least two purchases by its end, earlier ones included.',
  'overview.step.retention':
    'Retention: of the customers active in a complete {period, select, week {week} month {month} other {quarter}}, the share active again in the next complete one, pooled over all such pairs in the range.',
  'overview.step.nps':
    'Net promoter score: share of scores 9 and 10 less share of 0 to 6, times 100. Of a customer who answered several times the last answer in the range counts; an answer without a customer counts for itself.',
  'overview.step.acquisition':
    'Media cost per new customer: costs of the category “media” in the range, without those of initiatives that are tried out on some customers, divided by the customers whose first purchase lies in it.',
  'overview.step.firstYear':
    'First 12 months: {byMargin, select, margin {margin} other {revenue}} of a customer in the 365 days from the first purchase, returns taken off, over all customers who came 365 days or more before the end of the range, also those who came before it begins. This was observed; it is no forecast.',
  'overview.step.ratio':
    'First 12 months per media cost: the one divided by the other. The cost is counted, so the interval is that of the first 12 months.',
  'overview.step.comparison':
    'Compared: {from, date, medium} to {to, date, medium} with {baselineFrom, date, medium} to {baselineTo, date, medium}. Totals are per day, so that ranges of different length compare; where the range overlaps the baseline, only its part after the baseline is compared.',
  'overview.step.items':
    'The average order of {from, date, medium} to {to, date, medium} against that of {beforeFrom, date, medium} to {beforeTo, date, medium}, by the lines of the orders: units in an order, prices of the same products, mix of products. A product sold in one range only counts as mix.',
  'overview.method.counts': 'Complete counts of the log, without an interval',
  'overview.method.nps': 'Net promoter score with its score interval',
  'overview.method.npsChange': 'Change of the net promoter score: intervals of both, squared and added (method 10)',
  'overview.method.firstYear': 'Mean with a t interval for other customers like these',
  'overview.method.items': 'Decomposition of a change with midpoint weights',
  'overview.assumption.first': 'The first purchase in the log is the customer’s first.',
  'overview.assumption.nps': 'Those who answered are like those who did not.',
  'overview.assumption.acquisition': 'Media costs are what brings new customers, all of them and in the same range.',
  'overview.assumption.firstYear': 'Customers bring what they do independently of one another.',
  'overview.assumption.revenue':
    'No margin is mapped: the first 12 months are revenue, and a ratio above 1 does not say that media pays.',

  'overview.chart.revenue': 'Revenue by {period, select, week {week} month {month} other {quarter}}',
  'overview.chart.revenue.subtitle':
    'Purchases less returns.{periods, select, complete {} other { Lighter: not complete.}}',
  'overview.chart.customers': 'Customers who buy, new and returning',
  'overview.chart.customers.subtitle':
    'New: first purchase ever. {periods, select, complete {Only complete periods.} other {Dashed: no two periods are complete.}}',
  'overview.chart.averageOrder': 'Average order',
  'overview.chart.averageOrder.subtitle':
    'What purchases brought, divided by their number. {periods, select, complete {Only complete periods.} other {Dashed: no two periods are complete.}}',
  'overview.chart.change':
    'The average order {direction, select, more {rose by {change, number, money}} less {fell by {change, number, money}} other {did not change}}',
  'overview.chart.change.subtitle':
    '{from, date, medium} to {to, date, medium} against {beforeFrom, date, medium} to {beforeTo, date, medium}: {after, number, money} after {before, number, money}. The parts add up exactly.',
  'overview.chart.retention':
    'Customers of one {period, select, week {week} month {month} other {quarter}} who buy again in the next',
  'overview.chart.retention.subtitle': 'Share of those active in the period before. Only complete periods.',
  'overview.chart.nps': 'Net promoter score',
  'overview.chart.nps.subtitle': 'From −100 to 100, with {level, number, share0} intervals.',
  'overview.chart.comparison': 'Against the baseline',
  'overview.chart.comparison.subtitle':
    '{from, date, medium} to {to, date, medium}, relative to {baselineFrom, date, medium} to {baselineTo, date, medium}. Totals per day.',
  'overview.chart.baseline': 'baseline',
  'overview.chart.partial': 'not complete',
  'overview.chart.new': 'new',
  'overview.chart.returning': 'returning',
  'overview.chart.from-to': '{before} → {after}',

  'overview.column.period': 'Period',
  'overview.column.complete': 'Complete',
  'overview.column.customers': 'Customers',
  'overview.column.newCustomers': 'New customers',
  'overview.column.orders': 'Orders',
  'overview.column.revenue': 'Revenue',
  'overview.column.averageOrder': 'Average order',
  'overview.column.repeatShare': 'More than one purchase',
  'overview.column.retention': 'Retention',
  'overview.column.answers': 'Answers',
  'overview.column.nps': 'Net promoter score',
  'overview.column.nps_low': 'Low',
  'overview.column.nps_high': 'High',
  'overview.column.baseline': 'Baseline',
  'overview.column.metric': 'Metric',
  'overview.column.unit': 'Unit',
  'overview.column.value': 'Value',
  'overview.column.change': 'Change',
  'overview.column.changeRelative': 'Relative change',
  'overview.column.changeLow': 'Change, low',
  'overview.column.changeHigh': 'Change, high',
  'overview.column.component': 'Part',
  'overview.column.contribution': 'Contribution',
  'overview.column.before': 'Before',
  'overview.column.after': 'After',
  'overview.compared.revenuePerDay': 'Revenue per day',
  'overview.compared.ordersPerDay': 'Orders per day',
  'overview.compared.newCustomersPerDay': 'New customers per day',
  'overview.compared.customersPerPeriod': 'Customers per {period, select, week {week} month {month} other {quarter}}',
  'overview.compared.averageOrder': 'Average order',
  'overview.compared.repeatShare': 'More than one purchase',
  'overview.compared.retention': 'Retention',
  'overview.compared.nps': 'Net promoter score',
  'overview.compared.acquisitionCost': 'Media cost per new customer',
  'overview.unit.money': 'money',
  'overview.unit.share': 'share (1 = 100%)',
  'overview.unit.customers': 'customers',
  'overview.unit.points': 'points',
  'overview.unit.number': 'number',
  'overview.component.items': 'Units in an order',
  'overview.component.price': 'Prices',
  'overview.component.mix': 'Mix of products',
  'overview.component.other': 'Other than products',

  'overview.more': 'More metrics',
  'overview.baseline.title': 'Baseline',
  'overview.baseline.none': 'No baseline has been frozen yet.',
  'overview.baseline.frozen':
    '{from, date, medium} to {to, date, medium}, frozen on {frozenAt, date, medium}. SHA-256 begins {hash}.',
  'overview.freeze': 'Freeze a baseline',
  'overview.freeze.text':
    'The values of this range are written down with today’s date and a seal. A frozen baseline cannot be moved, edited or undone; only a newer one can be added.',
  'overview.freeze.from': 'First day',
  'overview.freeze.to': 'First day not in it any more',
  'overview.freeze.confirm': 'Freeze it for good',
  'overview.freeze.reversed': 'The end has to come after the first day.',

  'pin.title': 'North star',
  'pin.hint': 'Pin three to five metrics that show whether customers get what they came for.',
  'pin.few': '{missing, plural, one {Pin one more} other {Pin # more}}: three to five metrics are enough to steer by.',
  'pin.add': 'Pin “{metric}”',
  'pin.remove': 'Unpin “{metric}”',
  'pin.full': 'Five metrics are pinned; unpin one first',
  'pin.target': 'Target',
  'pin.target.of': 'Target for “{metric}”{unit, select, share {, in percent} other {}}',
  'pin.target.invalid': 'A number is needed.',
  'pin.reached': 'Target of {target} reached',
  'pin.above': '{share, number, share0} above the target of {target}',
  'pin.below': '{share, number, share0} below the target of {target}',
  'pin.away': '{distance} away from the target of {target}',
  'pin.absent': 'not in this answer',
  'table.overview.trend': 'Periods',
  'table.overview.comparison': 'Against the baseline',
  'table.overview.averageOrder': 'Change of the average order',
} as const;
