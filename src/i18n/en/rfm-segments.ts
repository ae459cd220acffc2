export const rfmSegments = {
  'question.rfm-segments.title': 'Customers',
  'question.rfm-segments.about': 'Who buys lately, often and for much, and who has gone quiet?',
  'parameter.rfm-segments.asOf': 'As of',
  'parameter.rfm-segments.asOf.help': 'What happened before this day counts. By default the day after the last order.',
  'parameter.rfm-segments.compareTo': 'Compared with',
  'parameter.rfm-segments.compareTo.help':
    'An earlier day, to see who has moved between segments since. By default 90 days before.',
  'parameter.rfm-segments.quantiles': 'Scores',
  'parameter.rfm-segments.quantiles.help': 'Into how many steps each measure is cut. Five gives scores from 1 to 5.',
  'parameter.rfm-segments.from': 'Purchases from',
  'parameter.rfm-segments.from.help': 'Only purchases on this day or later; who has none is left out.',
  'parameter.rfm-segments.to': 'Until',
  'parameter.rfm-segments.to.help': 'First day that is not read any more.',
  'estimate.rfm-segments.customers': 'Customers',
  'estimate.rfm-segments.champions': 'Champions',
  'estimate.rfm-segments.championsRevenueShare': 'Revenue from champions',
  'estimate.rfm-segments.atRisk': 'Good customers gone quiet',
  'estimate.rfm-segments.revenue': 'Revenue after returns',

  'rfm.segment.champions': 'Champions',
  'rfm.segment.loyal': 'Loyal',
  'rfm.segment.potential-loyalist': 'Potential loyalists',
  'rfm.segment.new': 'New',
  'rfm.segment.promising': 'Promising',
  'rfm.segment.need-attention': 'Need attention',
  'rfm.segment.about-to-sleep': 'About to sleep',
  'rfm.segment.cannot-lose': 'Cannot lose',
  'rfm.segment.at-risk': 'At risk',
  'rfm.segment.hibernating': 'Hibernating',
  'rfm.segment.lost': 'Lost',
  'rfm.segment.not-yet': 'Not yet customers',
  'rfm.about.champions': 'Bought lately, often and for much',
  'rfm.about.loyal': 'Buy often and for much, not all of them lately',
  'rfm.about.potential-loyalist': 'Bought lately, a few times or for a middling sum',
  'rfm.about.new': 'Bought very lately, little so far',
  'rfm.about.promising': 'Bought lately, little so far',
  'rfm.about.need-attention': 'In the middle of everything, and cooling',
  'rfm.about.about-to-sleep': 'Little bought, and not lately',
  'rfm.about.cannot-lose': 'Among the best by amount, and quiet for long',
  'rfm.about.at-risk': 'Bought well, and quiet for long',
  'rfm.about.hibernating': 'Little bought, and long ago',
  'rfm.about.lost': 'Little bought, and longest ago',
  'rfm.stage.active': 'Active',
  'rfm.stage.cooling': 'Cooling',
  'rfm.stage.quiet': 'Gone quiet',
  'rfm.stage.not-yet': 'Not yet customers',

  'rfm.verdict':
    'Champions are <k>{share, number, share0}</k> of customers and bring {revenueShare, number, share0} of revenue; {atRisk, plural, =0 {no good customer has gone quiet} one {one good customer has gone quiet} other {# good customers have gone quiet}}.',
  'rfm.verdict.noRevenue':
    'Champions are <k>{share, number, share0}</k> of customers; {atRisk, plural, =0 {no good customer has gone quiet} one {one good customer has gone quiet} other {# good customers have gone quiet}}.',
  'rfm.verdict.noChampions':
    'No customer is a champion. The largest segment, “{segment}”, holds <k>{share, number, share0}</k>; {atRisk, plural, =0 {no good customer has gone quiet} one {one good customer has gone quiet} other {# good customers have gone quiet}}.',
  'rfm.eligibility':
    '{customers, number} customers with {purchases, number} purchases, {first, date, medium} to {last, date, medium}; as of {asOf, date, medium}; complete counts, so without intervals',

  'rfm.refusal.no-purchases': 'There are no purchases to look at.',
  'rfm.refusal.no-purchases.remedy':
    'Widen the period or the condition on customers, or check which column holds the amount.',
  'rfm.refusal.too-few-customers':
    '{customers, plural, one {There is # customer} other {There are # customers}}: too few to rank in {quantiles, number} steps, which takes {needed, number}.',
  'rfm.refusal.too-few-customers.remedy': 'Choose fewer scores, widen the period, or bring data of more customers.',
  'rfm.refusal.one-day':
    'All {customers, number} customers bought last on the same day, {last, date, medium}: there is no recency to tell them apart.',
  'rfm.refusal.one-day.remedy':
    'If that cannot be, check which column holds the time of the order: it may be the day of an export.',
  'rfm.refusal.two-currencies': 'The amounts are in {currencies} and cannot be added up.',
  'rfm.refusal.two-currencies.remedy':
    'Convert the amounts to one currency with an expression in the mapping, and leave the currency out of it. Or look at the customers of one currency.',

  'rfm.check.ties':
    'The most common number of purchases, {frequency, number}, is that of {share, number, share} of customers, no more than half.',
  'rfm.check.ties.many':
    '{share, number, share} of customers have the same number of purchases, {frequency, number}, and with it the same frequency score. Among them only money and recency make a difference.',
  'rfm.check.enough': '{customers, number} customers are enough for {quantiles, number} steps.',
  'rfm.check.few':
    '{customers, number} customers are few for {quantiles, number} steps: below {limit, number} a single customer shifts the limits between scores.',
  'rfm.check.movement':
    '{customers, number} customers are scored at {compareTo, date, medium} too; at least {limit, number} are needed.',
  'rfm.check.movement.notBefore':
    'Nothing to compare with: {compareTo, date, medium} is not before the day the segments are of.',
  'rfm.check.movement.noCustomers':
    'Nothing to compare with: before {compareTo, date, medium} nobody had bought; the purchases begin on {first, date, medium}.',
  'rfm.check.movement.fewCustomers':
    'Nothing to compare with: before {compareTo, date, medium} there were {customers, plural, one {# customer} other {# customers}}, and it takes {limit, number}.',
  'rfm.check.movement.oneDay':
    'Nothing to compare with: before {compareTo, date, medium} everybody had bought last on the same day.',
  'rfm.check.revenue': 'Purchases bring {revenue, number, money0} after returns.',
  'rfm.check.noRevenue':
    'Purchases bring {revenue, number, money0} after returns: shares of revenue mean nothing and are left out. Check which column holds the amount.',
  'rfm.check.after':
    'The data ends on {last, date, medium}. Whoever bought between then and {asOf, date, medium} is not seen, and every recency is longer by that time.',
  'rfm.check.unassigned': '{rows, number} rows ({share, number, share}) have no customer and belong to no segment.',

  'rfm.step.purchases':
    'A purchase is an order with a total of zero or more that is not cancelled; lines with the same order number, or the same customer and time, are one order. Purchases before {asOf, date, medium} count.',
  'rfm.step.where': 'Only customers with {where}.',
  'rfm.step.from': 'Only purchases and returns since {from, date, medium}.',
  'rfm.step.measures':
    'Per customer: recency in whole days from the last purchase to {asOf, date, medium}; frequency as the number of purchases; money as the sum of purchases, less returns after the first one.',
  'rfm.step.scores':
    'Each measure gets a score from 1 to {quantiles, number}: 1 + the whole part of {quantiles, number} × the share of customers who do strictly worse. Higher is better for all three.',
  'rfm.step.ties':
    'Equal values get equal scores, so steps need not hold equally many customers: if most have bought once, all of these have frequency score 1, and the next number of purchases starts above the step they fill.',
  'rfm.step.mean':
    'The grid takes the recency score and the mean of the frequency and money scores, halves rounded up.',
  'rfm.step.scaled':
    'The grid takes the recency score and the mean of the frequency and money scores, both stretched from 1 to {quantiles, number} onto 1 to 5, halves rounded up.',
  'rfm.step.grid':
    'Segments by recency score; each list runs from 1 to 5 of frequency and money. Recency 5: {r5}. Recency 4: {r4}. Recency 3: {r3}. Recency 2: {r2}. Recency 1: {r1}.',
  'rfm.step.movement':
    'The same is done with what happened before {compareTo, date, medium}, with scores among the customers of that day. Who bought for the first time since is “not yet a customer” there.',
  'rfm.method.scores': 'Recency, frequency and monetary scores by quantiles',
  'rfm.method.grid':
    'Eleven named segments on a 5 × 5 grid: common practice, no single source; the steps print the grid',
  'rfm.assumption.description':
    'A segment describes what customers did. “At risk” is a place in the grid and no probability of leaving.',
  'rfm.assumption.relative':
    'Scores are ranks among the customers of a day: someone can change segment because others bought.',
  'rfm.assumption.tenure':
    'Frequency and money grow with the time a customer has been one; set “Purchases from” to give all the same window.',

  'rfm.chart.segments': 'Customers and revenue by segment',
  'rfm.chart.segments.finding':
    '{segment}: {share, number, share0} of customers, {revenueShare, number, share0} of revenue',
  'rfm.chart.segments.subtitle':
    'Share of all customers (grey) and of all revenue after returns (green), by segment as of {asOf, date, medium}',
  'rfm.chart.segments.subtitle.noRevenue': 'Share of all customers, by segment as of {asOf, date, medium}',
  'rfm.chart.segments.revenue': '{share} of revenue',
  'rfm.chart.segments.customers': '{share} of customers',
  'rfm.chart.grid': 'Customers by recency, and by frequency and money',
  'rfm.chart.grid.subtitle':
    'Number of customers in each place of the grid, with its segment; the stronger the colour, the more',
  'rfm.chart.grid.x': 'Frequency and money, 1 to 5',
  'rfm.chart.grid.y': 'Recency, 1 to 5',
  'rfm.chart.movement': 'Who moved between segments since {compareTo, date, medium}',
  'rfm.chart.movement.finding':
    'Since {compareTo, date, medium} {down, plural, one {# customer} other {# customers}} cooled or went quiet, {up, plural, one {# came} other {# came}} back',
  'rfm.chart.movement.subtitle':
    'Number of customers by segment on {compareTo, date, medium} (left) and {asOf, date, medium} (right). Red: last purchase further back in the ranking. Green: nearer. Grey: much the same, or new.',
  'rfm.chart.movement.subtitle.table':
    'Number of customers by segment on {compareTo, date, medium} and on {asOf, date, medium}.',
  'rfm.chart.movement.withheld':
    '{withheld, plural, one {One flow is withheld} other {# flows are withheld}} and not drawn: the totals are of those that are.',
  'rfm.table.segments': 'Segments',
  'rfm.table.segments.subtitle': 'Counts and sums over all customers of a segment; money after returns.',
  'rfm.table.customers': 'Every customer',
  'rfm.table.customers.subtitle': 'With scores and segment, those who brought most first.',
  'rfm.column.segment': 'Segment',
  'rfm.column.customers': 'Customers',
  'rfm.column.share': 'Share of customers',
  'rfm.column.revenue': 'Revenue',
  'rfm.column.revenueShare': 'Share of revenue',
  'rfm.column.medianRecencyDays': 'Days since last purchase, median',
  'rfm.column.meanFrequency': 'Purchases, mean',
  'rfm.column.meanMonetary': 'Revenue per customer',
  'rfm.column.r': 'Recency',
  'rfm.column.fm': 'Frequency and money',
  'rfm.column.f': 'Frequency',
  'rfm.column.m': 'Money',
  'rfm.column.score': 'Score',
  'rfm.column.customer_id': 'Customer',
  'rfm.column.recency_days': 'Days since last purchase',
  'rfm.column.frequency': 'Purchases',
  'rfm.column.monetary': 'Revenue after returns',
  'rfm.column.from_segment': 'Segment before',
  'rfm.column.to_segment': 'Segment now',

  'rfm.export': 'Export',
  'rfm.export.of': 'Export “{segment}”',
  'rfm.export.title': 'Export a segment',
  'rfm.export.about':
    'A CSV file with a row per customer: scores, days since the last purchase, purchases and revenue.',
  'rfm.export.segment': 'Segment',
  'rfm.export.option': '{segment} ({customers, number})',
  'rfm.export.ids': 'Customer ids',
  'rfm.export.ids.keep': 'As they are, for your own use',
  'rfm.export.named': 'with customer ids for own use',
  'rfm.export.ids.hash': 'Hashed with a salt',
  'rfm.export.ids.drop': 'Left out',
  'rfm.export.note.keep': 'The file holds the ids of people. Keep it where only those may read it who need it.',
  'rfm.export.note.hash':
    'The same id and salt give the same text in every file. Whoever has the salt and a list of ids can tell who is who, so keep the two apart: the file is still about people.',
  'rfm.export.note.drop': 'Rows cannot be traced back by id. A rare amount can still point to one person.',
  'rfm.export.salt': 'Salt',
  'rfm.export.salt.help': 'Keep it: it is stored nowhere, and the next file matches this one only with the same salt.',
  'rfm.export.salt.short': 'At least {least, number} characters.',
  'rfm.export.salt.new': 'New salt',
  'rfm.export.save': 'Save as CSV',
  'rfm.export.saving': 'Saving …',
  'table.rfm-segments.segments': 'Segments',
  'table.rfm-segments.grid': 'Recency by frequency and money',
  'table.rfm-segments.movement': 'Moves between segments',
  'table.rfm-segments.customers': 'Customers',
};
