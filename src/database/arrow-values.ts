import { DataType, type Field, type RecordBatch, type TimeUnit as ArrowTimeUnit, type Vector } from 'apache-arrow';
import type { ColumnInfo } from '../core/answer.ts';
import type { Json } from '../core/json.ts';
import {
  bytesToJson,
  dateToJson,
  decimalToJson,
  doubleToJson,
  integerToJson,
  timestampToJson,
  timeToJson,
} from './values.ts';

/** DuckDB's name of an Arrow field's type; an integer wider than 64 bits arrives as a decimal without digits. */
export function columnInfo(field: Field): ColumnInfo {
  return { name: field.name, type: duckType(field.type as DataType) };
}

function duckType(type: DataType): string {
  if (DataType.isInt(type)) return `${type.isSigned ? '' : 'U'}${integerNames[type.bitWidth]}`;
  if (DataType.isFloat(type)) return type.precision === 2 ? 'DOUBLE' : 'FLOAT';
  if (DataType.isDecimal(type)) {
    return type.precision === 38 && type.scale === 0 ? 'HUGEINT' : `DECIMAL(${type.precision},${type.scale})`;
  }
  if (DataType.isBool(type)) return 'BOOLEAN';
  if (DataType.isUtf8(type)) return 'VARCHAR';
  if (DataType.isDate(type)) return 'DATE';
  if (DataType.isTimestamp(type)) return type.timezone ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP';
  if (DataType.isTime(type)) return 'TIME';
  if (DataType.isBinary(type)) return 'BLOB';
  if (DataType.isList(type)) return `${duckType(type.children[0].type as DataType)}[]`;
  return String(type).toUpperCase();
}

const integerNames: Record<number, string> = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' };

/** Turns the values of one column of a batch into JSON, by its type. */
export function jsonReader(vector: Vector): (row: number) => Json {
  const type = vector.type as DataType;
  const convert = converter(type);
  if (DataType.isTimestamp(type)) {
    const scale = microsPer[type.unit];
    const { values } = vector.data[0] as unknown as { values: BigInt64Array };
    return (row) => (vector.isValid(row) ? timestampToJson(scale(values[row])) : null);
  }
  return (row) => {
    const value: unknown = vector.get(row);
    return value === null || value === undefined ? null : convert(value);
  };
}

const microsPer: Record<ArrowTimeUnit, (value: bigint) => bigint> = {
  0: (seconds) => seconds * 1_000_000n,
  1: (milliseconds) => milliseconds * 1_000n,
  2: (micros) => micros,
  3: (nanos) => nanos / 1_000n,
};

function converter(type: DataType): (value: unknown) => Json {
  if (DataType.isInt(type)) return (value) => integerToJson(value as bigint | number);
  if (DataType.isFloat(type)) return (value) => doubleToJson(value as number);
  if (DataType.isDecimal(type)) return (value) => decimalToJson(BigInt(String(value)), type.scale);
  if (DataType.isDate(type)) return (value) => dateToJson(Number(value) / 86_400_000);
  if (DataType.isTime(type)) return (value) => timeToJson(BigInt(String(value)));
  if (DataType.isBinary(type)) return (value) => bytesToJson(value as Uint8Array);
  if (DataType.isBool(type) || DataType.isUtf8(type)) return (value) => value as Json;
  return (value) => nestedToJson(value);
}

/** Lists, structs and maps; their parts follow the general rules by JavaScript type. */
function nestedToJson(value: unknown): Json {
  if (typeof value === 'bigint') return integerToJson(value);
  if (typeof value === 'number') return doubleToJson(value);
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value as Json;
  if (value instanceof Uint8Array) return bytesToJson(value);
  if (Symbol.iterator in value) {
    const items = [...(value as Iterable<unknown>)];
    const entries = 'toJSON' in value && !('length' in value);
    if (!entries) return items.map(nestedToJson);
    return Object.fromEntries((items as [unknown, unknown][]).map(([key, item]) => [String(key), nestedToJson(item)]));
  }
  return String(value);
}

/** Copies a numeric or BOOLEAN column into `target` from `offset`; missing values become NaN. */
export function copyNumbers(vector: Vector, target: Float64Array, offset: number): void {
  const type = vector.type as DataType;
  const data = vector.data[0] as unknown as { values: ArrayLike<number> };
  if (DataType.isFloat(type) && vector.nullCount === 0 && data.values instanceof Float64Array) {
    target.set(data.values.subarray(0, vector.length), offset);
    return;
  }
  const scale = DataType.isDecimal(type) ? 10 ** type.scale : 1;
  for (let row = 0; row < vector.length; row += 1) {
    const value: unknown = vector.get(row);
    const missing = value === null || value === undefined;
    target[offset + row] = missing ? NaN : Number(typeof value === 'object' ? String(value) : value) / scale;
  }
}

export function batchColumns(batch: RecordBatch): Vector[] {
  return batch.schema.fields.map((_, i) => batch.getChildAt(i) as Vector);
}
