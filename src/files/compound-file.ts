const SECTOR = 512;
const BEGIN_OF_FILE = 0x0809;
const WORKBOOK_GLOBALS = 0x0005;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;

/** What an OLE compound file holds, by the names of its streams: they are stored as UTF-16. */
export function compoundFileKind(bytes: Uint8Array): 'encrypted' | 'xls' | 'other' {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  if (text.includes('EncryptedPackage')) return 'encrypted';
  if (!text.includes('Workbook') && !text.includes('Book\0')) return 'other';
  return hasPassword(bytes) ? 'encrypted' : 'xls';
}

/** A workbook's stream begins with a sector; a password's record comes before the list of sheets. */
function hasPassword(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let sector = SECTOR; sector + 8 <= bytes.length; sector += SECTOR) {
    const isWorkbook =
      view.getUint16(sector, true) === BEGIN_OF_FILE && view.getUint16(sector + 6, true) === WORKBOOK_GLOBALS;
    if (!isWorkbook) continue;
    for (let at = sector; at + 4 <= bytes.length; at += 4 + view.getUint16(at + 2, true)) {
      const record = view.getUint16(at, true);
      if (record === FILE_PASS) return true;
      if (record === BOUND_SHEET || record === 0) break;
    }
  }
  return false;
}
