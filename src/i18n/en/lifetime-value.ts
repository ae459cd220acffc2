export const lifetimeValue = {
  'question.lifetime-value.title': 'Lifetime value',
  'question.lifetime-value.about': 'How much will each customer still buy, and what is that worth?',
  'phase.reading-purchases': 'Reading the purchases',
  'phase.fitting-purchases': 'Fitting the models',
  'phase.simulating-customers': 'Drawing the customers’ futures',
  'parameter.model': 'Model',
  'parameter.model.help': 'What the purchases are described by. “Automatic” takes BG/NBD, and the answer says so.',
  'parameter.model.choice.auto': 'Automatic',
  'parameter.model.choice.bg-nbd': 'BG/NBD',
  'parameter.timeUnit': 'Unit of time',
  'parameter.timeUnit.help':
    'The horizon, the recency and the age of customers are in this unit. A month is 30.4 days.',
  'parameter.timeUnit.choice.day': 'Day',
  'parameter.timeUnit.choice.week': 'Week',
  'parameter.timeUnit.choice.month': 'Month',
  'parameter.observationEnd': 'End of observation',
  'parameter.observationEnd.help':
    'The models see purchases up to and including this day; later ones test them. Left empty: the last day of the data.',
  'parameter.horizon': 'Horizon',
  'parameter.horizon.help': 'How far ahead to look, in units of time.',
  'parameter.discountRateAnnual': 'Discount rate per year',
  'parameter.discountRateAnnual.help': '0.1 means that 1.10 a year from now is worth as much as 1 today; compounded.',
  'parameter.margin': 'Margin',
  'parameter.margin.help': 'Share of the revenue that is kept, 0 to 1. With 1 the value is revenue before returns.',
  'estimate.lifetime-value.totalValue': 'Expected value',
  'estimate.lifetime-value.valueAhead': 'Value that will come in',
  'estimate.lifetime-value.expectedPurchases': 'Expected purchases',
  'estimate.lifetime-value.purchasesAhead': 'Purchases that will come',
  'estimate.lifetime-value.actualPurchases': 'Purchases counted after it',
  'estimate.lifetime-value.expectedHoldout': 'Expected for that same time',
  'estimate.lifetime-value.meanPAlive': 'Mean P(alive)',
  'estimate.lifetime-value.customers': 'Customers',
  'estimate.lifetime-value.repeatCustomers': 'Customers who bought again',
  'estimate.lifetime-value.repeatPurchases': 'Repeat purchases',
  'estimate.lifetime-value.r': 'r, shape of the purchase rates',
  'estimate.lifetime-value.alpha': 'α, scale of the purchase rates',
  'estimate.lifetime-value.a': 'a, of the dropout probabilities',
  'estimate.lifetime-value.b': 'b, of the dropout probabilities',
  'estimate.lifetime-value.logLikelihood': 'Log likelihood of BG/NBD',
  'estimate.lifetime-value.p': 'p, shape of the amounts',
  'estimate.lifetime-value.q': 'q, spread between customers',
  'estimate.lifetime-value.v': 'v, scale of the amounts',
  'estimate.lifetime-value.gammaLogLikelihood': 'Log likelihood of Gamma-Gamma',
  'lifetime-value.verdict':
    'Over {timeUnit, select, day {{horizon, plural, one {the next day} other {the next # days}}} month {{horizon, plural, one {the next month} other {the next # months}}} other {{horizon, plural, one {the next week} other {the next # weeks}}}} your {customers, number, integer} customers are worth <k>{value, number, money0}</k>: about {purchases, number, integer} purchases, with {topTenth, number, share0} of the value in the top tenth of customers.',
  'lifetime-value.verdict.purchases':
    'Over {timeUnit, select, day {{horizon, plural, one {the next day} other {the next # days}}} month {{horizon, plural, one {the next month} other {the next # months}}} other {{horizon, plural, one {the next week} other {the next # weeks}}}} your {customers, number, integer} customers will make about <k>{purchases, number, integer}</k> purchases; what those are worth cannot be said from these data.',
  'lifetime-value.eligibility.value':
    'Between {low, number, money0} and {high, number, money0} ({level, number, share0} credible, parameters only); {customers, number, integer} customers, {repeatCustomers, number, integer} of them bought again; {first, date, medium} to {last, date, medium}',
  'lifetime-value.eligibility.purchases':
    'Between {low, number, integer} and {high, number, integer} purchases ({level, number, share0} credible, parameters only); {customers, number, integer} customers, {repeatCustomers, number, integer} of them bought again; {first, date, medium} to {last, date, medium}',
  'lifetime-value.refused.no-purchases': 'No customer made a first purchase up to the end of observation.',
  'lifetime-value.refused.no-purchases.remedy':
    'Choose a later end of observation, widen the period or the condition on customers, or check which columns hold dates and amounts.',
  'lifetime-value.refused.no-repeat-purchases':
    'Every one of the {customers, number, integer} customers bought only once: nothing shows how often they come back.',
  'lifetime-value.refused.no-repeat-purchases.remedy':
    'Bring data over a longer time. If customers do come back, check that the customer column names people and not orders.',
  'lifetime-value.refused.too-few-customers':
    'There are {customers, plural, one {# customer} other {# customers}}, {repeatCustomers, number, integer} of whom bought again. That is too few to tell customers apart: at least {customersNeeded, number, integer} are needed, {repeatNeeded, number, integer} of them with a repeat purchase.',
  'lifetime-value.refused.too-few-customers.remedy':
    'Bring more customers or a longer time, or widen the period or the condition on customers.',
  'lifetime-value.refused.no-convergence':
    'The model of {customers, number, integer} customers has no best parameters: the purchases do not show how customers drop out, or how they differ.',
  'lifetime-value.refused.no-convergence.remedy':
    'This happens when nearly everybody keeps buying, when all buy alike (subscriptions), or when the time observed is short. Bring a longer time, or choose an earlier start.',
  'lifetime-value.check.convergence.passed':
    '{agreeing} of {starts} starts reached the same maximum; the gradient there is {gradientNorm}.',
  'lifetime-value.check.convergence.warned':
    '{agreeing} of {starts} starts reached the same maximum; the gradient there is {gradientNorm}. The fit may not be the best one.',
  'lifetime-value.check.condition-number.passed':
    'The parameters can be told apart (condition number {value, number, integer}).',
  'lifetime-value.check.condition-number.warned':
    'Some parameters can hardly be told apart (condition number {value, number, compact}): trust the totals more than single parameters.',
  'lifetime-value.check.sample-size.passed':
    '{repeatCustomers, number, integer} of {customers, number, integer} customers bought again.',
  'lifetime-value.check.sample-size.warned':
    'Only {repeatCustomers, number, integer} of {customers, number, integer} customers bought again. Below {limit, number, integer} the intervals are rough.',
  'lifetime-value.check.calibration-length.passed':
    'Customers were observed for up to {longest, number, decimal} {timeUnit, select, day {days} month {months} other {weeks}}; those who bought again did so every {meanGap, number, decimal} {timeUnit, select, day {days} month {months} other {weeks}} on average.',
  'lifetime-value.check.calibration-length.warned':
    'Customers were observed for up to {longest, number, decimal} {timeUnit, select, day {days} month {months} other {weeks}} only, less than {limit, number, integer} times the {meanGap, number, decimal} {timeUnit, select, day {days} month {months} other {weeks}} between purchases: dropout is hard to see.',
  'lifetime-value.check.horizon.passed':
    'The horizon of {horizon, number, decimal} {timeUnit, select, day {days} month {months} other {weeks}} is no longer than twice the time observed.',
  'lifetime-value.check.horizon.warned':
    'The horizon of {horizon, number, decimal} {timeUnit, select, day {days} month {months} other {weeks}} is more than twice the {longest, number, decimal} {timeUnit, select, day {days} month {months} other {weeks}} observed: far ahead it rests on the model alone.',
  'lifetime-value.check.data-end.warned':
    'The end of observation, {observationEnd, date, medium}, lies after the last purchase, {lastDate, date, medium}: the days between count as days without purchases.',
  'lifetime-value.check.repeat-distribution.passed':
    'The model puts {misplaced, number, share} of the customers at a wrong number of repeat purchases.',
  'lifetime-value.check.repeat-distribution.warned':
    'The model puts {misplaced, number, share} of the customers at a wrong number of repeat purchases, more than {limit, number, share0}: it describes these customers badly.',
  'lifetime-value.check.holdout.passed':
    'After the end of observation {expected, number, integer} purchases were expected ({low, number, integer} to {high, number, integer}) and {actual, number, integer} counted.',
  'lifetime-value.check.holdout.warned':
    'After the end of observation {expected, number, integer} purchases were expected ({low, number, integer} to {high, number, integer}) and {actual, number, integer} counted: the model lies {miss, number, share0} {side, select, below {below} other {above}}. Something changed that it does not know, such as seasons or campaigns.',
  'lifetime-value.check.spend-independence.passed':
    'How often customers buy hardly says how much they spend at a time (rank correlation {correlation, number, decimal}).',
  'lifetime-value.check.spend-independence.warned':
    'Customers who buy more often also spend differently at a time (rank correlation {correlation, number, decimal}): the value of frequent buyers is less certain than its interval says. From {refusal, number, decimal} on money is refused.',
  'lifetime-value.check.spend-independence.failed':
    'Money is refused: how often customers buy says much about how much they spend at a time (rank correlation {correlation, number, decimal}, limit {limit, number, decimal}), which the spending model rules out. Purchases are not affected.',
  'lifetime-value.check.spend-independence.unknown':
    'Whether frequent buyers spend differently at a time cannot be told: all who bought again did so equally often, or spent the same.',
  'lifetime-value.check.spend-currencies.failed':
    'Money is refused: the amounts are in {currencies} and cannot be added up. Purchases are not affected.',
  'lifetime-value.check.spend-sample.failed':
    'Money is refused: only {spenders, plural, one {# customer} other {# customers}} with a repeat purchase spent anything, and {limit, number, integer} are needed.',
  'lifetime-value.check.spend-convergence.passed':
    'The spending model was fitted: {agreeing} of {starts} starts reached the same maximum; the gradient there is {gradientNorm}.',
  'lifetime-value.check.spend-convergence.warned':
    'The spending model is weakly determined: {agreeing} of {starts} starts reached the same maximum; the gradient there is {gradientNorm}. The condition number is {conditionNumber, number, compact}.',
  'lifetime-value.check.spend-convergence.no-fit':
    'Money is refused: the amounts differ too little, or too regularly, for the spending model. Purchases are not affected.',
  'lifetime-value.check.spend-convergence.infinite-mean':
    'Money is refused: amounts are so uneven that a mean spend cannot be relied on (q is not clearly above 1). Purchases are not affected.',
  'lifetime-value.check.spend-zero.warned':
    '{withoutAmount, plural, one {# customer} other {# customers}} bought again for nothing; their amounts are left out and they are given everybody’s mean. {spenders, number, integer} remain.',
  'lifetime-value.check.returns-share.passed':
    'Of what these customers paid, {share, number, share} went back as returns; values do not take it off.',
  'lifetime-value.check.returns-share.warned':
    'Of what these customers paid, {share, number, share} went back as returns, {limit, number, share0} or more: values do not take it off, so what stays is less.',
  'lifetime-value.step.summary':
    'For each of the {customers, number, integer} customers up to {observationEnd, date, medium}: number of repeat purchases (one day is one purchase), time of the last one and time observed, in {timeUnit, select, day {days} month {months} other {weeks}}.',
  'lifetime-value.step.from':
    'Only customers whose first purchase was on {from, date, medium} or later, so that every history is whole; {earlierCustomers, number, integer} earlier ones are left out.',
  'lifetime-value.step.holdout':
    'Purchases from then until {lastDate, date, medium} ({holdout, number, decimal} {timeUnit, select, day {days} month {months} other {weeks}}) are kept back to test the models.',
  'lifetime-value.step.fit':
    'BG/NBD by maximum likelihood, in logarithms and scaled time, from {starts} starts; {agreeing} agree. Gradient {gradientNorm}, condition number {conditionNumber, number, compact}. Standard errors from the observed Hessian.',
  'lifetime-value.step.spending':
    'Gamma-Gamma by maximum likelihood on the mean repeat amounts of {spenders, plural, one {# customer} other {# customers}}.',
  'lifetime-value.step.noSpending': 'No spending model: see the checks.',
  'lifetime-value.step.expectation':
    'Expected purchases over {timeUnit, select, day {{horizon, plural, one {the next day} other {the next # days}}} month {{horizon, plural, one {the next month} other {the next # months}}} other {{horizon, plural, one {the next week} other {the next # weeks}}}} given each customer’s history: P(alive) times the expectation while alive.',
  'lifetime-value.step.value':
    'Value: expected purchases times expected amount times the margin {margin, number, decimal}, each purchase discounted from its time at {discountRateAnnual, number, share} a year.',
  'lifetime-value.step.simulation':
    '{draws, number, integer} draws of every customer’s future: parameters, dropout, purchases and amounts.',
  'lifetime-value.method.purchases': 'BG/NBD: purchases and dropout',
  'lifetime-value.method.spending': 'Gamma-Gamma: amounts',
  'lifetime-value.method.fit': 'Maximum likelihood by Newton’s method, Nelder–Mead where it fails',
  'lifetime-value.assumption.rates':
    'While active, a customer buys at random at a rate of their own; rates follow a gamma distribution.',
  'lifetime-value.assumption.dropout':
    'After each repeat purchase a customer may drop out for good, with a probability of their own; these follow a beta distribution.',
  'lifetime-value.assumption.alive':
    'P(alive) of a customer with a single purchase is 1 by construction. It is shown, and never used to rank who is about to leave.',
  'lifetime-value.assumption.spending':
    'Amounts vary around a customer’s own mean, which does not depend on how often the customer buys.',
  'lifetime-value.assumption.returns': 'Returns are not taken off: values are what purchases bring before them.',
  'lifetime-value.assumption.stationary': 'The future is like the past: no seasons, campaigns or price changes.',
  'lifetime-value.assumption.intervals':
    'Credible intervals say how well an expectation is known: only the parameters vary. Prediction intervals say what will happen: parameters, dropout, purchases and amounts vary. A customer’s prediction interval starts at zero where no purchase is a likely outcome, and covers at least its level there.',
  'lifetime-value.assumption.newCustomers': 'Customers yet to come are not counted.',
  'lifetime-value.chart.tracking': 'Repeat purchases, counted and expected',
  'lifetime-value.chart.tracking.holdout':
    'Expected {expected, number, integer}, counted {actual, number, integer} after the end of observation',
  'lifetime-value.chart.tracking.subtitle':
    'Cumulative repeat purchases of these customers; the band is the {level, number, share0} prediction interval',
  'lifetime-value.chart.tracking.actual': 'counted',
  'lifetime-value.chart.tracking.expected': 'model',
  'lifetime-value.chart.tracking.forecast': 'forecast',
  'lifetime-value.chart.tracking.end': 'end of observation',
  'lifetime-value.chart.tracking.interval': '{level, number, share0} prediction interval',
  'lifetime-value.chart.matrix': 'Who will buy how much',
  'lifetime-value.chart.matrix.subtitle':
    'Expected purchases over {timeUnit, select, day {{horizon, plural, one {the next day} other {the next # days}}} month {{horizon, plural, one {the next month} other {the next # months}}} other {{horizon, plural, one {the next week} other {the next # weeks}}}}, for a customer observed the whole time',
  'lifetime-value.chart.matrix.frequency': 'repeat purchases',
  'lifetime-value.chart.matrix.recency':
    'last purchase, {timeUnit, select, day {days} month {months} other {weeks}} after the first one',
  'lifetime-value.chart.matrix.expected': 'Expected purchases',
  'lifetime-value.chart.matrix.alive': 'P(alive)',
  'lifetime-value.chart.matrix.customers': 'Customers like this',
  'lifetime-value.chart.repeatPurchases': 'Does the model fit?',
  'lifetime-value.chart.repeatPurchases.subtitle':
    'Customers by number of repeat purchases, counted and expected; whiskers: {level, number, share0} prediction interval',
  'lifetime-value.chart.repeatPurchases.purchases': 'repeat purchases',
  'lifetime-value.chart.repeatPurchases.orMore': '{purchases}+',
  'lifetime-value.chart.repeatPurchases.actual': 'counted',
  'lifetime-value.chart.repeatPurchases.expected': 'expected',
  'lifetime-value.chart.decile': 'The top tenth is worth {value, number, money} per customer',
  'lifetime-value.chart.decile.subtitle':
    'Value per customer over {timeUnit, select, day {{horizon, plural, one {the next day} other {the next # days}}} month {{horizon, plural, one {the next month} other {the next # months}}} other {{horizon, plural, one {the next week} other {the next # weeks}}}}, by tenths; whiskers: {level, number, share0} prediction interval of the tenth’s mean',
  'lifetime-value.chart.decile.purchases':
    'The top tenth will make {purchases, number, decimal} purchases per customer',
  'lifetime-value.chart.decile.purchases.subtitle':
    'Purchases per customer over {timeUnit, select, day {{horizon, plural, one {the next day} other {the next # days}}} month {{horizon, plural, one {the next month} other {the next # months}}} other {{horizon, plural, one {the next week} other {the next # weeks}}}}, by tenths; whiskers: {level, number, share0} prediction interval of the tenth’s mean',
  'lifetime-value.chart.decile.plain': 'What each tenth of the customers will bring',
  'lifetime-value.chart.concentration.plain': 'How much the best customers hold',
  'lifetime-value.chart.decile.label': 'Tenth {decile}',
  'lifetime-value.chart.decile.axis': 'tenths of customers, the most valuable first',
  'lifetime-value.chart.decile.value': 'Expected, per customer',
  'lifetime-value.chart.decile.interval': '{level, number, share0} prediction interval',
  'lifetime-value.chart.decile.customers': 'Customers',
  'lifetime-value.chart.concentration': 'The top fifth of customers holds {share, number, share0} of the value',
  'lifetime-value.chart.concentration.purchases':
    'The top fifth of customers makes {share, number, share0} of the purchases',
  'lifetime-value.chart.concentration.subtitle': 'Share held by the best customers, best first',
  'lifetime-value.chart.concentration.subtitle.actual':
    'Share held by the best customers, best first; counted: their share of the purchases after the end of observation',
  'lifetime-value.chart.concentration.expected': 'expected',
  'lifetime-value.chart.concentration.actual': 'counted',
  'lifetime-value.chart.concentration.equal': 'all alike',
  'lifetime-value.chart.concentration.customers': 'share of customers',
  'lifetime-value.table.customers': 'Customers',
  'lifetime-value.table.customers.subtitle':
    'Low and high: {level, number, share0} prediction interval of what this customer will bring. P(alive) is 1 for single purchases by construction; it does not rank who is about to leave.',
  'lifetime-value.table.parameters': 'Parameters of the models',
  'lifetime-value.table.parameters.subtitle':
    'Maximum likelihood; low and high: {level, number, share0} confidence interval from the observed Hessian',
  'lifetime-value.column.customer_id': 'Customer',
  'lifetime-value.column.frequency': 'Repeat purchases',
  'lifetime-value.column.recency': 'Last purchase after, {timeUnit, select, day {days} month {months} other {weeks}}',
  'lifetime-value.column.T': 'Observed, {timeUnit, select, day {days} month {months} other {weeks}}',
  'lifetime-value.column.monetary_value': 'Mean repeat amount',
  'lifetime-value.column.p_alive': 'P(alive)',
  'lifetime-value.column.expected_purchases': 'Expected purchases',
  'lifetime-value.column.expected_spend': 'Expected amount',
  'lifetime-value.column.clv': 'Value',
  'lifetime-value.column.clv_low': 'Value, low',
  'lifetime-value.column.clv_high': 'Value, high',
  'lifetime-value.column.actual_purchases': 'Counted after',
  'lifetime-value.column.parameter': 'Parameter',
  'lifetime-value.column.estimate': 'Estimate',
  'lifetime-value.column.standard_error': 'Standard error',
  'lifetime-value.column.low': 'Low',
  'lifetime-value.column.high': 'High',
  'lifetime-value.column.date': 'Date',
  'lifetime-value.column.phase': 'Phase',
  'lifetime-value.column.t': 'Time',
  'lifetime-value.column.actual': 'Counted',
  'lifetime-value.column.expected': 'Expected',
  'lifetime-value.column.forecast': 'Forecast',
  'lifetime-value.column.forecast_low': 'Forecast, low',
  'lifetime-value.column.forecast_high': 'Forecast, high',
  'lifetime-value.column.decile': 'Tenth',
  'lifetime-value.column.customers': 'Customers',
  'lifetime-value.column.purchases_low': 'Purchases, low',
  'lifetime-value.column.purchases_high': 'Purchases, high',
  'lifetime-value.column.value': 'Value of the tenth',
  'lifetime-value.column.value_low': 'Value of the tenth, low',
  'lifetime-value.column.value_high': 'Value of the tenth, high',
  'lifetime-value.column.expected_low': 'Expected, low',
  'lifetime-value.column.expected_high': 'Expected, high',
  'lifetime-value.column.purchases': 'Repeat purchases',
  'lifetime-value.column.or_more': 'Or more',
  'lifetime-value.column.share_customers': 'Share of customers',
  'lifetime-value.column.share_expected': 'Share expected',
  'lifetime-value.column.share_actual': 'Share counted',
  'table.lifetime-value.customers': 'Customers',
  'table.lifetime-value.tracking': 'Purchases over time',
  'table.lifetime-value.decile': 'Tenths by value',
  'table.lifetime-value.matrix': 'Expected purchases by frequency and recency',
  'table.lifetime-value.repeatPurchases': 'Customers by repeat purchases',
  'table.lifetime-value.concentration': 'Concentration of value',
  'table.lifetime-value.parameters': 'Parameters of the models',
} as const;
