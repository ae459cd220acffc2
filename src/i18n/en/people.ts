/** Joining up people: who is the same person in two tables, or several times in one. */
export const people = {
  'page.people': 'Join up people',
  'phase.people-reading': 'Reading names, addresses and numbers',
  'phase.people-matching': 'Comparing people',
  'phase.people-counting': 'Counting customers',
  'phase.people-applying': 'Joining people up',

  'people.title': 'Who is the same person?',
  'people.lead':
    'Customers often stand in two systems, under two ids. Here they are found by id, e-mail, phone, and by name with birth date; what is not certain is for you to decide. The tables stay as they were read, and all of it can be undone.',
  'people.verdict.none': 'Nobody was found twice.',
  'people.verdict.found':
    '<k>{joined, plural, one {# pair} other {# pairs}}</k> {joined, plural, one {is} other {are}} one person each{open, plural, =0 {.} one {; # more waits for a look.} other {; # more wait for a look.}}',
  'people.verdict.applied':
    '<k>{pairs, plural, one {# pair} other {# pairs}}</k> of “{left}” and “{right}” {pairs, plural, one {counts} other {count}} as one person each.',
  'people.verdict.notInForce':
    '{pairs, plural, one {# pair} other {# pairs}} joined up, but not in force: answers count everybody as before.',
  'people.verdict.appliedOne':
    '<k>{pairs, plural, one {# pair} other {# pairs}}</k> in “{left}” {pairs, plural, one {counts} other {count}} as one person each.',
  'people.summary':
    '{left, plural, one {# person} other {# people}} in “{leftTable}” · {right, plural, one {# person} other {# people}} in “{rightTable}” · {decided, plural, =0 {nothing decided by hand} one {# pair decided by hand} other {# pairs decided by hand}}',
  'people.summary.one':
    '{left, plural, one {# record} other {# records}} in “{leftTable}” · {decided, plural, =0 {nothing decided by hand} one {# pair decided by hand} other {# pairs decided by hand}}',
  'people.noTables': 'There is nobody to join up yet.',
  'people.noTablesHint': 'Bring a file with customers first.',
  'people.looking': 'Looking for columns with names, addresses and numbers',
  'people.failed': 'People could not be compared.',
  'people.cancelled': 'Stopped. What you decided is kept, and answers have not changed.',

  'people.setup': 'Tables and columns',
  'people.setup.left': 'First table; its ids stay',
  'people.setup.right': 'Second table',
  'people.setup.same': 'The same table: people who are there twice',
  'people.setup.none': 'not there',
  'people.setup.gmail': 'In addresses of Gmail, dots and what follows a “+” do not count',
  'people.setup.country': 'Calling code of numbers without one',
  'people.setup.country.help': 'Digits only, such as 34. Numbers are compared by their last nine digits.',
  'people.setup.country.wrong': 'One to four digits, or nothing.',
  'people.setup.run': 'Find who is whom',
  'people.setup.again': 'Find again',
  'people.setup.nothing': 'Choose a column for an e-mail, a phone, an id, or a name with a birth date in each table.',
  'people.setup.columnOf': '{role} in “{table}”',
  'people.role.id': 'Id',
  'people.role.email': 'E-mail',
  'people.role.phone': 'Phone',
  'people.role.name': 'Name',
  'people.role.given': 'Given name',
  'people.role.family': 'Surname',
  'people.role.birth': 'Birth date',

  'people.tiers': 'What speaks for it',
  'people.tiers.caption': 'Pairs by what speaks for them, the surest first',
  'people.tiers.tier': 'Agreement',
  'people.tiers.joined': 'One person',
  'people.tiers.review': 'To look at',
  'people.tiers.chance': 'Likely chance',
  'people.tiers.chance.value': 'about {value, number, decimal}',
  'people.tiers.chance.interval': '{level, number, share0} interval: {low, number, decimal} to {high, number, decimal}',
  'people.tiers.take': 'Take all alike',
  'people.tiers.takeOf': 'Take all alike: {tier}',
  'people.tiers.give': 'Look at them one by one',
  'people.tiers.without': 'Not compared, as a column is missing: {list}.',
  'people.tier.id': 'the same id',
  'people.tier.email-exact': 'the same e-mail, letter by letter',
  'people.tier.email-clean': 'the same e-mail, cleaned',
  'people.tier.phone-exact': 'the same phone, digit by digit',
  'people.tier.phone-clean': 'the same phone, cleaned',
  'people.tier.name-birth': 'the same name and birth date',
  'people.tier.name-like': 'a name much alike and the same birth date',
  'people.tier.birth-like': 'the same name and a birth date that may be mistyped',
  'people.how.title': 'How it is worked out',
  'people.how.exact':
    'E-mails are compared without capitals, blanks and “mailto:”; phones by their last nine digits, without extensions; two numbers with different calling codes, or of which none ends with the other, are two. Values of desks such as info@…, and those that more than {most, number, integer} people of one table share, tell nobody and are not used.',
  'people.how.names':
    'Names are compared word by word, in any order, without accents, particles and titles; a second surname or second name that only one of the two has does not count. Alike means a mean Jaro–Winkler similarity of at least {alike, number, decimal} over the words of the shorter name.',
  'people.how.blocks':
    'Names are compared only among people with the same birth date, or with the same name whose dates differ in one digit or have day and month exchanged. A pair whose name and date are both written differently is not found.',
  'people.how.oneToOne':
    'One person of the first table is one of the second at most. Whoever fits several is joined to the one that more values speak for, and waits for you when there is none. Pairs with names or dates of two people wait for you, too. An id alone joins nobody: where the tables have nothing else in common, all pairs wait.',
  'people.how.chance':
    '“Likely chance” is how many pairs of strangers a row is expected to hold: the same search over birth dates moved by some weeks can only find strangers, and finds so many on average. Twins and others of one family are not covered by it.',

  'people.notice.shared.email':
    '{values, plural, one {# e-mail} other {# e-mails}} of “{table}” shared by many ({people, plural, one {# person} other {# people}} in all; “{largest}” has {most, number, integer}) {values, plural, one {is} other {are}} not used.',
  'people.notice.shared.phone':
    '{values, plural, one {# phone} other {# phones}} of “{table}” shared by many ({people, plural, one {# person} other {# people}} in all; the most frequent has {most, number, integer}) {values, plural, one {is} other {are}} not used.',
  'people.notice.shared.birth':
    '{values, plural, one {# birth date} other {# birth dates}} of “{table}” that too many share ({people, plural, one {# person} other {# people}}; {largest, date, medium} alone has {most, number, integer}) {values, plural, one {looks} other {look}} filled in and {values, plural, one {is} other {are}} not used.',
  'people.notice.nobodys':
    '{people, plural, one {# person} other {# people}} of “{table}” {people, plural, one {has} other {have}} the e-mail of a desk or of nobody (info@…, test@…), which is not used.',
  'people.notice.without-id':
    '{rows, plural, one {# row} other {# rows}} of “{table}” without an id {rows, plural, one {is} other {are}} left out.',
  'people.notice.ids-differ':
    'Ids were not used: of {pairs, plural, one {# pair} other {# pairs}} with the same id, {contradicting, number, integer} have names, dates, e-mails or phones of two people. The two tables seem to number their customers each in its own way.',
  'people.notice.narrowed':
    'There are so many people that names were compared only where the birth date is the same and a word begins with the same {letters, number, integer} letters{leftOut, plural, =0 {.} one {; # group was too large to be compared.} other {; # groups were too large to be compared.}}',

  'people.review': 'To look at',
  'people.review.open': 'Waiting ({count, number, integer})',
  'people.review.decided': 'Decided ({count, number, integer})',
  'people.review.show': 'Which pairs',
  'people.review.none': 'No pair waits for a look.',
  'people.review.noneDecided': 'No pair was decided by hand.',
  'people.review.place': '{place, number, integer} of {count, number, integer}',
  'people.review.same': 'Same person',
  'people.review.different': 'Two people',
  'people.review.skip': 'Skip',
  'people.review.back': 'Take back the last one',
  'people.review.takeBack': 'Take back',
  'people.review.takeBackOf': 'Take back: {left} and {right}',
  'people.review.keys': 'Keys: S same person, D two people, arrow down skips, U takes the last one back.',
  'people.review.pair': 'Is “{left}” the same person as “{right}”?',
  'people.review.value': 'Value',
  'people.mark.differs': 'differs',
  'people.mark.same': 'agrees',
  'people.mark.alike': 'alike',
  'people.review.alike': 'names {share, number, share0} alike',
  'people.review.first': 'The first {shown, number, integer} of {count, number, integer} pairs.',
  'people.review.said.same': 'Same person: {left} and {right}',
  'people.review.said.different': 'Two people: {left} and {right}',
  'people.reason.several': 'fits several',
  'people.reason.contradiction': 'values of two people',
  'people.reason.alike': 'alike',
  'people.reason.chain': 'part of a long chain',
  'people.reason.chance': 'may be chance',
  'people.reason.apart': 'would join two who you said are two',
  'people.reason.id-only': 'the id and no more',

  'people.effect': 'What it changes',
  'people.effect.counting': 'Counting customers before and after',
  'people.effect.total':
    '{before, plural, one {# customer} other {# customers}} over all business tables {same, select, yes {stay as many.} other {become {after, number, integer}.}}',
  'people.effect.people':
    '{records, plural, one {# record} other {# records}} {tables, plural, one {in one table} other {in two tables}} {people, plural, one {is # person} other {are # people}}.',
  'people.effect.apart':
    '{count, plural, one {# id that both tables have stands} other {# ids that both tables have stand}} for two people: {count, plural, one {that of “{table}” gets} other {those of “{table}” get}} its name in front.',
  'people.effect.notMatched':
    'The pairs are not in this workspace any more, as in one that came from a file. Find again who is whom to change something; what is in force stays until you undo it.',
  'people.effect.none': 'No business table has customer ids yet. Say on the page “Mapping” what the columns mean.',
  'people.effect.withoutIds':
    '{tables, plural, one {“{table}” has no column of ids} other {Neither table has a column of ids}}, so that no business table can name these people: answers do not change. The table of matches says who is whom.',
  'people.effect.table': 'Business table',
  'people.effect.caption': 'Customers before and after joining, by business table',
  'people.effect.ids': 'Its ids are those of',
  'people.effect.idsOf': 'Whose ids “{table}” has',
  'people.effect.nobodys': 'neither',
  'people.effect.known': '{share, number, share0} known there',
  'people.effect.before': 'Before',
  'people.effect.after': 'After',
  'people.effect.unsure': 'Both tables know many of these ids. Say whose they are.',
  'people.apply': 'Join them up',
  'people.apply.again': 'Put in force again',
  'people.apply.ahead': 'Something was decided since this was put in force.',
  'people.applied': 'Joined up. Every answer counts these people once, and says so.',
  'people.applied.unchanged': 'The table of matches is made; answers do not change by it.',
  'people.applied.notInForce':
    'Not in force: a table is gone or has no ids, the customer ids of a business table are read from another column or table now, or no business table has ids that give way. Put it in force again, or undo it.',
  'people.undo': 'Undo joining',
  'people.undone': 'As it was: nobody is joined up.',
  'people.matches': 'Table of matches',
  'people.matches.about':
    '“{table}” holds a row for each pair: ids, what agrees and who decided. It can be queried on the page “SQL”.',
  'people.matches.file': 'Save with hashed ids',
  'people.matches.saved': 'Saved with hashed ids. The salt was not kept: two files cannot be joined by them.',
  'people.made': 'Made by joining up people of “{left}” and “{right}”; it goes when that is undone.',
  'people.assumption':
    'People of {file} were joined up: {pairs, plural, one {# pair} other {# pairs}} in “{table}” {pairs, plural, one {counts} other {count}} as one customer each.',

  'error.people-table': 'Table “{table}” is not there.',
  'error.people-table.hint': 'Choose the tables again: it may have been renamed or removed.',
  'error.people-setup': 'Column “{column}” of table “{table}” is not there.',
  'error.people-setup.hint': 'Choose the tables and columns again: the table may have been renamed or read anew.',
  'error.people-not-joined': 'Nobody is joined up.',
  'error.people-not-joined.hint': 'Answers have not changed.',
  'error.people-not-matched': 'The pairs are not there any more.',
  'error.people-not-matched.hint':
    'A table is another one since they were found. Find again who is whom; what you decided is kept.',
  'error.people-too-many-decisions': 'More than {most, number, integer} pairs cannot be decided one by one.',
  'error.people-too-many-decisions.hint': 'Take the pairs of a row as a whole instead.',
} as const;
