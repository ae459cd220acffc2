import type { files as english } from '../en/files.ts';

export const files: Record<keyof typeof english, string> = {
  'phase.reading': 'Leyendo',
  'phase.storing': 'Guardando',

  'error.file-empty': '{file} está vacío.',
  'error.file-empty.hint': 'Expórtelo de nuevo y compruebe que tiene filas antes de soltarlo aquí.',
  'error.no-rows': '{file} tiene nombres de columna, pero ninguna fila.',
  'error.no-rows.hint': 'Revise el filtro o el periodo de la exportación y vuelva a soltar el archivo.',
  'error.not-a-table': '{file} no contiene una tabla: sus registros no tienen columnas en común.',
  'error.not-a-table.hint':
    'Se pueden leer archivos con un registro por línea y columnas separadas por comas, puntos y comas, tabuladores o espacios. Si el suyo lo es, indique el separador en las opciones de importación.',
  'error.format-foreign': '{file} no es una tabla, sino un archivo de tipo {format}, diga lo que diga su nombre.',
  'error.format-foreign.hint':
    'Guarde los datos como CSV, Parquet, JSON o Excel y suelte ese archivo. De los comprimidos, aquí se abren zip y gzip; los demás, descomprímalos antes.',
  'error.too-many-columns':
    '{file} tiene {columns, number, integer} columnas; se pueden leer {limit, number, integer} como máximo.',
  'error.too-many-columns.hint':
    'Quizá el separador sea otro, o las filas y las columnas estén intercambiadas. Indique el separador en las opciones de importación.',
  'error.file-unreadable': 'No se ha podido leer {file}, aunque parece una tabla.',
  'error.file-unreadable.hint':
    'Ábralo en una hoja de cálculo o un editor, guárdelo como CSV en UTF-8 y vuelva a soltarlo.',
  'error.parquet-broken': '{file} está dañado o incompleto: sus datos Parquet no se pueden leer.',
  'error.parquet-broken.hint': 'Copie o descargue el archivo de nuevo; puede que le falte el final.',
  'error.parquet-encrypted': '{file} es un archivo Parquet cifrado.',
  'error.parquet-encrypted.hint': 'Vuelva a escribirlo sin cifrado.',
  'error.parquet-types': '{file} tiene columnas de un tipo que no se puede almacenar.',
  'error.parquet-types.hint': 'Vuelva a escribir el archivo con columnas sencillas: números, texto, fechas y horas.',
  'error.spreadsheet-encrypted': '{file} está protegido con contraseña.',
  'error.spreadsheet-encrypted.hint': 'Ábralo en su hoja de cálculo, guárdelo sin contraseña y suelte ese archivo.',
  'error.spreadsheet-broken':
    '{file} no se puede leer como libro de cálculo: está dañado o en un formato demasiado antiguo.',
  'error.spreadsheet-broken.hint': 'Ábralo en su hoja de cálculo, guárdelo como .xlsx o CSV y suelte ese archivo.',
  'error.spreadsheet-empty': 'Ninguna hoja de {file} contiene una tabla.',
  'error.spreadsheet-empty.hint':
    'Una tabla necesita una fila de nombres y al menos una fila debajo. Las hojas ocultas no se leen si no se indican en las opciones de importación.',
  'error.sheet-unknown': '{file} no tiene ninguna hoja «{sheet}».',
  'error.sheet-unknown.hint': 'Sus hojas son: {sheets}.',
  'error.gzip-broken': '{file} está dañado o incompleto: no se puede descomprimir.',
  'error.gzip-broken.hint': 'Copie o descargue el archivo de nuevo, o descomprímalo usted y suelte lo que contiene.',
  'error.gzip-bomb': '{file} ocuparía, descomprimido, más de mil veces su tamaño: está hecho para hacer daño.',
  'error.gzip-bomb.hint': 'No lo abra. Averigüe de dónde procede.',
  'error.json-broken': '{file} no es JSON válido: falla en la línea {line, number, integer} o termina antes de tiempo.',
  'error.json-broken.hint': 'Se puede leer una lista de objetos o un objeto por línea. Exporte el archivo de nuevo.',
  'error.encoding-unknown': '«{encoding}» no es una codificación que se pueda leer aquí.',
  'error.encoding-unknown.hint': 'Las habituales son utf-8, windows-1252, iso-8859-15, utf-16le y shift_jis.',
  'notice.unreadable':
    '{count, plural, one {# carácter} other {# caracteres}} no se pudieron leer como {encoding} y quedaron como �. Quizá convenga otra codificación.',
  'error.column-unknown': 'Las opciones de importación nombran una columna «{column}» que {file} no tiene.',
  'error.column-unknown.hint': 'Sus columnas son: {columns}.',
  'error.column-type-unknown': 'Las opciones de importación nombran un tipo «{type}» que no existe.',
  'error.column-type-unknown.hint': 'Los tipos son: {types}.',
  'error.too-large-for-memory': '{file} necesita más memoria de la que puede tener esta pestaña.',
  'error.too-large-for-memory.hint': 'Guárdelo como CSV o Parquet, que se leen por partes sea cual sea su tamaño.',
  'error.file-gone': '{file} no se pudo leer: se movió, se borró o se modificó, o es una carpeta.',
  'error.file-gone.hint': 'Vuelva a elegir el archivo; de una carpeta, elija los archivos que contiene.',
  'error.no-room-stored':
    '{file} ocupa aquí unos {needed, number, integer} MB ({by, select, cells {{rows, number} filas × {columns, number} columnas × {bytes, number} bytes} other {dos tercios de sus {megabytes, number, integer} MB}}), y este navegador tiene sitio para {free, number, integer} MB.',
  'error.no-room-stored.hint':
    'Traiga menos: solo las columnas que necesite, todas las filas de uno de cada diez clientes, o un archivo por año. O libere espacio en el disco y elimine las tablas que ya no necesite.',
  'error.no-room-memory':
    '{file} ocupa aquí unos {needed, number, integer} MB ({by, select, cells {{rows, number} filas × {columns, number} columnas × {bytes, number} bytes} other {dos tercios de sus {megabytes, number, integer} MB}}), y una ventana que no guarda nada en el disco tiene {free, number, integer} MB de memoria.',
  'error.no-room-memory.hint':
    'Abra Rédito en una ventana que pueda guardar datos en el disco. O traiga menos: solo las columnas que necesite, todas las filas de uno de cada diez clientes, o un archivo por año.',
  'error.storage-full': 'No queda sitio en este navegador para leer {file}.',
  'error.storage-full.hint':
    'Libere espacio en el disco, o elimine las tablas que ya no necesite y recargue la página.',
  'error.reader-died': 'La lectura de {file} ha fallado y el lector se ha cerrado; el espacio de trabajo está intacto.',
  'error.reader-died.hint':
    'El archivo está dañado o es demasiado grande. Guárdelo en otro formato e inténtelo de nuevo.',
  'error.reader-hangs': 'Se ha detenido la lectura de {file}: llevaba dos minutos sin avanzar.',
  'error.reader-hangs.hint':
    'El archivo está dañado o hecho para hacer daño. Guárdelo en otro formato e inténtelo de nuevo.',

  'notice.blanks':
    '{column}: {count, plural, one {# valor está} other {# valores están}} en blanco y {count, plural, one {cuenta} other {cuentan}} como ausentes; los demás son números o fechas.',
  'notice.missing-words':
    '{column}: {count, plural, one {falta # valor} other {faltan # valores}} («{words}» cuentan como ausentes).',
  'notice.not-converted':
    '{column}: {count, plural, one {# valor no es} other {# valores no son}} del tipo elegido y {count, plural, one {cuenta} other {cuentan}} como ausentes.',
  'notice.columns-renamed': 'Se han renombrado las columnas que habrían tenido el nombre de otra: {columns}.',
  'notice.columns-unnamed': 'Se ha dado nombre a las columnas que no lo tenían: {columns}.',
  'notice.no-header': 'El archivo no tiene fila de nombres: las columnas se llaman column0, column1, etc.',
  'notice.preamble':
    '{count, plural, one {Se ha omitido # línea} other {Se han omitido # líneas}} por encima de la tabla.',
  'notice.remembered': 'Se ha leído como decidió antes para los archivos con estas columnas.',
  'notice.two-headers': 'Los nombres de las columnas ocupan dos filas y se han unido.',
  'notice.comments':
    '{count, plural, one {Se ha omitido # línea que empieza por # por ser un comentario} other {Se han omitido # líneas que empiezan por # por ser comentarios}}.',
  'notice.end-remarks':
    '{count, plural, one {# fila lleva detrás un comentario que empieza por # y se ha omitido} other {# filas llevan detrás comentarios que empiezan por # y se han omitido}}.',
  'notice.nuls': '{count, plural, one {Se ha quitado # carácter NUL} other {Se han quitado # caracteres NUL}}.',
  'notice.short-records':
    '{count, plural, one {# registro tiene} other {# registros tienen}} menos valores que columnas; lo que falta cuenta como vacío.',
  'notice.quotes':
    '{count, plural, one {Hay # comilla donde no debería haberla y se ha leído como un carácter} other {Hay # comillas donde no debería haberlas y se han leído como caracteres}}.',
  'notice.date-order':
    '{column}: no se puede saber si va primero el día o el mes; se ha supuesto que {order, select, dmy {el día} other {el mes}}. Puede indicar lo contrario con dateOrder.',
  'notice.currency': '{column}: importes en {currency}; se ha quitado el signo.',
  'notice.currencies': '{column} tiene importes en varias monedas ({currencies}) y se ha dejado como texto.',
  'notice.percent': 'Los porcentajes se han leído como proporciones, 15 % como 0,15: {columns}.',
  'notice.number-mark':
    '{column}: {mark, select, point {un punto} other {una coma}} ante tres cifras se ha leído como marca decimal; nada en el archivo dice si separa millares.',
  'notice.zone': 'Las horas con desfase se han convertido a {zone}: {columns}.',
  'notice.sheets-hidden': 'Se han omitido las hojas ocultas: {sheets}.',
  'notice.kept-as-text':
    'Algunos valores no son de la misma clase que los demás, como 31/02/2024 entre fechas: estas columnas se han dejado como texto: {columns}.',
  'notice.all-text':
    'Los valores de este archivo no eran lo que parecían: todas las columnas se han dejado como texto.',
  'notice.rejected':
    '{count, plural, one {No se ha podido usar # registro, que se ha omitido; está} other {No se han podido usar # registros, que se han omitido; los primeros están}} en Tablas y, en SQL, en redito.rejects.',
  'notice.rejected-example': 'Línea {line, number, integer}, {reason}: {text}',
  'notice.rejected.too-few-columns': 'faltan columnas',
  'notice.rejected.too-many-columns': 'sobran columnas',
  'notice.rejected.above-table': 'un título encima de la tabla',
  'notice.rejected.below-table': 'un total o una nota debajo de la tabla',
  'notice.rejected.not-json': 'no es JSON',
  'notice.rejected.not-an-object': 'no es un registro',
  'error.misfit': 'El archivo no es lo que su comienzo prometía.',
  'error.misfit.hint': 'Vuelva a traerlo; si se repite, indique en las opciones cómo hay que leerlo.',
};
