import type { quality as en } from '../en/quality.ts';

/** La página de calidad: qué se encuentra en las tablas y qué se puede hacer. */
export const quality: Record<keyof typeof en, string> = {
  'page.quality': 'Calidad',
  'phase.examining': 'Examinando las tablas',

  'quality.share': 'el {share, number, share}',
  'quality.share.tiny': 'menos del {least, number, share}',
  'quality.verdict.looking': 'Buscando lo que podría falsear una respuesta…',
  'quality.verdict.clean': 'Nada en {tables, plural, one {la tabla} other {las <k>#</k> tablas}} impide responder.',
  'quality.verdict.found':
    '<k>{open, number}</k> de {tables, plural, one {# tabla} other {# tablas}} {open, plural, one {pide} other {piden}} atención. {largest}',
  'quality.verdict.money': 'El mayor problema afecta a {share} de los importes: {what}.',
  'quality.verdict.rows': 'El mayor problema afecta a {share} de las filas de {table}: {what}.',
  'quality.verdict.customers': 'El mayor problema afecta a {share} de los clientes de {table}: {what}.',
  'quality.verdict.other': 'El mayor problema, en {table}: {what}.',
  'quality.summary':
    '{rows, plural, one {# fila examinada} other {# filas examinadas}} · {findings, plural, =0 {ningún hallazgo} one {# hallazgo} other {# hallazgos}} · {remedies, plural, =0 {ningún remedio en vigor} one {# remedio en vigor} other {# remedios en vigor}}',
  'quality.how':
    'Cada tabla parte de 100 puntos. Lo grave resta de 10 a 40, lo que conviene mirar de 3 a 15 y una nota, 1: tanto más cuanto mayor es la parte de filas, clientes o dinero afectada, y el máximo a partir de una décima parte. Lo que un remedio ha resuelto no resta nada.',
  'quality.how.title': 'Cómo se calcula la puntuación',
  'quality.noTables': 'Todavía no hay tablas que examinar.',
  'quality.noTablesHint': 'Traiga primero un archivo.',
  'quality.notMapped': 'Ninguna tabla tiene aún significado.',
  'quality.notMappedHint':
    'La calidad se mide en las tablas que leen las preguntas. Indique en la página «Correspondencias» qué quieren decir las columnas.',
  'quality.toMapping': 'Ir a las correspondencias',
  'quality.cancelled': 'El examen se detuvo; se muestra lo encontrado hasta entonces.',
  'quality.resume': 'Continuar',
  'quality.failed': 'No se pudieron examinar todas las tablas.',
  'quality.again': 'Reintentar',

  'quality.table.rows': '{rows, plural, one {# fila} other {# filas}} de «{raw}»',
  'quality.table.score': 'Puntuación',
  'quality.table.scoreOf': '{score, number} de 100',
  'quality.table.examining': 'aún en examen…',
  'quality.table.people': 'La misma persona puede estar con dos identificadores, o en otra tabla: unir personas.',
  'quality.table.clean': 'Sin hallazgos.',
  'quality.table.passed': 'Examinado sin hallazgos: {list}.',
  'quality.table.without':
    'Sin nada que examinar, porque falta lo necesario (columnas, tablas, horas del día o días dentro de cuarenta años): {list}.',
  'quality.severity.serious': 'grave',
  'quality.severity.look': 'conviene mirarlo',
  'quality.severity.note': 'nota',
  'quality.finding.rows': '{count, plural, one {# fila} other {# filas}} · {share}',
  'quality.finding.money': '{amount, number, money0} · {share} de los importes',
  'quality.finding.customers': '{count, plural, one {# cliente} other {# clientes}} · {share}',
  'quality.finding.examples': 'Ejemplos',
  'quality.finding.examplesOf': 'Ejemplos: {what}',
  'quality.finding.query': 'Ver la consulta',
  'quality.finding.sources': 'Método',
  'quality.finding.affects': 'Afecta a',
  'quality.affects.money': '{question}: {share} de los ingresos',
  'quality.affects.customers': '{question}: {share} de los clientes',
  'quality.affects.rows': '{question}: {share} de las filas',
  'quality.affects.some': '{question}',
  'quality.picture.amounts': 'Cuántos valores hay de cada tamaño; los dudosos destacan.',
  'quality.picture.days': 'Filas por día en torno al hueco más largo',
  'quality.picture.weeks': 'Filas por semana; destacan las posteriores al salto.',
  'quality.picture.hours': 'Filas por hora del día',
  'quality.picture.groups': 'Tamaño de los grupos',

  'quality.remedy.leave-out': 'Dejar fuera estas filas',
  'quality.remedy.leave-out.duplicates': 'Conservar la primera de cada',
  'quality.remedy.leave-out-people': 'Excluir a estas personas de todas las tablas',
  'quality.remedy.empty': 'Tratar estos valores como ausentes',
  'quality.remedy.divide': 'Dividirlos por {divisor, number}',
  'quality.remedy.applying': 'Aplicando…',
  'quality.remedy.applied': 'Hecho. Las respuestas ya se dan sin ello, y lo dicen.',
  'quality.remedy.undone': 'Deshecho. Las respuestas son las de antes.',
  'quality.remedies': 'Remedios en vigor',
  'quality.remedies.lead':
    'Los archivos siguen como estaban: los remedios cambian lo que leen las preguntas, y cada respuesta los nombra.',
  'quality.remedied.leave-out':
    '{table}: {rows, plural, one {# fila queda} other {# filas quedan}} fuera por {why}{column, select, none {} other { ({column})}}.',
  'quality.remedied.leave-out-people':
    '{table}: {rows, plural, one {# cliente queda} other {# clientes quedan}} fuera de todas las tablas por {why}.',
  'quality.remedied.empty':
    '{table}: {rows, plural, one {# valor se trata} other {# valores se tratan}} como ausente por {why}{column, select, none {} other { ({column})}}.',
  'quality.remedied.divide':
    '{table}: {rows, plural, one {# valor se divide} other {# valores se dividen}} por {divisor, number} por {why}{column, select, none {} other { ({column})}}.',
  'quality.why.future': 'fechas en el futuro',
  'quality.why.ancient': 'fechas que no son tales',
  'quality.why.age': 'edades imposibles',
  'quality.why.order': 'un final anterior al comienzo',
  'quality.why.negative': 'valores negativos',
  'quality.why.score': 'puntuaciones fuera de su escala',
  'quality.why.margin': 'márgenes mayores que el importe',
  'quality.why.orphans': 'referencias a algo desconocido',
  'quality.why.outliers': 'valores muy por encima del resto',
  'quality.why.units': 'una mezcla de unidades',
  'quality.why.test-accounts': 'cuentas de prueba',
  'quality.why.test-ids': 'cuentas de prueba',
  'quality.why.bots': 'tráfico automático',
  'quality.why.duplicates': 'duplicados',
  'quality.why.other': 'un hallazgo de la página «Calidad»',

  'quality.rule.missing': 'valores ausentes',
  'quality.rule.impossible': 'valores imposibles',
  'quality.rule.constants': 'columnas que nunca cambian',
  'quality.rule.currencies': 'varias monedas',
  'quality.rule.test-accounts': 'cuentas de prueba',
  'quality.rule.orphans': 'referencias sin correspondencia',
  'quality.rule.bots': 'robots',
  'quality.rule.outliers': 'valores atípicos',
  'quality.rule.units': 'unidades mezcladas',
  'quality.rule.gaps': 'huecos en el tiempo',
  'quality.rule.level-shifts': 'saltos de nivel',
  'quality.rule.time-zones': 'husos horarios',
  'quality.rule.leaks': 'columnas que delatan el resultado',
  'quality.rule.balance': 'equilibrio de los grupos',
  'quality.rule.duplicates': 'duplicados',

  'quality.group': '{name}: {rows, number} filas',
  'quality.arm': '{name}: {n, number} (plan más cercano {share, number, share})',
  'quality.found.missing.needed':
    '{count, plural, one {# fila no tiene} other {# filas no tienen}} nada legible en «{column}» y no se {count, plural, one {puede} other {pueden}} usar.',
  'quality.found.missing.other':
    '{count, plural, one {# fila no tiene} other {# filas no tienen}} nada legible en «{column}».',
  'quality.found.impossible.future':
    '{count, plural, one {# fila está} other {# filas están}} en el futuro («{column}»).',
  'quality.found.impossible.ancient':
    '{count, plural, one {# fila lleva} other {# filas llevan}} fecha de 1970, 1900 o antes («{column}»): suele querer decir «no se sabe».',
  'quality.found.impossible.age':
    '{count, plural, one {# persona tendría} other {# personas tendrían}} más de 120 años.',
  'quality.found.impossible.order':
    '«{column}» es anterior a «{other}» en {count, plural, one {# fila} other {# filas}}.',
  'quality.found.impossible.negative': '«{column}» es negativo en {count, plural, one {# fila} other {# filas}}.',
  'quality.found.impossible.score':
    '{count, plural, one {# puntuación cae} other {# puntuaciones caen}} fuera de la escala de su pregunta.',
  'quality.found.impossible.margin': 'El margen supera al importe en {count, plural, one {# fila} other {# filas}}.',
  'quality.found.impossible.wonAndLost':
    '{count, plural, one {# oportunidad consta} other {# oportunidades constan}} como ganada y como perdida.',
  'quality.found.test-accounts':
    '{count, plural, one {# cliente parece} other {# clientes parecen}} de prueba por su correo, nombre o número.',
  'quality.found.test-ids':
    '{count, plural, one {# fila pertenece} other {# filas pertenecen}} a números de cliente que dicen «prueba».',
  'quality.found.currencies': 'Los importes están en {count, number} monedas y no se pueden sumar ({list}).',
  'quality.found.constants': '«{column}» dice «{value}» en todas las filas: no distingue nada.',
  'quality.found.orphans.customers':
    '{count, plural, one {# fila es} other {# filas son}} de {things, plural, one {# cliente} other {# clientes}} que «Clientes» no conoce.',
  'quality.found.orphans.orders':
    '{count, plural, one {# línea es} other {# líneas son}} de {things, plural, one {# pedido} other {# pedidos}} que «Pedidos» no conoce.',
  'quality.found.orphans.products':
    '{count, plural, one {# fila trata} other {# filas tratan}} de {things, plural, one {# producto} other {# productos}} que «Productos» no conoce.',
  'quality.found.bots':
    '{customers, plural, one {# visitante hace} other {# visitantes hacen}} {limit, number} cosas o más en una hora: {count, plural, one {# evento} other {# eventos}} que no hace ninguna persona.',
  'quality.found.outliers':
    '{count, plural, one {# valor} other {# valores}} de «{column}» {count, plural, one {supera} other {superan}} {limit, number, decimal}, muy por encima del resto.',
  'quality.found.units':
    '«{column}» mezcla dos unidades: {count, plural, one {# valor es} other {# valores son}} {divisor, number} veces {count, plural, one {mayor} other {mayores}} que los demás{divisor, plural, =100 {, como céntimos entre euros} other {}}.',
  'quality.found.gaps':
    '{days, plural, one {# día no tiene} other {# días no tienen}} nada cuando ese día de la semana suele tener algo; el hueco más largo es {longest, plural, one {el {from, date, medium}} other {del {from, date, medium} al {to, date, medium}}}, cuando se esperaban unas {expected, number} filas.',
  'quality.found.level-shifts.up':
    'En la semana del {week, date, medium} el nivel salta a {change, number, decimal} veces lo que era y ahí se queda{count, plural, =1 {} other { (# saltos así en total)}}.',
  'quality.found.level-shifts.down':
    'En la semana del {week, date, medium} el nivel baja un {change, number, share0} de una semana a otra y ahí se queda{count, plural, =1 {} other { (# saltos así en total)}}.',
  'quality.found.time-zones.months':
    'Desde {month, date, month} la actividad se desplaza {hours, plural, one {# hora} other {# horas}} {direction, select, later {hacia más tarde} other {hacia más temprano}}{count, plural, =1 {} other { (# cambios así en total)}}: quizá las horas son de otro huso.',
  'quality.found.time-zones.daylight':
    'Desde {month, date, month} la actividad se desplaza una hora {direction, select, later {hacia más tarde} other {hacia más temprano}}{count, plural, =1 {} other {, y así en cada cambio de hora (# en total)}}, como hace el horario de verano: las horas están en UTC y no son las del lugar.',
  'quality.found.time-zones.sources':
    'La actividad de «{source}» ({column}) se desplaza {hours, plural, one {# hora} other {# horas}} {direction, select, later {hacia más tarde} other {hacia más temprano}} respecto a la de «{other}» y por lo demás es igual: quizá sus horas son de otro huso.',
  'quality.found.leaks':
    '«{column}» acierta por sí sola el resultado casi sin error (AUC {auc, number, decimal}): quizá solo se supo después.',
  'quality.found.balance':
    'Los grupos de «{initiative}» debían ser iguales y no lo son ({list}; p < {p, number, ::.000}): no permiten leer efectos.',
  'quality.found.balance.unknown':
    'Los grupos de «{initiative}» no encajan en ningún plan habitual ({list}; p < {p, number, ::.000}): salvo que se planearan así, no permiten leer efectos.',
  'quality.found.balance.several':
    '{count, plural, one {# cliente está} other {# clientes están}} en varios grupos de la misma iniciativa y no {count, plural, one {pertenece} other {pertenecen}} a ninguno.',
  'quality.found.duplicates.rows':
    '{count, plural, one {# fila repite} other {# filas repiten}} otra anterior en todas las columnas.',
  'quality.found.duplicates.things':
    '{count, plural, one {# fila repite} other {# filas repiten}} un «{column}» anterior o no lo {count, plural, one {tiene} other {tienen}}. De cada uno ya cuentan los primeros valores conocidos.',
  'quality.found.duplicates.keys':
    '{count, plural, one {# fila repite} other {# filas repiten}} un «{column}» anterior.',
  'quality.found.duplicates.shared':
    '{count, plural, one {# valor} other {# valores}} de «{column}» {count, plural, one {es} other {son}} de varios clientes: quizá los números se reutilizan.',

  'error.remedy-gone': 'Este remedio ya no está en vigor.',
  'error.remedy-gone.hint': 'Las respuestas no han cambiado. La página enumera los remedios en vigor.',
  'error.remedy-unfit': 'Este remedio no encaja con las tablas tal como están ahora.',
  'error.remedy-unfit.hint':
    'Examine las tablas de nuevo: el hallazgo puede haber cambiado con el significado de las columnas.',
};
