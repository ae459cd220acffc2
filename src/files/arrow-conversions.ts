import {
  DataType,
  Field,
  FixedSizeList,
  Float32,
  List,
  makeData,
  Map_,
  Precision,
  Struct,
  TimestampMicrosecond,
  TimeUnit,
  Utf8,
  type Data,
  type Decimal,
  type Float64,
  type Timestamp,
} from 'apache-arrow';

/** How a column comes into a type that a table can have. */
export interface ColumnConversion {
  type: DataType;
  convert(data: Data): Data;
}

/**
 * What DuckDB cannot take, or would take as something else: instants become local times, halves floats, columns without
 * any value and decimals beyond 38 digits text; so does what lists and records hold. `local` turns the milliseconds of
 * an instant into those of the local time.
 */
export function planConversion(type: DataType, local: (ms: number) => number): ColumnConversion {
  if (DataType.isTimestamp(type)) return planTimestamp(type, local);
  if (DataType.isFloat(type) && type.precision === Precision.HALF) return halfAsFloat;
  if (DataType.isNull(type)) return nothingAsText;
  if (DataType.isDecimal(type) && (type.bitWidth > 128 || type.precision > 38)) return decimalAsText;
  if (type.children && type.children.length > 0 && !DataType.isDictionary(type)) return planNested(type, local);
  return { type, convert: (data) => data };
}

function planNested(type: DataType, local: (ms: number) => number): ColumnConversion {
  const before = type.children as Field[];
  const plans = before.map((child) => planConversion(child.type as DataType, local));
  if (plans.every((plan, i) => plan.type === before[i]!.type)) return { type, convert: (data) => data };
  const children = before.map(({ name, nullable }, i) => new Field(name, plans[i]!.type, nullable));
  const target = withChildren(type, children);
  return {
    type: target,
    convert: (data) => {
      const inner = data.children.map((child, i) => plans[i]!.convert(child as Data));
      const { length, nullCount, nullBitmap, offset } = data;
      const common = { length, nullCount, nullBitmap, offset };
      if (DataType.isStruct(target)) return makeData({ ...common, type: target, children: inner });
      if (DataType.isFixedSizeList(target)) return makeData({ ...common, type: target, child: inner[0]! });
      return makeData({ ...common, type: target as List, valueOffsets: data.valueOffsets, child: inner[0]! }) as Data;
    },
  };
}

function withChildren(type: DataType, children: Field[]): DataType {
  if (DataType.isStruct(type)) return new Struct(children);
  if (DataType.isFixedSizeList(type)) return new FixedSizeList(type.listSize, children[0]!);
  if (DataType.isMap(type)) return new Map_(children[0] as never, type.keysSorted);
  if (DataType.isList(type)) return new List(children[0]!);
  throw new TypeError(`no table can hold ${String(type)}`);
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

const float = new Float32();

const halfAsFloat: ColumnConversion = {
  type: float,
  convert: (data) => {
    const bits = Uint32Array.from(data.values as Uint16Array, floatBits);
    return withValues(data, float, new Float32Array(bits.buffer));
  },
};

const text = new Utf8();

/** A column without any value has no type that a table can have. */
const nothingAsText: ColumnConversion = {
  type: text,
  convert: ({ length }) => textData(length, () => undefined),
};

const decimalAsText: ColumnConversion = {
  type: text,
  convert: (data) => {
    const { scale, bitWidth } = data.type as Decimal;
    const words = bitWidth / 32;
    const values = data.values as Uint32Array;
    const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
    return textData(data.length, (row) =>
      data.getValid(row) ? decimalText(view, row * words * 4, words, scale) : undefined,
    );
  },
};

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const GROUPS = [4, 6, 8, 10];

/** Ids are looked for in other files as they are written there. */
export const uuidAsText: ColumnConversion = {
  type: text,
  convert: (data) => {
    const values = data.values as Uint8Array;
    const uuidAt = (row: number): string => {
      let uuid = '';
      for (let i = 0; i < 16; i += 1) uuid += (GROUPS.includes(i) ? '-' : '') + hex[values[row * 16 + i]!]!;
      return uuid;
    };
    return textData(data.length, (row) => (data.getValid(row) ? uuidAt(row) : undefined));
  },
};

/** Little-endian two's complement with the last digits behind the point. */
function decimalText(view: DataView, at: number, words: number, scale: number): string {
  let unscaled = 0n;
  for (let word = words - 1; word >= 0; word -= 1)
    unscaled = (unscaled << 32n) | BigInt(view.getUint32(at + word * 4, true));
  unscaled = BigInt.asIntN(words * 32, unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const whole = `${unscaled < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}`;
  return scale > 0 ? `${whole}.${digits.slice(-scale)}` : whole;
}

function textData(length: number, textAt: (row: number) => string | undefined): Data {
  const nullBitmap = new Uint8Array(Math.ceil(length / 8));
  const valueOffsets = new Int32Array(length + 1);
  const texts: string[] = [];
  let bytes = 0;
  let nullCount = 0;
  for (let row = 0; row < length; row += 1) {
    const value = textAt(row);
    if (value === undefined) nullCount += 1;
    else {
      nullBitmap[row >> 3]! |= 1 << (row & 7);
      texts.push(value);
      bytes += value.length;
    }
    valueOffsets[row + 1] = bytes;
  }
  const data = new TextEncoder().encode(texts.join(''));
  return makeData({ type: text, length, nullCount, nullBitmap, valueOffsets, data });
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

/** The bits of a 32-bit number of the same value as a 16-bit one (IEEE 754), with the sign of what is no number. */
function floatBits(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 31) return sign | 0x7f800000 | (fraction << 13);
  if (exponent > 0) return sign | ((exponent + 112) << 23) | (fraction << 13);
  if (fraction === 0) return sign;
  // Too small for 16 bits to write it in the usual form; 32 bits can.
  const lead = Math.clz32(fraction) - 21;
  return sign | ((113 - lead) << 23) | (((fraction << lead) & 0x3ff) << 13);
}
