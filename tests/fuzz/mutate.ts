import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Chance = (low: number, high: number) => number;

/** Whole numbers from `low` to `high`, both included, the same ones for the same seed. */
export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  return (low, high) => uniformInt(generator, low, high);
}

type Mutation = (bytes: Uint8Array, chance: Chance) => Uint8Array;

const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Bytes that mean something to one format or another. */
const TELLING = [
  ...[0x00, 0xff, 0x22, 0x2c, 0x3b, 0x0a, 0x0d, 0x09, 0x7b, 0x7d, 0x5b, 0x5d, 0x3c, 0x26, 0x5c, 0x80, 0xc3, 0xe9, 0xfe],
];

const mutations: readonly Mutation[] = [
  function flipBit(bytes, chance) {
    const copy = bytes.slice();
    copy[chance(0, copy.length - 1)]! ^= 1 << chance(0, 7);
    return copy;
  },
  function writeTelling(bytes, chance) {
    const copy = bytes.slice();
    const from = chance(0, copy.length - 1);
    copy.fill(TELLING[chance(0, TELLING.length - 1)]!, from, from + chance(1, 8));
    return copy;
  },
  function writeNumber(bytes, chance) {
    const copy = bytes.slice();
    if (copy.length < 4) return copy;
    const numbers = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffff, chance(0, 0x7fffffff)];
    new DataView(copy.buffer).setUint32(chance(0, copy.length - 4), numbers[chance(0, numbers.length - 1)]!, true);
    return copy;
  },
  function cutOff(bytes, chance) {
    return bytes.slice(0, chance(0, bytes.length));
  },
  function takeOut(bytes, chance) {
    const from = chance(0, bytes.length - 1);
    return join(bytes.subarray(0, from), bytes.subarray(from + chance(1, 200)));
  },
  function repeat(bytes, chance) {
    const from = chance(0, bytes.length - 1);
    const piece = bytes.subarray(from, from + chance(1, 400));
    return join(bytes.subarray(0, from), ...Array.from({ length: chance(1, 30) }, () => piece), bytes.subarray(from));
  },
  function swap(bytes, chance) {
    const [a, b] = [chance(0, bytes.length - 1), chance(0, bytes.length - 1)].sort((x, y) => x - y) as [number, number];
    return join(bytes.subarray(b), bytes.subarray(a, b), bytes.subarray(0, a));
  },
];

/** A file with one to four things changed in it. */
export function mutated(bytes: Uint8Array, chance: Chance): Uint8Array {
  // A Buffer of Node's shares its bytes with its slices: what was changed once would stay changed for all cases after it.
  let result: Uint8Array = Uint8Array.from(bytes);
  for (let left = chance(1, 4); left > 0 && result.length > 0; left -= 1) {
    result = mutations[chance(0, mutations.length - 1)]!(result, chance);
  }
  return result;
}
