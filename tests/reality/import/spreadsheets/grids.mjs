/** Records of a CSV file with quotes, as LibreOffice and Excel write it. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') {
        field += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(field);
      field = '';
    } else if (character === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
    } else if (character !== '\r') field += character;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

const ERROR = /^(#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const DATE = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d\d)\/(\d\d)\/(\d{2,4}))(?:[ T](.*))?$/;
const CLOCK = /^(-?)(\d+):(\d\d)(?::(\d\d))?(?:[.,]\d+)?( [AP]M)?$/;

/**
 * A value in one form, whoever wrote it: numbers to 12 digits, dates and times to the second, truth as 1 and 0, errors as
 * nothing, ends of lines as `\n`, without blanks around it.
 */
export function normalised(text) {
  const bare = text.replaceAll(/\r\n?/g, '\n').trim();
  if (bare === '' || ERROR.test(bare)) return '';
  if (/^(true|false)$/i.test(bare)) return /^t/i.test(bare) ? 1 : 0;
  if (NUMBER.test(bare)) return Number(Number(bare).toPrecision(12));
  if (/^-?[\d.]+(e[-+]?\d+)?%$/i.test(bare)) return Number((Number(bare.slice(0, -1)) / 100).toPrecision(12));
  const date = DATE.exec(bare);
  if (date) {
    const [, year, month, day, usMonth, usDay, usYear, clock] = date;
    const full = usYear?.length === 2 ? (Number(usYear) < 30 ? '20' : '19') + usYear : usYear;
    const time = clock === undefined ? '00:00:00' : clockText(clock);
    if (time !== undefined) return `${year ?? full}-${month ?? usMonth}-${day ?? usDay} ${time}`;
  }
  return clockText(bare) ?? bare;
}

function clockText(text) {
  const found = CLOCK.exec(text);
  if (!found) return undefined;
  const [, sign, hours, minutes, seconds = '00', half] = found;
  const hour = half ? (Number(hours) % 12) + (half === ' PM' ? 12 : 0) : Number(hours);
  return `${sign}${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

/** Two normalised values; hours beyond a day and the moment they lead to, counted from 1900, are the same. */
export function isSame(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.abs(b);
  if (a === b || typeof a === 'number' || typeof b === 'number') return a === b;
  const [days, others] = [daysOf(a), daysOf(b)];
  return days !== undefined && others !== undefined && Math.abs(days - others) < 1.5 / 86_400;
}

function daysOf(text) {
  const date = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(text);
  if (date) return (Date.parse(`${date[1]}T${date[2]}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const clock = /^(-?)(\d+):(\d\d):(\d\d)$/.exec(text);
  if (!clock) return undefined;
  const days = (Number(clock[2]) * 3600 + Number(clock[3]) * 60 + Number(clock[4])) / 86_400;
  return clock[1] === '-' ? -days : days;
}

/** LibreOffice writes numbers in the language of their cell, some with a comma. */
const isSameCell = (ours, theirs) =>
  isSame(normalised(ours), normalised(theirs)) ||
  (/^-?\d+,\d+$/.test(theirs) && isSame(normalised(ours), normalised(theirs.replace(',', '.'))));

/** Cells that hold something in either grid: how many, and those that differ. `rows` is a map, `expected` a list. */
export function compareGrids(rows, expected, isEqual = isSameCell) {
  let cells = 0;
  const different = [];
  const last = [...rows.keys()].reduce((most, row) => Math.max(most, row), -1);
  for (let row = 0; row < Math.max(expected.length, last + 1); row += 1) {
    const ours = rows.get(row) ?? [];
    const theirs = expected[row] ?? [];
    for (let column = 0; column < Math.max(ours.length, theirs.length); column += 1) {
      const [mine, other] = [ours[column] ?? '', theirs[column] ?? ''];
      if (normalised(mine) === '' && normalised(other) === '') continue;
      cells += 1;
      if (!isEqual(mine, other)) different.push({ row, column, mine, other });
    }
  }
  return { cells, different };
}
