import { baseName } from '../core/file-paths.ts';

const LONGEST = 100;
const ENDINGS =
  /\.(csv|tsv|tab|txt|psv|dat|data|prn|json|jsonl|ndjson|geojson|parquet|pq|xlsx|xlsm|xlsb|xls|ods|arrow|arrows|feather|ipc|gz|gzip)$/i;

/**
 * A table is named after its file (and sheet) without folders and the ending, in lower case; what is neither letter nor
 * digit becomes `_`, but none comes first: the workspace's own names begin so.
 * @example tableName('Telco-Customer-Churn.csv') // 'telco_customer_churn'
 */
export function tableName(file: string, sheet?: string): string {
  const bare = withoutEnding(baseName(file));
  const parts = sheet === undefined ? [bare] : [bare, sheet];
  const name = parts
    .join('_')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '_');
  const short = Array.from(name.replace(/^_+/, '')).slice(0, LONGEST).join('');
  return /[\p{L}\p{N}]/u.test(short) ? short : 'table';
}

/** The name itself, or with `_2`, `_3` … when it is taken, upper and lower case being one. Takes it. */
export function freeName(name: string, taken: Set<string>): string {
  const used = new Set(Array.from(taken, (other) => other.toLowerCase()));
  let free = name;
  for (let i = 2; used.has(free.toLowerCase()); i += 1) free = `${name}_${i}`;
  taken.add(free);
  return free;
}

/** `orders.csv.gz` has two endings. An ending that says nothing of the format is part of the name, unless it is short. */
function withoutEnding(file: string): string {
  const known = file.replace(/\.(gz|gzip)$/i, '');
  const bare = known.replace(ENDINGS, '');
  return bare === known ? known.replace(/(?<=.)\.[a-z]\w{0,4}$/i, '') : bare;
}
