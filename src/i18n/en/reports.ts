export const reports = {
  'page.reports': 'Reports',
  'reports.title': 'Reports',
  'reports.lead':
    'Answers you add on their pages, in your order and with your words. What leaves goes through the rules below first; it leaves only when you export it.',
  'reports.untitled': 'What engagement returns',
  'reports.name': 'Title of the report',
  'reports.language': 'Language of the report',
  'reports.empty': 'No answers yet',
  'reports.empty.text':
    'Ask a question and press “Add to report” beside its answer. The report keeps the answer as it was then.',
  'reports.empty.ask': 'Go to a question',
  'reports.loading': 'Reading the report',

  'reports.unread':
    '{count, plural, one {One answer of this report cannot be read and is left out. It stays stored as it is.} other {# answers of this report cannot be read and are left out. They stay stored as they are.}}',

  'reports.add': 'Add to report',
  'reports.added': 'In the report',
  'reports.toast.added': 'Added to the report.',
  'reports.toast.known': 'This answer is already in the report.',
  'reports.toast.removed': '“{title}” is no longer in the report.',
  'reports.toast.show': 'Show the report',

  'reports.item.added': 'added {date, date, medium}',
  'reports.item.title': 'Title in the report',
  'reports.item.note': 'Your note',
  'reports.item.note.help': 'Stands below the headline numbers. A blank line begins a paragraph.',
  'reports.item.up': 'Move “{title}” up',
  'reports.item.down': 'Move “{title}” down',
  'reports.item.moved': '“{title}” is now number {place, number, integer} of {count, number, integer}.',
  'reports.item.remove': 'Remove “{title}” from the report',
  'reports.item.files': 'Tables',
  'reports.item.file.csv': '{table}, CSV',
  'reports.item.file.xlsx': '{table}, Excel',
  'reports.item.long':
    'Long tables, of more than {rows, number, integer} rows, are not kept with the report. Their files are offered until the tab is reloaded: {lists}.',
  'reports.item.gone':
    'Long tables, of more than {rows, number, integer} rows, are not kept with the report: {lists}. Add the answer again to save them.',

  'reports.privacy': 'Before anything leaves',
  'reports.privacy.smallest': 'Smallest count shown',
  'reports.privacy.smallest.help': 'Numbers that rest on fewer customers are withheld.',
  'reports.privacy.smallest.error': 'A whole number from 1 to {most, number, integer}.',
  'reports.privacy.ids': 'Customer ids',
  'reports.privacy.ids.drop': 'Left out',
  'reports.privacy.ids.hash': 'Hashed',
  'reports.privacy.salt': 'Salt',
  'reports.privacy.salt.error': 'At least {least, number, integer} characters.',
  'reports.privacy.salt.help':
    'The same salt gives the same hashes in the next file. Keep it to yourself: who has it can look for an id.',
  'reports.privacy.text':
    'Lists of single customers never stand in the HTML, only in CSV and Excel files. Queries, file names, conditions and notes are printed as they are.',

  'reports.export': 'Export HTML',
  'reports.export.help': 'One file for any browser; printed from there, it makes a PDF.',
  'reports.export.progress': 'Drawing {done, number, integer} of {total, number, integer}',
  'reports.blocked': 'Nothing leaves until the rules can be applied: {reason}',
  'reports.exported': 'Exported.',

  'reports.cover':
    '{count, plural, one {One answer} other {# answers}}, put together on {date, date, long}. How each number was computed stands at the end.',
  'reports.contents': 'Contents',
  'reports.figure': 'Chart: {title}. {subtitle}',
  'reports.figure.failed': 'With what is withheld the chart cannot be drawn; its table holds the rest.',
  'reports.undrawn': 'So much is withheld that there are no charts and tables to show.',
  'reports.table': 'The data of this figure',
  'reports.table.rows':
    'The first {shown, number, integer} of {total, number, integer} rows; the CSV of the table holds them all.',
  'reports.withheld.sentence': 'This sentence counts fewer than {smallest, number, integer} customers and is withheld.',
  'reports.withheld.some':
    'Numbers that rest on fewer than {smallest, number, integer} customers are withheld: {numbers, plural, one {# number} other {# numbers}} in tables and charts (“{mark}” stands for the count, “•” for what goes with it), {estimates, plural, one {# estimate} other {# estimates}} and {sentences, plural, one {# sentence} other {# sentences}}.',
  'reports.withheld.rest': 'This rests on fewer than {smallest, number, integer} customers and is withheld.',
  'reports.withheld.none':
    'No count of customers below {smallest, number, integer} was found in the tables and sentences of this answer.',
  'reports.withheld.whole':
    'A group that is compared, or every row that counts customers, counts fewer than {smallest, number, integer} customers: estimates, sentences with numbers and tables without counts are withheld.',
  'reports.withheld.sums':
    'Where a single count was withheld, the next smallest went with it. Sums across tables may still tell a count.',
  'reports.withheld.lists': 'Not part of a report, only of CSV and Excel files: {lists}.',
  'reports.withheld.tables': 'Tables that do not say whom they count are left out: {tables}.',
  'reports.evidence': 'How the numbers were computed',
  'reports.evidence.lead':
    'Parameters, steps, assumptions, sources, queries and files of every answer: enough to do it again.',
  'reports.parameters': 'Parameters',
  'reports.made': 'Made with Rédito on {date, date, long}, in one browser tab, without a server.',

  'error.answer-invalid': 'This is not an answer that can be reported ({where}).',
  'error.answer-invalid.hint': 'Pass answers as “ask” gave them, unchanged.',
  'error.refusal-in-report': 'A question that could not be answered cannot be reported.',
  'error.refusal-in-report.hint': 'Leave refusals out; their remedy says what the data lack.',
  'error.report-empty': 'There is no answer to report.',
  'error.report-empty.hint': 'Pass one or more answers of “ask” as a list.',
  'error.report-unreadable': 'The report kept in this workspace cannot be read ({where}).',
  'error.report-unreadable.hint': 'Begin a new one by adding an answer. The data are not touched.',
  'error.report-format': 'A report cannot be made as “{format}”.',
  'error.report-format.hint': 'The format is: html.',
} as const;
