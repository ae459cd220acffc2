import {
  DataType,
  Field,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  type Data,
} from 'apache-arrow';
import type { ColumnInfo } from '../core/answer.ts';
import { message, type Message } from '../core/message.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import { localTimeConverter, zoneOffsets } from '../core/time-zone.ts';
import { planConversion, uuidAsText, type ColumnConversion } from './arrow-conversions.ts';
import { nameColumns, shortened } from './column-names.ts';

/** Record batches as DuckDB takes them: times local and in microseconds, the record number as the last column. */
export class ArrowColumns {
  readonly schema: Schema;
  /** What is to be said of the columns. */
  readonly notices: Message[];
  readonly #plans: ColumnConversion[];
  #row = 0;

  /** `uuids`: places of columns that are UUIDs, where their type does not say so. */
  constructor(schema: Schema, timeZone: string, uuids: ReadonlySet<number> = new Set()) {
    const local = localTimeConverter(zoneOffsets(timeZone));
    const { names, notices } = nameColumns(schema.fields.map(({ name }) => name));
    const converted = names.filter((_, i) => hasInstants(schema.fields[i]!.type as DataType));
    if (converted.length > 0) {
      notices.push(message('notice.zone', { columns: shortened(converted), zone: timeZone }));
    }
    this.notices = notices;
    this.#plans = schema.fields.map(({ type, metadata }, i) => {
      const isUuid = uuids.has(i) || metadata.get('ARROW:extension:name') === 'arrow.uuid';
      if (isUuid && DataType.isFixedSizeBinary(type) && type.byteWidth === 16) return uuidAsText;
      return planConversion(type as DataType, local);
    });
    const fields = this.#plans.map(({ type }, i) => new Field(names[i]!, type, true));
    this.schema = new Schema([...fields, new Field(ROW_COLUMN, new Int64(), false)]);
  }

  get columns(): ColumnInfo[] {
    return this.schema.fields.slice(0, -1).map(({ name, type }) => ({ name, type: String(type) }));
  }

  batch({ data, numRows }: RecordBatch): RecordBatch {
    const columns = data.children.map((child, i) => this.#plans[i]!.convert(child as Data));
    columns.push(makeData({ type: new Int64(), length: numRows, nullCount: 0, data: rowNumbers(this.#row, numRows) }));
    this.#row += numRows;
    const struct = new Struct(this.schema.fields);
    return new RecordBatch(
      this.schema,
      makeData({ type: struct, length: numRows, nullCount: 0, children: columns as Data[] }),
    );
  }
}

/** Several batches as one Arrow IPC stream. */
export function packBatches(batches: readonly RecordBatch[]): Uint8Array {
  return RecordBatchStreamWriter.writeAll([...batches]).toUint8Array(true);
}

function hasInstants(type: DataType): boolean {
  if (DataType.isTimestamp(type)) return !!type.timezone;
  return (
    !DataType.isDictionary(type) && (type.children ?? []).some((child: Field) => hasInstants(child.type as DataType))
  );
}

/** Written as halves of 32 bits: ten times as fast as with BigInt. */
function rowNumbers(first: number, count: number): BigInt64Array {
  const halves = new Uint32Array(2 * count);
  for (let i = 0; i < count; i += 1) {
    halves[2 * i] = first + i;
    if (first + i > 0xffff_ffff) halves[2 * i + 1] = Math.floor((first + i) / 0x1_0000_0000);
  }
  return new BigInt64Array(halves.buffer);
}
