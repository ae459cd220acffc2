import type { ColumnPlan, Dialect } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import { message, type Message } from '../core/message.ts';
import { ColumnEvidence, type KindContext } from './column-evidence.ts';
import { chosenKind } from './chosen-types.ts';
import { nameColumns, shortened, WIDEST } from './column-names.ts';
import { sniffDialect } from './dialect.ts';
import { footerLength, MOST_FOOTER_LINES, rowHabit, type RowHabit } from './footer.ts';
import { findHeader, type FoundHeader } from './header.ts';
import type { FileOptions } from '../core/file-options.ts';
import { RecordParser, type RecordFlaws } from './records.ts';
import type { Sample } from './sample.ts';

export interface DelimitedPlan {
  dialect: Dialect;
  header: FoundHeader;
  context: KindContext;
  /** Records shorter than the header are this file's habit: what is missing in them is empty. */
  padShort: boolean;
  evidence: ColumnEvidence[];
  /** What the rows are like, where lines below the table were seen: the last ones are held against it. */
  habit?: RowHabit;
  /** DuckDB can read the text as it is, once it is in UTF-8. */
  isClean: boolean;
}

/** Short records are a habit, and no accident, from this share on. */
const HABIT = 0.05;

/** How to read a delimited text, from a sample of it. */
export function planDelimited(sample: Sample, options: FileOptions, file: File): DelimitedPlan {
  const dialect = sniffDialect(sample.head, options.delimiter);
  const { records, flaws } = parseSample(sample.head, dialect, !sample.whole);
  if (records.length === 0) throw new AppError('file-empty', { file: file.name });
  const header = findHeader(records, options.headerRow);
  if (header.width > WIDEST)
    throw new AppError('too-many-columns', { file: file.name, columns: header.width, limit: WIDEST });
  if (records.length <= header.skip && sample.whole) throw new AppError('no-rows', { file: file.name });
  const body = records.slice(header.skip);
  const evidence = Array.from({ length: header.width }, () => new ColumnEvidence(options.missing));
  const footer = findFooter(body, sample, dialect, header.width);
  const isStraight = flaws.openQuotes + flaws.strayQuotes === 0;
  let ragged = gather(sample.whole && footer ? body.slice(0, -footer.length) : body, evidence);
  for (const [i, piece] of sample.pieces.entries()) {
    const all = parseSample(piece, dialect).records;
    const parsed = footer && i === sample.pieces.length - 1 ? all.slice(0, -footer.length) : all;
    const fitting = parsed.filter((record) => record.length === header.width);
    // A piece that begins inside quotes is misread as a whole and tells nothing.
    if (fitting.length > parsed.length * 0.8) ragged += gather(flaws.multiline > 0 ? fitting : parsed, evidence);
  }
  const short = body.filter((record) => record.length < header.width).length;
  return {
    dialect: dialect.comment === undefined ? dialect : { ...dialect, width: header.width },
    header,
    context: kindContext(dialect, evidence, options),
    padShort: short > body.length * HABIT,
    evidence,
    ...(footer && { habit: footer.habit }),
    // Of a number with something around it every value has to be looked at: another currency makes the column text.
    isClean:
      !evidence.some(({ isDressed }) => isDressed) &&
      body.length > 0 &&
      !footer &&
      ragged === 0 &&
      isStraight &&
      isReadByDuckDb(sample, dialect, header, flaws),
  };
}

/** What the columns are called, what is in them, and what is to be said of that. */
export function planColumns(
  plan: Pick<DelimitedPlan, 'header' | 'context' | 'evidence'>,
  options: FileOptions,
): { columns: ColumnPlan[]; notices: Message[] } {
  const { header, context, evidence } = plan;
  const given = header.names ?? Array.from({ length: header.width }, () => '');
  const { names, unnamed, notices } = nameColumns(given);
  if (header.names && unnamed.some((is, i) => is && evidence[i]!.present > 0)) {
    notices.push(message('notice.columns-unnamed', { columns: shortened(names.filter((_, i) => unnamed[i])) }));
  }
  if (!header.names) notices.push(message('notice.no-header', { count: header.width }));
  if (header.isJoined) notices.push(message('notice.two-headers'));
  if (header.preamble > 0) notices.push(message('notice.preamble', { count: header.preamble }));
  const chosen = new Map(Object.entries(options.columns ?? {}));
  for (const name of chosen.keys()) {
    if (!names.includes(name)) throw new AppError('column-unknown', { column: name, columns: shortened(names) });
  }
  const isVoid = names.map((_, i) => unnamed[i]! && evidence[i]!.present === 0);
  const [firstKept, lastKept] = [isVoid.indexOf(false), isVoid.lastIndexOf(false)];
  const columns = names.map((name, i): ColumnPlan => {
    const seen = evidence[i]!;
    const isAtEdge = i < firstKept || i > lastKept;
    const type = chosen.get(name);
    const as = type === undefined ? seen.kind(context) : chosenKind(type, seen.kind(context), options);
    const isConverted = as.kind !== 'text';
    if (type === undefined && as.kind === 'decimal' && seen.isMarkGuessed(context)) {
      notices.push(message('notice.number-mark', { column: name, mark: as.mark === '.' ? 'point' : 'comma' }));
    }
    if (
      isConverted &&
      type === undefined &&
      (as.kind === 'date' || as.kind === 'timestamp') &&
      seen.isOrderGuessed(context)
    ) {
      notices.push(message('notice.date-order', { column: name, order: context.usualOrder }));
    }
    return {
      name,
      as,
      padded: isConverted && seen.padded,
      blanks: isConverted && seen.count('blank') > 0,
      missingWords: isConverted || options.missing ? [...seen.missingWords] : [],
      chosen: type !== undefined,
      dropIfEmpty: header.names !== undefined && isVoid[i]! && isAtEdge && seen.count('empty', 'blank') > 0,
    };
  });
  notices.push(...dressNotices(columns, evidence));
  return { columns, notices };
}

