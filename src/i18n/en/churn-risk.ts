/** Who will leave: parameters, refusals, verdicts, checks, evidence and charts of `churn-risk`. */
export const churnRisk = {
  'question.churn-risk.title': 'Churn risk',
  'question.churn-risk.about':
    'Who is about to leave? Learned from what customers did before, or from a table with a yes-or-no column.',

  'phase.reading-features': 'Reading what customers did',
  'phase.training': 'Training the models',
  'phase.resampling': 'Measuring the uncertainty',
  'phase.explaining': 'Measuring what the model leans on',
  'trace.training': 'training loss',
  'trace.validation': 'validation loss',

  'parameter.churn-risk.windowDays': 'Window, days',
  'parameter.churn-risk.windowDays.help': 'A customer who buys nothing for this long after the cut-off counts as gone.',
  'parameter.churn-risk.cutOff': 'Tested at',
  'parameter.churn-risk.cutOff.help':
    'Features come from before this day, outcomes from the window after it. By default the last day that leaves a whole window.',
  'parameter.churn-risk.cutOffs': 'Training cut-offs',
  'parameter.churn-risk.cutOffs.help':
    'How many earlier cut-offs are learned from. The window of each is over at the test’s cut-off.',
  'parameter.churn-risk.spacingDays': 'Days between cut-offs',
  'parameter.churn-risk.spacingDays.help': 'By default a third of the window.',
  'parameter.churn-risk.eligibleDays': 'Eligible: bought in the last days',
  'parameter.churn-risk.eligibleDays.help':
    'Customers without a purchase in this many days before a cut-off are gone already and are left out.',
  'parameter.churn-risk.table': 'Labelled table',
  'parameter.churn-risk.table.help': 'One row per customer with a yes/no column. Left empty, orders are used.',
  'parameter.churn-risk.target': 'Column to predict',
  'parameter.churn-risk.target.help': 'The yes/no column of the labelled table.',
  'parameter.churn-risk.positive': 'Value of those who left',
  'parameter.churn-risk.positive.help': 'As written in the file, e.g. Yes or 1. By default it is recognised.',
  'parameter.churn-risk.exclude': 'Leave out',
  'parameter.churn-risk.exclude.help': 'Columns the models may not see, separated by commas.',
  'parameter.churn-risk.split': 'Split',
  'parameter.churn-risk.split.help':
    'How a labelled table is divided, as JSON with one of: "testShare" (0.2), "everyNth" (5), "column" (its rows say test or train), "foldColumn".',
  'parameter.churn-risk.learners': 'Models',
  'parameter.churn-risk.learners.help': 'Logistic regression, network, or both.',

  'estimate.churn-risk.liftTop10': 'Lift in the top tenth',
  'estimate.churn-risk.auc': 'AUC of the model',
  'estimate.churn-risk.auc_single_column': 'AUC of the best single column',
  'estimate.churn-risk.baseRate': 'Base rate',
  'estimate.churn-risk.auc_recency': 'AUC of recency alone',
  'estimate.churn-risk.auc_logistic': 'AUC, logistic regression',
  'estimate.churn-risk.auc_network': 'AUC, network',
  'estimate.churn-risk.liftTop10_logistic': 'Lift in the top tenth, logistic regression',
  'estimate.churn-risk.liftTop10_network': 'Lift in the top tenth, network',
  'estimate.churn-risk.prAuc': 'Average precision (PR-AUC)',
  'estimate.churn-risk.brier': 'Brier score',
  'estimate.churn-risk.logLoss': 'Log loss',
  'estimate.churn-risk.calibrationSlope': 'Calibration slope',
  'estimate.churn-risk.calibrationIntercept': 'Calibration intercept',

  'churn-risk.verdict.behaviour':
    'The riskiest tenth of customers stops buying <k>{lift, number, decimal} times</k> as often as the average: {topRate, number, share} against {baseRate, number, share} within {windowDays, number, integer} days.{network, select, same { The network did not beat the logistic regression.} beats { The network beat the logistic regression.} other {}}',
  'churn-risk.verdict.behaviour.blind':
    'Who stops buying <k>cannot be told apart</k> from the rest with these data: an AUC of {auc, number, ::.000} is what chance would give. {baseRate, number, share} of the customers bought nothing in the {windowDays, number, integer} days from {cutOff, date, medium}.{network, select, same { The network did not beat the logistic regression.} beats { The network beat the logistic regression.} other {}}',
  'churn-risk.verdict.labelled':
    'The riskiest tenth of customers has {target} “{positive}” <k>{lift, number, decimal} times</k> as often as the average: {topRate, number, share} against {baseRate, number, share}. Not tested out of time{network, select, same {; the network did not beat the logistic regression} beats {; the network beat the logistic regression} other {}}.',
  'churn-risk.verdict.labelled.blind':
    'Which customers have {target} “{positive}” <k>cannot be told</k> from these columns: an AUC of {auc, number, ::.000} is what chance would give. Not tested out of time{network, select, same {; the network did not beat the logistic regression} beats {; the network beat the logistic regression} other {}}.',

  'churn-risk.eligibility.behaviour':
    'AUC {auc, number, ::.000} ({level, number, share0} interval {low, number, ::.000} to {high, number, ::.000}) · tested on {test, number, integer} customers with a purchase in the {eligibleDays, number, integer} days before {cutOff, date, medium} · learned from {training, number, integer} histories at {trainingCutOffs, plural, one {one earlier cut-off} other {# earlier cut-offs}}',
  'churn-risk.eligibility.labelled':
    'AUC {auc, number, ::.000} ({level, number, share0} interval {low, number, ::.000} to {high, number, ::.000}) · tested on {test, number, integer} rows of {table} · learned from {training, number, integer} others',

  'churn-risk.refused.no-purchases': 'There are no purchases in this period.',
  'churn-risk.refused.no-purchases.remedy': 'Widen the period or the customer filter in the top bar.',
  'churn-risk.refused.window-beyond-data':
    'The {windowDays, number, integer} days from {cutOff, date, medium} are not over in the data, which ends on {last, date, medium}.',
  'churn-risk.refused.window-beyond-data.remedy':
    'Choose an earlier cut-off or a shorter window: both together have to lie inside the data.',
  'churn-risk.refused.history-too-short':
    'From {first, date, medium} there are {days, number, integer} days up to the end of the window: too few to learn from one window and test on a later one.',
  'churn-risk.refused.history-too-short.remedy':
    'It takes {neededDays, number, integer} days with this window. Shorten the window, or bring a longer order log.',
  'churn-risk.refused.table-missing': 'There is no table “{table}”.',
  'churn-risk.refused.table-missing.remedy': 'The tables are: {tables}.',
  'churn-risk.refused.target-missing': 'It is not said which column of {table} is to be predicted.',
  'churn-risk.refused.target-missing.remedy': 'Name it as “Column to predict”. The columns are: {columns}.',
  'churn-risk.refused.column-missing': '{table} has no column “{column}”.',
  'churn-risk.refused.column-missing.remedy': 'The columns are: {columns}.',
  'churn-risk.refused.one-class': 'The column {column} of {table} has one value only: {value}.',
  'churn-risk.refused.one-class.remedy':
    'There is nothing to tell apart. Choose a column with two values, or bring customers of both kinds.',
  'churn-risk.refused.many-values':
    'The column {column} of {table} has {found, number, integer} different values: {examples}.',
  'churn-risk.refused.many-values.remedy':
    'Say which value stands for those who left; all others then count as stayed. Or choose a yes/no column.',
  'churn-risk.refused.positive-unknown': 'The value “{positive}” does not occur in the column {column} of {table}.',
  'churn-risk.refused.positive-unknown.remedy': 'It holds: {examples}.',
  'churn-risk.refused.split-values': 'The column {column} of {table} does not say which rows are the test: {examples}.',
  'churn-risk.refused.split-values.remedy': 'Rows of the test are marked “test”, the others “train” (or 1 and 0).',
  'churn-risk.refused.fold-values':
    'The column {column} of {table} has {found, plural, one {one value} other {# different values}}, which cannot be folds.',
  'churn-risk.refused.fold-values.remedy': 'A fold column has between 2 and {most, number, integer} values.',
  'churn-risk.refused.no-columns': 'There is no column to learn from.',
  'churn-risk.refused.no-columns.remedy':
    'Columns that differ in every row, such as ids, or never vary are left out. Bring columns that describe the customers.',
  'churn-risk.refused.too-few-rows':
    'The {part, select, test {test} other {training}} part has {customers, plural, one {one customer} other {# customers}}: too few to learn or to judge anything.',
  'churn-risk.refused.too-few-rows.remedy':
    'It takes at least {least, number, integer} customers who left and {least, number, integer} who stayed in it. Bring more customers, or change the split.',
  'churn-risk.refused.too-few-of-a-kind':
    'In the {part, select, test {test} other {training}} part {positives, plural, one {one customer} other {# customers}} left and {negatives, plural, one {one} other {#}} stayed.',
  'churn-risk.refused.too-few-of-a-kind.remedy':
    'At least {least, number, integer} of each kind are needed there. Change the window or the split, or bring more customers.',

  'churn-risk.check.leak.passed':
    'No single column gives the outcome away: the best one, {column}, ranks with an AUC of {auc, number, ::.000} on the training part.',
  'churn-risk.check.leak.warned':
    'Can this be known in advance? Alone, {columns} ranks with an AUC above {limit, number, decimal}. Leave it out if it was written down after customers left.',
  'churn-risk.check.dated-after-cut-off.passed': 'No date among the customers’ attributes lies after a cut-off.',
  'churn-risk.check.dated-after-cut-off.warned':
    'Can this be known in advance? {rows, plural, one {One value} other {# values}} of {columns} lie on or after the cut-off. Leave the column out if it records what happened later.',
  'churn-risk.check.out-of-time.passed':
    'Tested out of time: at {cutOff, date, medium}, learned from {count, plural, one {a cut-off} other {# cut-offs}} up to {last, date, medium}, whose windows of {windowDays, number, integer} days were over by then.',
  'churn-risk.check.out-of-time.warned':
    'Not tested out of time: {table} was not split by time. Whether the model holds for later customers is not known.',
  'churn-risk.check.base-rate-drift.passed':
    'The share that left is similar when learned ({training, number, share}) and when tested ({test, number, share}).',
  'churn-risk.check.base-rate-drift.warned':
    'The share that left moved from {training, number, share} when learned to {test, number, share} when tested: the probabilities are off by as much, the ranking need not be.',
  'churn-risk.check.positive.passed': '“{positive}” in {target} stands for those who left.',
  'churn-risk.check.positive.warned':
    'Taken to stand for those who left: “{positive}”, the rarer of the two values of {target}. Say so if it is the other one.',
  'churn-risk.check.unlabelled.warned':
    '{unlabelled, plural, one {One row says} other {# rows say}} nothing in {target}: they are scored, not learned from.',
  'churn-risk.check.split-unused.warned':
    '{unused, plural, one {One row of {table} is} other {# rows of {table} are}} in no part of the split: neither learned from nor tested.',
  'churn-risk.check.beats-single-column.passed':
    'The model ranks better than {column} alone: AUC +{gain, number, ::.000} ({level, number, share0} interval {low, number, ::.000} to {high, number, ::.000}).',
  'churn-risk.check.beats-single-column.warned':
    'The model does not clearly rank better than {column} alone: AUC difference {gain, number, ::.000} ({level, number, share0} interval {low, number, ::.000} to {high, number, ::.000}). The column is the simpler rule.',
  'churn-risk.check.network-gain.passed':
    'The network ranks better than the logistic regression: AUC +{gain, number, ::.000} ({level, number, share0} interval {low, number, ::.000} to {high, number, ::.000}).',
  'churn-risk.check.network-gain.warned':
    'The network does not beat the logistic regression: AUC difference {gain, number, ::.000} ({level, number, share0} interval {low, number, ::.000} to {high, number, ::.000}).',
  'churn-risk.check.calibration.passed':
    'The spread of the probabilities is right: calibration slope {slope, number, ::.00} ({level, number, share0} interval {low, number, ::.00} to {high, number, ::.00}).',
  'churn-risk.check.calibration.warned':
    'The probabilities are not spread as the outcomes are: calibration slope {slope, number, ::.00} ({level, number, share0} interval {low, number, ::.00} to {high, number, ::.00}), 1 is right. The ranking does not depend on it.',
  'churn-risk.check.convergence.passed': 'The logistic regression converged: largest entry of the gradient {norm}.',
  'churn-risk.check.convergence.warned':
    'The logistic regression has not fully converged: largest entry of the gradient {norm}.',
  'churn-risk.check.events-per-column.passed':
    'Enough customers for the columns: {perColumn, number, integer} of the rarer kind per encoded column.',
  'churn-risk.check.events-per-column.warned':
    'Few customers for {columns, number, integer} encoded columns: {perColumn, number, decimal} of the rarer kind for each. Expect worse on new customers, and leave columns out.',
  'churn-risk.check.missing-values.passed':
    '{found, plural, =0 {No value is missing.} one {Missing values in {columns}. For numbers the mean stands in, marked as missing; in text they are a category of their own.} other {Missing values in # columns: {columns}. For numbers the mean stands in, marked as missing; in text they are a category of their own.}}',
  'churn-risk.check.missing-values.warned':
    'More than {limit, number, share0} of the values are missing: {columns}. For numbers the mean stands in, marked as missing; in text they are a category of their own. Leave a column out if it was only filled in for some customers afterwards.',
  'churn-risk.check.left-out.passed':
    '{namingCount, plural, =0 {No column was left out as an id} other {Left out, as they name customers: {naming}}}{constantCount, plural, =0 {.} other {; as they never vary: {constant}.}}',

  'churn-risk.step.behaviour':
    'At each cut-off, customers with a purchase in the {eligibleDays, number, integer} days before it; their features strictly from before it; left means no purchase in the {windowDays, number, integer} days from it. Learned at {trainingCutOffs, plural, one {one cut-off, {last, date, medium}} other {# cut-offs from {first, date, medium} to {last, date, medium}}}, tested at {cutOff, date, medium}.',
  'churn-risk.step.labelled':
    'Rows of {table}; left means {target} = “{positive}”. {split, select, everyNth {Tested: every {splitValue}th row of the file, counted from the first.} testShare {Tested: a share of {splitValue, number, share0} of the customers, drawn at random, of both kinds alike.} column {Tested: the rows that {splitValue} marks as test.} other {Each of the {divisions, number, integer} folds of {splitValue} tested by models of the others; all predictions judged together.}}',
  'churn-risk.step.encoding':
    '{columns, number, integer} columns became {width, number, integer} numbers, learned on the {training, number, integer} training rows only: numbers standardised (of behaviour, by their logarithm), missing ones marked, categories one column each, rare ones together.',
  'churn-risk.step.logistic':
    'Logistic regression with an L2 penalty (prior variance {variance}, chosen by five-fold cross-validation), {steps, plural, one {one Newton step} other {# Newton steps}} in TensorFlow.js.',
  'churn-risk.step.network':
    'Network of two hidden layers (32 and 16), the mean of {members, number, integer} trained with one fold left out each, stopped early on that fold; {epochs, number, integer} epochs in TensorFlow.js.',
  'churn-risk.step.choice':
    'Chosen without the test part: {model}. The network is chosen if its log loss on training customers left out is lower by more than two standard errors.',
  'churn-risk.step.evaluation':
    'Judged on {test, number, integer} rows nothing was learned from; intervals from {draws, number, integer} draws of customers (TensorFlow.js on {backend}).',

  'churn-risk.model.logistic': 'logistic regression',
  'churn-risk.model.network': 'network',
  'churn-risk.model.singleColumn': 'best single column',

  'churn-risk.method.logistic': 'Penalised logistic regression, cross-validation',
  'churn-risk.method.network': 'Multilayer network, Adam, early stopping',
  'churn-risk.method.auc': 'AUC with ties counted one half; average precision',
  'churn-risk.method.calibration':
    'Calibration intercept and slope from one logistic regression of the outcome on the logit; Brier score; Wilson intervals',
  'churn-risk.method.importance': 'Permutation importance on the test part',
  'churn-risk.method.intervals': 'Percentile bootstrap over customers; for lifts the delta method',

  'churn-risk.assumption.ranked':
    'The list is ranked by risk, not by effect: it does not say whom an offer would keep. That takes an experiment.',
  'churn-risk.assumption.model-as-trained':
    'Intervals say how much the numbers depend on which customers were tested. The models are taken as trained.',
  'churn-risk.assumption.repeats':
    'A customer who pauses longer than {windowDays, number, integer} days and comes back counts as gone.',
  'churn-risk.assumption.attributes':
    'Attributes of customers have no dates: they are taken to have been the same at every cut-off.',
  'churn-risk.assumption.snapshot': 'The columns of the table are taken to have been known before the customers left.',

  'churn-risk.features': 'The list of features',
  'churn-risk.counted': '{column} ({count, number, integer})',

  'churn-risk.note': 'Ranked by risk, not by effect: it does not say whom an offer would keep.',
  'churn-risk.chart.lift': 'The top tenth holds {lift, number, decimal} times its share of those who left',
  'churn-risk.chart.lift.subtitle':
    'Lift by tenth of customers, most at risk first; 1 is the average. Bars show the {level, number, share0} interval.',
  'churn-risk.chart.gain':
    '{gain, number, share0} of those who left are among the {share, number, share0} most at risk',
  'churn-risk.chart.gain.plain': 'Leavers found when customers are contacted in the order of risk',
  'churn-risk.chart.gain.subtitle': 'Share of those who left, by share of customers contacted in the order of risk.',
  'churn-risk.chart.roc': 'How well each model separates: AUC {auc, number, ::.000}',
  'churn-risk.chart.roc.subtitle': 'Share of leavers found against share of stayers alarmed, for every threshold.',
  'churn-risk.chart.calibration': 'Do the probabilities come true?',
  'churn-risk.chart.calibration.subtitle':
    'Share that left by predicted probability, ten groups, with {level, number, share0} Wilson intervals; on the line is right.',
  'churn-risk.chart.importance': 'What the ranking is associated with',
  'churn-risk.chart.importance.subtitle':
    'Loss of AUC when a column’s values are shuffled, with {level, number, share0} intervals. Associated with leaving, not a cause of it; columns that say the same share their weight.',
  'churn-risk.chart.loss': 'How the networks learned',
  'churn-risk.chart.loss.subtitle':
    'Log loss per epoch, mean of the networks, on the rows they learn from and on those they leave out.',
  'churn-risk.chart.scores': 'Tested customers, ranked by risk',
  'churn-risk.chart.scores.subtitle': 'Ranked by risk, not by effect. With what happened afterwards.',
  'churn-risk.chart.current': 'Today’s customers, ranked by risk',
  'churn-risk.chart.current.subtitle': 'Ranked by risk, not by effect. What they will do is not known yet.',
  'churn-risk.chart.models': 'The models side by side',
  'churn-risk.chart.models.subtitle':
    'Validation: training customers a model did not learn from. Test: the part nothing was learned from.',

  'churn-risk.axis.decile': 'tenth of customers',
  'churn-risk.axis.contacted': 'share of customers',
  'churn-risk.axis.found': 'share of leavers found',
  'churn-risk.axis.alarmed': 'share of stayers alarmed',
  'churn-risk.axis.predicted': 'predicted probability',
  'churn-risk.axis.observed': 'share that left',
  'churn-risk.axis.epoch': 'epoch',
  'churn-risk.axis.importance': 'loss of AUC',
  'churn-risk.line.average': 'average',
  'churn-risk.line.chance': 'at random',
  'churn-risk.line.model': 'by risk',
  'churn-risk.line.training': 'training',
  'churn-risk.line.validation': 'validation',
  'churn-risk.tip.decile': '{decile, plural, =1 {Most at risk} =10 {Least at risk} other {Tenth number #}}',
  'churn-risk.tip.rate': 'left',
  'churn-risk.tip.lift': 'lift',
  'churn-risk.tip.interval': 'interval',
  'churn-risk.tip.range': '{low} to {high}',
  'churn-risk.tip.customers': 'customers',

  'churn-risk.column.rows': 'Customers',
  'churn-risk.column.positives': 'Left',
  'churn-risk.column.rate': 'Share that left',
  'churn-risk.column.lift': 'Lift',
  'churn-risk.column.cumulativeLift': 'Lift so far',
  'churn-risk.column.cumulativeGain': 'Leavers found so far',
  'churn-risk.column.low': 'Low',
  'churn-risk.column.high': 'High',
  'churn-risk.column.predicted': 'Predicted',
  'churn-risk.column.observed': 'Share that left',
  'churn-risk.column.falsePositiveRate': 'Stayers alarmed',
  'churn-risk.column.truePositiveRate': 'Leavers found',
  'churn-risk.column.feature': 'Column',
  'churn-risk.column.importance': 'Loss of AUC',
  'churn-risk.column.learner': 'Model',
  'churn-risk.column.epoch': 'Epoch',
  'churn-risk.column.training': 'Loss, training',
  'churn-risk.column.validation': 'Loss, validation',
  'churn-risk.column.rank': 'Rank',
  'churn-risk.column.customer_id': 'Customer',
  'churn-risk.column.row': 'Row',
  'churn-risk.column.probability': 'Risk',
  'churn-risk.column.label': 'Left (1 = yes)',
  'churn-risk.column.decile': 'Tenth',
  'churn-risk.column.recency': 'Days since last purchase',
  'churn-risk.column.frequency': 'Purchases',
  'churn-risk.column.spend': 'Spent',
  'churn-risk.column.model': 'Model',
  'churn-risk.column.chosen': 'Chosen',
  'churn-risk.column.validationAuc': 'AUC, validation',
  'churn-risk.column.validationLogLoss': 'Log loss, validation',
  'churn-risk.column.auc': 'AUC, test',
  'churn-risk.column.brier': 'Brier score, test',
  'churn-risk.column.logLoss': 'Log loss, test',

  'churn-risk.feature.recency': 'Days since last purchase',
  'churn-risk.feature.tenure': 'Days since first purchase',
  'churn-risk.feature.frequency': 'Purchases',
  'churn-risk.feature.spend': 'Spent in all',
  'churn-risk.feature.spend_mean': 'Mean purchase',
  'churn-risk.feature.items_mean': 'Lines per purchase',
  'churn-risk.feature.gap_mean': 'Mean gap between purchases',
  'churn-risk.feature.gap_deviation': 'Irregularity of the gaps',
  'churn-risk.feature.overdue': 'Days since last purchase over the mean gap',
  'churn-risk.feature.spend_trend': 'Trend of spending',
  'churn-risk.feature.purchases_days': 'Purchases in {days, number, integer} days',
  'churn-risk.feature.spend_days': 'Spent in {days, number, integer} days',
  'churn-risk.feature.returns': 'Returns',
  'churn-risk.feature.returned': 'Amount returned',
  'churn-risk.feature.products': 'Different products',
  'churn-risk.feature.categories': 'Different categories',
  'churn-risk.feature.events_count': 'Events',
  'churn-risk.feature.events_recency': 'Days since last event',
  'churn-risk.feature.conversations_count': 'Conversations',
  'churn-risk.feature.conversations_recency': 'Days since last conversation',
  'churn-risk.feature.surveys_count': 'Surveys answered',
  'churn-risk.feature.surveys_recency': 'Days since last survey',
  'table.churn-risk.scores': 'Tested customers',
  'table.churn-risk.current': 'Today’s customers',
  'table.churn-risk.deciles': 'Tenths by risk',
  'table.churn-risk.calibration': 'Calibration',
  'table.churn-risk.importance': 'Weight of each attribute',
  'table.churn-risk.roc': 'ROC curves',
  'table.churn-risk.loss': 'How the networks learned',
  'table.churn-risk.models': 'Models',
  'table.churn-risk.folds': 'Divisions for training and test',
} as const;
