import type { reports as english } from '../en/reports.ts';

export const reports: Record<keyof typeof english, string> = {
  'page.reports': 'Informes',
  'reports.title': 'Informes',
  'reports.lead':
    'Las respuestas que añada desde sus páginas, en su orden y con sus palabras. Lo que sale pasa antes por las reglas de abajo, y solo sale al exportarlo.',
  'reports.untitled': 'Lo que rinde la relación con los clientes',
  'reports.name': 'Título del informe',
  'reports.language': 'Idioma del informe',
  'reports.empty': 'Todavía no hay respuestas',
  'reports.empty.text':
    'Haga una pregunta y pulse «Añadir al informe» junto a su respuesta. El informe la conserva tal como era entonces.',
  'reports.empty.ask': 'Ir a una pregunta',
  'reports.loading': 'Leyendo el informe',

  'reports.unread':
    '{count, plural, one {Una respuesta de este informe no se puede leer y se deja fuera. Sigue guardada tal cual.} other {# respuestas de este informe no se pueden leer y se dejan fuera. Siguen guardadas tal cual.}}',

  'reports.add': 'Añadir al informe',
  'reports.added': 'En el informe',
  'reports.toast.added': 'Añadida al informe.',
  'reports.toast.known': 'Esta respuesta ya está en el informe.',
  'reports.toast.removed': '«{title}» ya no está en el informe.',
  'reports.toast.show': 'Ver el informe',

  'reports.item.added': 'añadida el {date, date, medium}',
  'reports.item.title': 'Título en el informe',
  'reports.item.note': 'Nota propia',
  'reports.item.note.help': 'Va debajo de las cifras principales. Una línea en blanco empieza un párrafo.',
  'reports.item.up': 'Subir «{title}»',
  'reports.item.down': 'Bajar «{title}»',
  'reports.item.moved': '«{title}» es ahora la número {place, number, integer} de {count, number, integer}.',
  'reports.item.remove': 'Quitar «{title}» del informe',
  'reports.item.files': 'Tablas',
  'reports.item.file.csv': '{table}, en CSV',
  'reports.item.file.xlsx': '{table}, en Excel',
  'reports.item.long':
    'Las tablas largas, de más de {rows, number, integer} filas, no se guardan con el informe. Sus archivos se ofrecen hasta que se recargue la pestaña: {lists}.',
  'reports.item.gone':
    'Las tablas largas, de más de {rows, number, integer} filas, no se guardan con el informe: {lists}. Para guardarlas, añada otra vez la respuesta.',

  'reports.privacy': 'Antes de que salga nada',
  'reports.privacy.smallest': 'Recuento mínimo que se muestra',
  'reports.privacy.smallest.help': 'Los números que se apoyan en menos clientes se ocultan.',
  'reports.privacy.smallest.error': 'Un número entero de 1 a {most, number, integer}.',
  'reports.privacy.ids': 'Identificadores de clientes',
  'reports.privacy.ids.drop': 'Se omiten',
  'reports.privacy.ids.hash': 'Como hash',
  'reports.privacy.salt': 'Sal',
  'reports.privacy.salt.error': 'Al menos {least, number, integer} caracteres.',
  'reports.privacy.salt.help':
    'La misma sal da los mismos códigos en el próximo archivo. No conviene compartirla: con ella se puede buscar un identificador.',
  'reports.privacy.text':
    'Las listas de clientes uno a uno nunca están en el HTML, solo en archivos CSV y Excel. Las consultas, los nombres de archivo, las condiciones y las notas se imprimen tal cual.',

  'reports.export': 'Exportar HTML',
  'reports.export.help': 'Un solo archivo para cualquier navegador; impreso desde allí, es un PDF.',
  'reports.export.progress': 'Dibujando {done, number, integer} de {total, number, integer}',
  'reports.blocked': 'No sale nada hasta que las reglas se puedan aplicar: {reason}',
  'reports.exported': 'Exportado.',

  'reports.cover':
    '{count, plural, one {Una respuesta reunida} other {# respuestas reunidas}} el {date, date, long}. Al final está cómo se calculó cada número.',
  'reports.contents': 'Contenido',
  'reports.figure': 'Gráfico: {title}. {subtitle}',
  'reports.figure.failed': 'Con lo que se oculta no se puede dibujar el gráfico; su tabla tiene lo demás.',
  'reports.undrawn': 'Es tanto lo que se oculta que no quedan gráficos ni tablas que mostrar.',
  'reports.table': 'Los datos de esta figura',
  'reports.table.rows':
    'Las primeras {shown, number, integer} de {total, number, integer} filas; el CSV de la tabla las contiene todas.',
  'reports.withheld.sentence': 'Esta frase cuenta menos de {smallest, number, integer} clientes y se oculta.',
  'reports.withheld.some':
    'Se ocultan los números que se apoyan en menos de {smallest, number, integer} clientes: {numbers, plural, one {# número} other {# números}} en tablas y gráficos («{mark}» está por el recuento y «•» por lo que lo acompaña), {estimates, plural, one {# estimación} other {# estimaciones}} y {sentences, plural, one {# frase} other {# frases}}.',
  'reports.withheld.rest': 'Esto se apoya en menos de {smallest, number, integer} clientes y se oculta.',
  'reports.withheld.none':
    'En las tablas y frases de esta respuesta no se ha encontrado ningún recuento de menos de {smallest, number, integer} clientes.',
  'reports.withheld.whole':
    'Un grupo que se compara, o cada fila que cuenta clientes, cuenta menos de {smallest, number, integer} clientes: se ocultan las estimaciones, las frases con números y las tablas sin recuentos.',
  'reports.withheld.sums':
    'Donde se ocultó un solo recuento, se ocultó también el siguiente más pequeño. Las sumas entre tablas aún pueden revelar alguno.',
  'reports.withheld.lists': 'No forman parte de un informe, solo de archivos CSV y Excel: {lists}.',
  'reports.withheld.tables': 'Se omiten las tablas que no dicen a quién cuentan: {tables}.',
  'reports.evidence': 'Cómo se calcularon los números',
  'reports.evidence.lead':
    'Parámetros, pasos, supuestos, fuentes, consultas y archivos de cada respuesta: lo necesario para repetirla.',
  'reports.parameters': 'Parámetros',
  'reports.made': 'Hecho con Rédito el {date, date, long}, en una pestaña del navegador y sin servidor.',

  'error.answer-invalid': 'Esto no es una respuesta que quepa en un informe ({where}).',
  'error.answer-invalid.hint': 'Pase las respuestas tal como las dio «ask», sin cambios.',
  'error.refusal-in-report': 'Una pregunta sin respuesta no puede ir en un informe.',
  'error.refusal-in-report.hint': 'Deje fuera las negativas; su remedio dice qué les falta a los datos.',
  'error.report-empty': 'No hay ninguna respuesta para el informe.',
  'error.report-empty.hint': 'Pase una o más respuestas de «ask» en una lista.',
  'error.report-unreadable': 'No se puede leer el informe guardado en este espacio de trabajo ({where}).',
  'error.report-unreadable.hint': 'Empiece otro añadiendo una respuesta. Los datos no se tocan.',
  'error.report-format': 'Un informe no se puede hacer como «{format}».',
  'error.report-format.hint': 'El formato es: html.',
};
