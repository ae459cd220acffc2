/** Where a field of a flatbuffer table stands; 0 when it has its default. */
export function fieldAt(view: DataView, table: number, field: number): number {
  const fields = table - view.getInt32(table, true);
  const slot = 4 + 2 * field;
  const offset = slot < view.getUint16(fields, true) ? view.getUint16(fields + slot, true) : 0;
  return offset === 0 ? 0 : table + offset;
}

/** The table or vector to which a field leads. */
export function tableAt(view: DataView, field: number): number {
  return field + view.getUint32(field, true);
}
