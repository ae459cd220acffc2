import { normalised } from './grids.mjs';

const DATED = /^-?\d+-\d\d-\d\d /;

/** Why a cell is not what LibreOffice finds; what begins with a question mark is not known. */
export function reasonOf({ mine, other, formula, bytes, name }) {
  const [ours, theirs] = [normalised(mine), normalised(other)];
  const isDate = (value) => typeof value === 'string' && DATED.test(value);
  if (/^\{?=/.test(formula) || /^#(MACRO|NAME)\?$/.test(other))
    return 'formula: we take the value that was stored, LibreOffice calculates anew';
  if (bytes.includes('pivotTable') || bytes.includes('pivotCache')) return 'pivot table: LibreOffice lays it out anew';
  if (isDate(ours) && isDate(theirs) && ours < '1900-03-01') {
    return 'day before March 1900: we follow the calendar of Excel, which has a 29 February 1900';
  }
  if (mine.replaceAll(/[\r\n]/g, '') === other.replaceAll(/_x000D_|[\r\n]/g, '')) {
    return 'end of a line: LibreOffice shows its escape';
  }
  if (name.endsWith('.ods') && typeof ours === 'number') {
    return 'OpenDocument number whose format has conditions: we keep the number that the file says it is';
  }
  return `? ${name.split('.').at(-1)}`;
}
