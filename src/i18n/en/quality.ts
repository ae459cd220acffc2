/** The quality page: what is found in the tables, what can be done about it. */
export const quality = {
  'page.quality': 'Quality',
  'phase.examining': 'Examining the tables',

  'quality.share': '{share, number, share}',
  'quality.share.tiny': 'under {least, number, share}',
  'quality.verdict.looking': 'Looking for what could mislead an answer …',
  'quality.verdict.clean':
    'Nothing in {tables, plural, one {the table} other {the <k>#</k> tables}} stands in the way of an answer.',
  'quality.verdict.found':
    '<k>{open, number}</k> of {tables, plural, one {# table} other {# tables}} {open, plural, one {needs} other {need}} a look. {largest}',
  'quality.verdict.money': 'The largest problem concerns {share} of the amounts: {what}.',
  'quality.verdict.rows': 'The largest problem concerns {share} of the rows in {table}: {what}.',
  'quality.verdict.customers': 'The largest problem concerns {share} of the customers in {table}: {what}.',
  'quality.verdict.other': 'The largest problem, in {table}: {what}.',
  'quality.summary':
    '{rows, plural, one {# row} other {# rows}} examined · {findings, plural, =0 {no finding} one {# finding} other {# findings}} · {remedies, plural, =0 {no remedy in force} one {# remedy in force} other {# remedies in force}}',
  'quality.how':
    'How the score comes about: a table starts with 100 points. What is serious takes 10 to 40, what deserves a look 3 to 15, a note 1; the more the larger the share of rows, customers or money concerned, and all of it from a tenth on. Findings that a remedy has settled take nothing.',
  'quality.how.title': 'How the score is worked out',
  'quality.noTables': 'There are no tables to examine yet.',
  'quality.noTablesHint': 'Bring a file first.',
  'quality.notMapped': 'No table has a meaning yet.',
  'quality.notMappedHint':
    'Quality is about the tables that questions read. Say on the page “Mapping” what the columns mean.',
  'quality.toMapping': 'Go to the mapping',
  'quality.cancelled': 'The examination was stopped; what had been found until then is shown.',
  'quality.resume': 'Go on',
  'quality.failed': 'The tables could not be examined to the end.',
  'quality.again': 'Try again',

  'quality.table.rows': '{rows, plural, one {# row} other {# rows}} from “{raw}”',
  'quality.table.score': 'Score',
  'quality.table.scoreOf': '{score, number} of 100',
  'quality.table.examining': 'still being examined …',
  'quality.table.people': 'The same person may be there under two ids, or in another table: join up people.',
  'quality.table.clean': 'Nothing found.',
  'quality.table.passed': 'Examined without a finding: {list}.',
  'quality.table.without':
    'Nothing to examine, as what it takes is not there (columns, tables, times of day, or days within forty years): {list}.',
  'quality.severity.serious': 'serious',
  'quality.severity.look': 'deserves a look',
  'quality.severity.note': 'note',
  'quality.finding.rows': '{count, plural, one {# row} other {# rows}} · {share}',
  'quality.finding.money': '{amount, number, money0} · {share} of the amounts',
  'quality.finding.customers': '{count, plural, one {# customer} other {# customers}} · {share}',
  'quality.finding.examples': 'Examples',
  'quality.finding.examplesOf': 'Examples: {what}',
  'quality.finding.query': 'Show the query',
  'quality.finding.sources': 'Method',
  'quality.finding.affects': 'Affects',
  'quality.affects.money': '{question}: {share} of revenue',
  'quality.affects.customers': '{question}: {share} of customers',
  'quality.affects.rows': '{question}: {share} of rows',
  'quality.affects.some': '{question}',
  'quality.picture.amounts': 'How many values there are of each size; those in question stand out.',
  'quality.picture.days': 'Rows per day around the longest gap',
  'quality.picture.weeks': 'Rows per week; those after the shift stand out.',
  'quality.picture.hours': 'Rows per hour of the day',
  'quality.picture.groups': 'Size of the groups',

  'quality.remedy.leave-out': 'Leave these rows out',
  'quality.remedy.leave-out.duplicates': 'Keep the first of each',
  'quality.remedy.leave-out-people': 'Leave these people out everywhere',
  'quality.remedy.empty': 'Treat these values as missing',
  'quality.remedy.divide': 'Divide them by {divisor, number}',
  'quality.remedy.applying': 'Applying …',
  'quality.remedy.applied': 'Done. Every answer is now asked without it, and says so.',
  'quality.remedy.undone': 'Undone. Answers are as before.',
  'quality.remedies': 'Remedies in force',
  'quality.remedies.lead':
    'The files are as they were: remedies change what questions read, and every answer names them.',
  'quality.remedied.leave-out':
    '{table}: {rows, plural, one {# row} other {# rows}} left out, because of {why}{column, select, none {} other { ({column})}}.',
  'quality.remedied.leave-out-people':
    '{table}: {rows, plural, one {# customer} other {# customers}} left out of every table, because of {why}.',
  'quality.remedied.empty':
    '{table}: {rows, plural, one {# value} other {# values}} treated as missing, because of {why}{column, select, none {} other { ({column})}}.',
  'quality.remedied.divide':
    '{table}: {rows, plural, one {# value} other {# values}} divided by {divisor, number}, because of {why}{column, select, none {} other { ({column})}}.',
  'quality.why.future': 'times in the future',
  'quality.why.ancient': 'times that stand for none',
  'quality.why.age': 'impossible ages',
  'quality.why.order': 'an end before the beginning',
  'quality.why.negative': 'values below zero',
  'quality.why.score': 'scores outside their scale',
  'quality.why.margin': 'margins above the amount',
  'quality.why.orphans': 'references to nothing that is known',
  'quality.why.outliers': 'values far above all others',
  'quality.why.units': 'a mixture of units',
  'quality.why.test-accounts': 'test accounts',
  'quality.why.test-ids': 'test accounts',
  'quality.why.bots': 'automatic traffic',
  'quality.why.duplicates': 'duplicates',
  'quality.why.other': 'a finding on the page “Quality”',

  'quality.rule.missing': 'missing values',
  'quality.rule.impossible': 'impossible values',
  'quality.rule.constants': 'columns that never change',
  'quality.rule.currencies': 'several currencies',
  'quality.rule.test-accounts': 'test accounts',
  'quality.rule.orphans': 'references without a match',
  'quality.rule.bots': 'bots',
  'quality.rule.outliers': 'outliers',
  'quality.rule.units': 'mixed units',
  'quality.rule.gaps': 'gaps in time',
  'quality.rule.level-shifts': 'sudden shifts of the level',
  'quality.rule.time-zones': 'time zones',
  'quality.rule.leaks': 'columns that give the outcome away',
  'quality.rule.balance': 'balance of the groups',
  'quality.rule.duplicates': 'duplicates',

  'quality.group': '{name}: {rows, number}',
  'quality.arm': '{name}: {n, number} (nearest plan {share, number, share})',
  'quality.found.missing.needed':
    '{count, plural, one {# row has} other {# rows have}} nothing readable in “{column}” and cannot be used.',
  'quality.found.missing.other': '{count, plural, one {# row has} other {# rows have}} nothing readable in “{column}”.',
  'quality.found.impossible.future': '{count, plural, one {# row lies} other {# rows lie}} in the future (“{column}”).',
  'quality.found.impossible.ancient':
    '{count, plural, one {# row is} other {# rows are}} dated 1970, 1900 or before (“{column}”): such dates usually stand for “unknown”.',
  'quality.found.impossible.age':
    '{count, plural, one {# person would be} other {# people would be}} more than 120 years old.',
  'quality.found.impossible.order': '“{column}” lies before “{other}” in {count, plural, one {# row} other {# rows}}.',
  'quality.found.impossible.negative': '“{column}” is below zero in {count, plural, one {# row} other {# rows}}.',
  'quality.found.impossible.score':
    '{count, plural, one {# score lies} other {# scores lie}} outside the scale of its question.',
  'quality.found.impossible.margin': 'The margin is above the amount in {count, plural, one {# row} other {# rows}}.',
  'quality.found.impossible.wonAndLost': '{count, plural, one {# lead is} other {# leads are}} both won and lost.',
  'quality.found.test-accounts':
    '{count, plural, one {# customer looks} other {# customers look}} like a test account, by e-mail, name or id.',
  'quality.found.test-ids': '{count, plural, one {# row belongs} other {# rows belong}} to ids that say “test”.',
  'quality.found.currencies': 'Amounts are in {count, number} currencies and cannot be added up ({list}).',
  'quality.found.constants': '“{column}” says “{value}” in every row: it tells nothing apart.',
  'quality.found.orphans.customers':
    '{count, plural, one {# row belongs} other {# rows belong}} to {things, plural, one {# customer} other {# customers}} that “Customers” does not know.',
  'quality.found.orphans.orders':
    '{count, plural, one {# line belongs} other {# lines belong}} to {things, plural, one {# order} other {# orders}} that “Orders” does not know.',
  'quality.found.orphans.products':
    '{count, plural, one {# row is} other {# rows are}} about {things, plural, one {# product} other {# products}} that “Products” does not know.',
  'quality.found.bots':
    '{customers, plural, one {# visitor does} other {# visitors do}} {limit, number} things or more within an hour: {count, plural, one {# event} other {# events}} that no person makes.',
  'quality.found.outliers':
    '{count, plural, one {# value} other {# values}} of “{column}” {count, plural, one {lies} other {lie}} above {limit, number, decimal}, far beyond all others.',
  'quality.found.units':
    '“{column}” mixes two units: {count, plural, one {# value is} other {# values are}} {divisor, number} times as large as the others{divisor, plural, =100 {, as cents among euros are} other {}}.',
  'quality.found.gaps':
    '{days, plural, one {# day has} other {# days have}} nothing where the weekday usually has some; the longest gap is {longest, plural, one {{from, date, medium}} other {{from, date, medium} to {to, date, medium}}}, when about {expected, number} rows were to be expected.',
  'quality.found.level-shifts.up':
    'In the week of {week, date, medium} the level jumps to {change, number, decimal} times what it was, and stays there{count, plural, =1 {} other { (# such shifts in all)}}.',
  'quality.found.level-shifts.down':
    'In the week of {week, date, medium} the level falls by {change, number, share0} from one week to the next, and stays there{count, plural, =1 {} other { (# such shifts in all)}}.',
  'quality.found.time-zones.months':
    'From {month, date, month} on the day runs {hours, plural, one {# hour} other {# hours}} {direction, select, later {later} other {earlier}} than before{count, plural, =1 {} other { (# such seams in all)}}: perhaps times are in another time zone.',
  'quality.found.time-zones.daylight':
    'From {month, date, month} on the day runs an hour {direction, select, later {later} other {earlier}}{count, plural, =1 {} other { and so on, back and forth with the clocks (# times in all)}}, as daylight saving makes it: times are in UTC and not those of the place.',
  'quality.found.time-zones.sources':
    'The day of “{source}” ({column}) runs {hours, plural, one {# hour} other {# hours}} {direction, select, later {later} other {earlier}} than that of “{other}” and is the same otherwise: perhaps its times are in another time zone.',
  'quality.found.leaks':
    '“{column}” alone tells the outcome nearly without error (AUC {auc, number, decimal}): perhaps it was only known afterwards.',
  'quality.found.balance':
    'The groups of “{initiative}” were to be equal and are not ({list}; p < {p, number, ::.000}): effects cannot be read from them.',
  'quality.found.balance.unknown':
    'The groups of “{initiative}” fit none of the usual plans ({list}; p < {p, number, ::.000}): unless they were planned like this, effects cannot be read from them.',
  'quality.found.balance.several':
    '{count, plural, one {# customer is} other {# customers are}} in several groups of the same initiative and {count, plural, one {belongs} other {belong}} to none.',
  'quality.found.duplicates.rows':
    '{count, plural, one {# row repeats} other {# rows repeat}} an earlier one in every column.',
  'quality.found.duplicates.things':
    '{count, plural, one {# row repeats} other {# rows repeat}} an earlier “{column}” or has none. Of each the first known values count already.',
  'quality.found.duplicates.keys': '{count, plural, one {# row repeats} other {# rows repeat}} an earlier “{column}”.',
  'quality.found.duplicates.shared':
    '{count, plural, one {# value} other {# values}} of “{column}” {count, plural, one {belongs} other {belong}} to several customers: perhaps numbers are used again.',

  'error.remedy-gone': 'This remedy is not in force any more.',
  'error.remedy-gone.hint': 'Answers have not changed. The page lists the remedies that are in force.',
  'error.remedy-unfit': 'This remedy does not fit the tables as they are mapped now.',
  'error.remedy-unfit.hint': 'Examine the tables again: the finding may have changed with the mapping.',
} as const;
