import type { DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import { message, type Message } from '../core/message.ts';
import { shortened } from './column-names.ts';
import { geographicFormat, largestList, openEnvelope, type RecordList } from './json-envelope.ts';
import { JsonSplitter } from './json-splitter.ts';
import { JsonTable } from './json-table.ts';
import { eachItem } from './json-text.ts';
import type { Nested } from './json-values.ts';
import type { ReportBytes } from './reader-contract.ts';
import type { Scratch } from './scratch.ts';
import { readText } from './text-stream.ts';

export interface JsonSource extends DelimitedSource {
  format: 'json' | 'ndjson';
}

/**
 * Reads a list of JSON objects, or objects that follow each other. A single object that holds lists of objects, as
 * interfaces answer, is the one of them with most records, or the one that was chosen. Columns come as they appear; a
 * record without one is empty there.
 * @throws AppError `json-broken`, `json-geographic`, `json-list-unknown`, `not-a-table`, `no-rows`, `too-many-columns`.
 */
export async function readJson(
  file: File,
  encoding: string,
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
  /** Only so many records are wanted: the rest of a list is left unread. */
  most = Infinity,
): Promise<JsonSource> {
  const read = (nested: Nested): Promise<JsonSource> => readAs(nested, file, encoding, options, scratch, report, most);
  try {
    return await read(options.nested ?? 'columns');
  } catch (error) {
    const isWide = error instanceof AppError && error.code === 'too-many-columns';
    if (!isWide || options.nested) throw error;
    const source = await read('text');
    source.notices.push(message('notice.json-text'));
    return source;
  }
}

async function readAs(
  nested: Nested,
  file: File,
  encoding: string,
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
  most: number,
): Promise<JsonSource> {
  const out = await scratch.create();
  const table = new JsonTable(file, out, nested, options);
  let seen = 0;
  let alone: Value | undefined;
  const splitter = new JsonSplitter((text, line) => {
    seen += 1;
    if (seen === 1) refuseMap(text, file);
    // The first value waits for a second one: alone it may be an envelope around the table.
    if (seen === 1 && !splitter.isList) {
      alone = { text, line };
      return;
    }
    if (alone) table.add(alone.text, alone.line);
    alone = undefined;
    table.add(text, line);
  });
  let notices: Message[] = [];
  try {
    for await (const text of readText(file, { encoding, strict: false }, report)) {
      splitter.push(text);
      if (seen >= most) break;
    }
    if (seen < most) splitter.end();
    if (alone) notices = addEnvelope(table, alone, file, options);
  } catch (error) {
    await out.close();
    if (error instanceof AppError) throw error;
    throw new AppError('json-broken', { file: file.name, line: splitter.line }, { cause: error });
  }
  const written = await out.close();
  if (!splitter.isComplete && !table.hasRecords) {
    throw new AppError('json-broken', { file: file.name, line: splitter.line });
  }
  const source = table.source(written);
  source.notices.push(...notices);
  return { ...source, format: splitter.isList || alone ? 'json' : 'ndjson' };
}

interface Value {
  text: string;
  line: number;
}

function refuseMap(text: string, file: File): void {
  const format = unlessTorn(() => geographicFormat(text));
  if (format !== undefined) throw new AppError('json-geographic', { file: file.name, format });
}

/** The only value of a file: something that stands around the table, or a record. */
function addEnvelope(table: JsonTable, { text, line }: Value, file: File, { records }: FileOptions): Message[] {
  const { lists, keys } = unlessTorn(() => openEnvelope(text)) ?? { lists: [], keys: [] };
  const isRecord = records === undefined && /\.(ndjson|jsonl)$/i.test(file.name);
  const list = isRecord || records === '' ? undefined : chooseList(lists, records, file);
  if (!list) {
    table.add(text, line);
    return [];
  }
  let at = 0;
  let lineAt = line;
  eachItem(text, list.at, (start, end) => {
    lineAt += text.slice(at, start).split('\n').length - 1;
    at = start;
    table.add(text.slice(start, end), lineAt);
  });
  const others = lists.filter((other) => other !== list).map(({ path }) => path);
  const isNamed = (key: string): boolean =>
    [list.path, ...others].some((path) => path === key || path.startsWith(`${key}.`));
  const left = [...others, ...keys.filter((key) => !isNamed(key))];
  return [message('notice.json-list', { list: list.path, count: left.length, others: shortened(left) })];
}

function chooseList(lists: readonly RecordList[], wanted: string | undefined, file: File): RecordList | undefined {
  if (wanted === undefined) return largestList(lists);
  const found = lists.find(({ path }) => path === wanted);
  if (found) return found;
  const paths = shortened(lists.map(({ path }) => path));
  throw new AppError('json-list-unknown', { file: file.name, list: wanted, lists: paths });
}

/** What is torn is listed among the rejected records, where it is read. */
function unlessTorn<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
