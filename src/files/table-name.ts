import { baseName } from '../core/file-paths.ts';
import { isTableName } from '../core/table-name.ts';

const LONGEST = 100;
const ENDINGS =
  /\.(csv|tsv|tab|txt|psv|dat|data|prn|json|jsonl|ndjson|geojson|parquet|pq|xlsx|xlsm|xlsb|xls|ods|arrow|arrows|feather|ipc|gz|gzip)$/i;

/**
 * A table is named after its file (and sheet) without folders and the ending, in lower case; what is neither letter nor
 * digit becomes `_`. A name that begins as the workspace's own do begins behind its `_`.
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
  const short = Array.from(name).slice(0, LONGEST).join('');
  if (!/[\p{L}\p{N}]/u.test(short)) return 'table';
  return isTableName(short) ? short : short.replace(/^_+/, '');
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
