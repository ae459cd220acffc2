import {
  DataType,
  Field,
  Float32,
  Int64,
  makeData,
  Precision,
  RecordBatch,
  Schema,
  Struct,
  TimestampMicrosecond,
  TimeUnit,
  Utf8,
  type Data,
  type Float,
  type Float64,
  type Timestamp,
} from 'apache-arrow';
import { ROW_COLUMN } from '../core/table-info.ts';
import { localTimeConverter, zoneOffsets } from '../core/time-zone.ts';

/** Record batches as DuckDB takes them: times local and in microseconds, the record number as the last column. */
export class ArrowColumns {
  readonly schema: Schema;
  /** Names of the columns whose instants became local times. */
  readonly converted: string[] = [];
  readonly #convert: ((data: Data) => Data)[];
  #row = 0;

  constructor(schema: Schema, names: readonly string[], timeZone: string) {
    const local = localTimeConverter(zoneOffsets(timeZone));
    const plans = schema.fields.map((field, i) => {
      if (DataType.isTimestamp(field.type) && field.type.timezone) this.converted.push(names[i]!);
      return planColumn(field.type, local);
    });
    this.#convert = plans.map(({ convert }) => convert);
    const fields = plans.map(({ type }, i) => new Field(names[i]!, type, true));
    this.schema = new Schema([...fields, new Field(ROW_COLUMN, new Int64(), false)]);
  }

  batch({ data, numRows }: RecordBatch): RecordBatch {
    const columns = data.children.map((child, i) => this.#convert[i]!(child));
    columns.push(makeData({ type: new Int64(), length: numRows, nullCount: 0, data: rowNumbers(this.#row, numRows) }));
    this.#row += numRows;
    const struct = new Struct(this.schema.fields);
    return new RecordBatch(
      this.schema,
      makeData({ type: struct, length: numRows, nullCount: 0, children: columns as Data[] }),
    );
  }
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

interface ColumnConversion {
  type: DataType;
  convert(data: Data): Data;
}

function planColumn(type: DataType, local: (ms: number) => number): ColumnConversion {
  if (DataType.isTimestamp(type)) return planTimestamp(type, local);
  if (DataType.isFloat(type) && type.precision === Precision.HALF) return planHalf();
  if (DataType.isNull(type)) return planNull();
  return { type, convert: (data) => data };
}

function planTimestamp(type: Timestamp, local: (ms: number) => number): ColumnConversion {
  const isLocal = !type.timezone;
  const target = new TimestampMicrosecond();
  const toMicro = microsecondsFrom(type.unit);
  if (isLocal && type.unit === TimeUnit.MICROSECOND) {
    return { type: target, convert: (data) => withValues(data, target, data.values as BigInt64Array) };
  }
  return {
    type: target,
    convert(data) {
      const values = data.values as BigInt64Array;
      const micros = new BigInt64Array(values.length);
      for (let i = 0; i < values.length; i += 1) {
        const utc = toMicro(values[i]!);
        micros[i] = isLocal ? utc : utc + offsetMicros(utc, local);
      }
      return withValues(data, target, micros);
    },
  };
}

function offsetMicros(utc: bigint, local: (ms: number) => number): bigint {
  const ms = Math.floor(Number(utc) / 1000);
  return BigInt(local(ms) - ms) * 1000n;
}

function microsecondsFrom(unit: TimeUnit): (value: bigint) => bigint {
  switch (unit) {
    case TimeUnit.SECOND:
      return (value) => BigInt.asIntN(64, value * 1_000_000n);
    case TimeUnit.MILLISECOND:
      return (value) => BigInt.asIntN(64, value * 1000n);
    case TimeUnit.NANOSECOND:
      return (value) => (value >= 0n ? value / 1000n : (value - 999n) / 1000n);
    default:
      return (value) => value;
  }
}

function planHalf(): ColumnConversion {
  const target: Float = new Float32();
  return {
    type: target,
    convert: (data) => withValues(data, target, Float32Array.from(data.values as Uint16Array, halfToNumber)),
  };
}

/** A column without any value has no type that a table can have: it becomes text. */
function planNull(): ColumnConversion {
  const type = new Utf8();
  return {
    type,
    convert: ({ length }) =>
      makeData({
        type,
        length,
        nullCount: length,
        nullBitmap: new Uint8Array(Math.ceil(length / 8)),
        valueOffsets: new Int32Array(length + 1),
        data: new Uint8Array(),
      }),
  };
}

function withValues(data: Data, type: DataType, values: BigInt64Array | Float32Array): Data {
  return makeData({
    type: type as Float64,
    length: data.length,
    nullCount: data.nullCount,
    nullBitmap: data.nullBitmap,
    offset: data.offset,
    data: values as unknown as Float64Array,
  });
}

/** IEEE 754 half precision, bit by bit. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * 2 ** (exponent - 25) * (1024 + fraction);
}
