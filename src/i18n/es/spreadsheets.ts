import type { spreadsheets as english } from '../en/spreadsheets.ts';

export const spreadsheets: Record<keyof typeof english, string> = {
  'error.spreadsheet-too-old': '{file} se guardó en un formato de Excel 95 o anterior, que no se puede leer.',
  'error.spreadsheet-too-old.hint': 'Ábralo en su hoja de cálculo, guárdelo como .xlsx y suelte ese archivo.',
  'error.spreadsheet-bomb':
    '{file} se ha rechazado antes de descomprimirlo: está hecho de modo que llenaría la memoria de cualquier ordenador.',
  'error.spreadsheet-bomb.hint':
    'Si procede de una fuente de confianza, ábralo en su hoja de cálculo, guárdelo como CSV y suelte ese archivo.',
  'error.sheet-too-large':
    'Una hoja de {file} dice tener {cells, number, integer} celdas con contenido en {rows, number, integer} filas; se pueden leer {limit, number, integer} como máximo.',
  'error.sheet-too-large.hint':
    'Probablemente se rellenó un valor hasta el final de la hoja. Borre lo que no sean datos, guarde el archivo y suéltelo de nuevo.',

  'notice.defined-table': 'Esta es la tabla «{table}», definida en la hoja «{sheet}».',
  'notice.outside-tables':
    'En la hoja «{sheet}» {count, plural, one {# celda con contenido queda} other {# celdas con contenido quedan}} fuera de sus tablas definidas y se {count, plural, one {ha omitido} other {han omitido}}.',
  'notice.sheets-without-rows': 'No se han encontrado filas en: {sheets}.',
  'notice.header-lines': 'Los nombres de las columnas se han compuesto a partir de {count} filas.',
  'notice.totals-row':
    '{count, plural, one {Se ha omitido la fila de totales} other {Se han omitido # filas de totales}} de la tabla definida.',
  'notice.sheet-errors':
    '{count, plural, one {# celda contiene} other {# celdas contienen}} un error como #N/A y {count, plural, one {cuenta} other {cuentan}} como valor ausente: {columns}.',
  'notice.sheet-uncalculated':
    '{count, plural, one {# fórmula se guardó sin su valor y cuenta} other {# fórmulas se guardaron sin su valor y cuentan}} como valor ausente: {columns}. Abra el archivo en su hoja de cálculo y guárdelo allí para que se calculen.',
};