/** What was taken off numbers is not lost: the currency, and that 15 % is 0.15 now. */
function dressNotices(columns: readonly ColumnPlan[], evidence: readonly ColumnEvidence[]): Message[] {
  const notices: Message[] = [];
  const percents = columns.filter(({ as }) => as.kind === 'decimal' && as.dress === 'percent');
  if (percents.length > 0)
    notices.push(message('notice.percent', { columns: shortened(percents.map(({ name }) => name)) }));
  columns.forEach(({ name, as }, i) => {
    const currencies = [...evidence[i]!.currencies];
    if (currencies.length === 0 || (as.kind !== 'decimal' && currencies.length < 2)) return;
    const [column] = shortened([name]);
    notices.push(
      as.kind === 'decimal'
        ? message('notice.currency', { column: column!, currency: currencies[0]! })
        : message('notice.currencies', { column: column!, currencies }),
    );
  });
  return notices;
}

function findFooter(
  body: readonly string[][],
  sample: Sample,
  dialect: Dialect,
  width: number,
): { habit: RowHabit; length: number } | undefined {
  const habit = rowHabit(body, width);
  const last = sample.whole ? body : parseSample(sample.pieces.at(-1) ?? '', dialect).records;
  const length = footerLength(last.slice(-MOST_FOOTER_LINES - 1), habit);
  return length > 0 ? { habit, length } : undefined;
}

/** Of a text that is cut off, the last record is left out: it may go on behind. */
function parseSample(text: string, dialect: Dialect, isCut = false): { records: string[][]; flaws: RecordFlaws } {
  const records: string[][] = [];
  const parser = new RecordParser(dialect, (fields) => records.push(fields));
  parser.push(text);
  if (!isCut) parser.end();
  return { records, flaws: parser.flaws };
}

/** Adds what the records show; the count of those that are not as wide as the table comes back. */
function gather(records: readonly string[][], evidence: readonly ColumnEvidence[]): number {
  let ragged = 0;
  for (const record of records) {
    if (record.length !== evidence.length) ragged += 1;
    else for (let i = 0; i < record.length; i += 1) evidence[i]!.add(record[i]!);
  }
  return ragged;
}

export function kindContext(dialect: Dialect, evidence: readonly ColumnEvidence[], options: FileOptions): KindContext {
  const hasCommaDecimals = evidence.some((column) => column.count('decimal-comma', 'grouped-dot') > 0);
  const isContinental = dialect.delimiter === ';' || hasCommaDecimals;
  return {
    decimal: options.decimal,
    markOfOthers: markOfOthers(evidence),
    dateOrder: options.dateOrder ?? orderOfOthers(evidence),
    usualOrder: isContinental || dialect.delimiter === '\t' ? 'dmy' : 'mdy',
    commaIsDecimal: isContinental,
  };
}

/** One program writes all numbers of a file with the same mark: a column that leaves it open has that of the others. */
function markOfOthers(evidence: readonly ColumnEvidence[]): ',' | '.' | undefined {
  const hasComma = evidence.some((column) => column.count('decimal-comma', 'grouped-dot') > 0);
  const hasPoint = evidence.some((column) => column.count('decimal', 'grouped-comma') > 0);
  return hasComma === hasPoint ? undefined : hasComma ? ',' : '.';
}

/** One program writes all dates of a file in the same order: a column that leaves it open has that of the others. */
function orderOfOthers(evidence: readonly ColumnEvidence[]): 'dmy' | 'mdy' | undefined {
  const orders = new Set(evidence.map(({ dateOrder }) => dateOrder).filter((order) => order !== undefined));
  return orders.size === 1 ? [...orders][0] : undefined;
}

function isReadByDuckDb(sample: Sample, dialect: Dialect, header: FoundHeader, flaws: RecordFlaws): boolean {
  const { delimiter, quote, escape, newline } = dialect;
  if (header.preamble > 0 || dialect.comment !== undefined || dialect.skipBlanks || header.skip > 1) return false;
  if (flaws.openQuotes + flaws.strayQuotes > 0 || delimiter === 'runs' || sample.head.includes('\0')) return false;
  if (new TextEncoder().encode(delimiter).length > 4) return false;
  if (newline === '\n' && /\r(?!\n)/.test(sample.head.slice(0, -1))) return false;
  if (newline === '\n' && sample.head.includes('\r\n') && /[^\r]\n/.test(sample.head)) return flaws.multiline > 0;
  if (delimiter === '') return !sample.head.includes('"');
  return quote === '' || (quote === '"' && escape === '"');
}
