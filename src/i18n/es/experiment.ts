import type { experiment as en } from '../en/experiment.ts';

export const experiment: Record<keyof typeof en, string> = {
  'question.experiment.title': 'Experimentos',
  'question.experiment.about': '¿Qué ha cambiado un tratamiento, frente a un control elegido al azar?',
  'parameter.experiment.initiative': 'Iniciativa',
  'parameter.experiment.initiative.help':
    'Con el nombre que lleva en las asignaciones. Puede omitirse cuando solo hay una.',
  'parameter.experiment.control': 'Grupo de control',
  'parameter.experiment.control.help':
    'La variante que se dejó como estaba. Puede omitirse cuando un solo nombre lo dice, como «control» o «sin contacto».',
  'parameter.experiment.metrics': 'Métricas',
  'parameter.experiment.metrics.help':
    'Por cliente: orders (pedidos), revenue (ingresos), margin (margen), active (compra o no). O columnas de las asignaciones: números, sí y no, o fechas. El veredicto trata de la primera.',
  'parameter.experiment.windowDays': 'Días que cuentan',
  'parameter.experiment.windowDays.help': 'Durante tantos días desde la asignación cuentan los pedidos y las fechas.',
  'parameter.experiment.method': 'Método',
  'parameter.experiment.method.help':
    'La prueba de Welch compara medias de cualquier clase; la de puntuaciones es para sí y no.',
  'parameter.method.choice.welch': 'Medias (Welch)',
  'parameter.method.choice.proportion': 'Proporciones (prueba de puntuaciones)',
  'parameter.experiment.correction': 'Corrección',
  'parameter.experiment.correction.help':
    'Cómo se pagan varias comparaciones: Holm hace rara cualquier falsa alarma; Benjamini y Hochberg, su parte entre todas las alarmas.',
  'parameter.correction.choice.holm': 'La de Holm',
  'parameter.correction.choice.bh': 'La de Benjamini y Hochberg',
  'parameter.experiment.capPercentile': 'Tope en el percentil',
  'parameter.experiment.capPercentile.help':
    'Los valores por encima de este percentil de todas las variantes cuentan como ese percentil. Automático: sin tope.',
  'parameter.experiment.shares': 'Reparto previsto',
  'parameter.experiment.shares.help':
    'Un peso para cada variante, por ejemplo \'{\'"control": 1, "correo": 3\'}\'. Automático: grupos iguales.',
  'parameter.experiment.table': 'Tabla',
  'parameter.experiment.table.help': 'Una tabla con una fila por unidad, para preguntar sin correspondencia.',
  'parameter.experiment.variant': 'Columna de variantes',
  'parameter.experiment.variant.help': 'De la tabla anterior: en qué grupo está cada fila.',
  'parameter.experiment.arms': 'Sumas',
  'parameter.experiment.arms.help':
    'En lugar de datos: una lista con variant, n, sum y sumOfSquares de cada grupo, y metric si hay varias.',

  'experiment.label.orders': 'Pedidos por cliente',
  'experiment.label.revenue': 'Ingresos por cliente',
  'experiment.label.margin': 'Margen por cliente',
  'experiment.label.active': 'Clientes que compran',
  'experiment.metric.orders': 'los pedidos por cliente',
  'experiment.metric.revenue': 'los ingresos por cliente',
  'experiment.metric.margin': 'el margen por cliente',
  'experiment.metric.active': 'la proporción de clientes que compran',
  'experiment.metric.column': '«{column}»',
  'experiment.comparison': '{metric} ({variant})',
  'experiment.amount.points': '{value, number, decimal} puntos porcentuales',
  'experiment.amount.money': '{value, number, money}',
  'experiment.amount.number': '{value, number, ::@##}',
  'experiment.amount.relative': 'un {value, number, share}',
  'assignment.group': '{variant}: {n, number, integer}',
  'assignment.p': 'p = {p, number, ::.00##}',
  'assignment.p.tiny': 'p < {p, number, ::.0000}',
  'experiment.estimate.relative': 'Efecto en {metric} ({variant})',
  'experiment.estimate.absolute': 'Diferencia en {metric} ({variant})',
  'experiment.estimate.mean': 'Media en {variant}: {metric}',
  'experiment.estimate.pValue': 'Valor p de {metric} ({variant})',
  'experiment.estimate.pAdjusted': 'Valor p corregido de {metric} ({variant})',

  'experiment.verdict.raises': '{variant} aumenta {metric} en <k>{effect}</k> (de {low} a {high}).',
  'experiment.verdict.lowers': '{variant} reduce {metric} en <k>{effect}</k> (de {low} a {high}).',
  'experiment.verdict.none':
    '<k>No se aprecia diferencia</k> en {metric} entre {variant} y {control}: el intervalo, de {low} a {high}, contiene el cero.',
  'experiment.verdict.chance':
    'La diferencia en {metric} entre {variant} y {control} ({effect}) <k>puede ser casual</k>: corregida por {comparisons, number, integer} comparaciones, {p}.',
  'experiment.verdict.ratio':
    'Los grupos <k>no tienen el tamaño previsto</k> ({counts}): no debe leerse ningún efecto hasta saber por qué.',
  'experiment.eligibility':
    'Intervalos al {level, number, share0} · {units, number, integer} {unit, select, customer {clientes} row {filas} other {unidades}} en {groups, number, integer} grupos · {comparisons, plural, one {una comparación} other {# comparaciones, {seen, number, integer} de ellas más allá del azar tras la corrección de {correction, select, holm {Holm} other {Benjamini y Hochberg}}}} · {source}',
  'experiment.eligibility.withheld':
    '{units, number, integer} {unit, select, customer {clientes} row {filas} other {unidades}} en {groups, number, integer} grupos · no se lee ningún efecto',
  'experiment.source': '{given, select, yes {de sumas dadas} other {{name}}}',
  'experiment.source.dated':
    '{name}, con asignaciones del {from, date, medium}{days, select, one {} other { al {to, date, medium}}}',

  'experiment.refusal.nobody-assigned': 'Nadie está asignado a una variante aquí ({name}).',
  'experiment.refusal.nobody-assigned.remedy':
    'Ampliar el periodo o la condición sobre los clientes, o revisar qué columna nombra la variante.',
  'experiment.refusal.several-initiatives': 'Hay varias iniciativas: {initiatives}.',
  'experiment.refusal.several-initiatives.remedy': 'Elegir una de ellas en el parámetro «Iniciativa».',
  'experiment.refusal.too-many-variants':
    '«{name}» tiene más de {most, number, integer} variantes: la columna parece decir otra cosa.',
  'experiment.refusal.too-many-variants.remedy': 'Revisar qué columna nombra la variante.',
  'experiment.refusal.no-control-group':
    '{count, plural, one {Todos están en un mismo grupo, {variants}: no hay grupo de control con el que compararlo.} other {Ningún grupo, o más de uno, lleva nombre de grupo de control: {variants}.}}',
  'experiment.refusal.no-control-group.remedy':
    '{count, plural, one {Traer también a quienes se dejó como estaban; sin ellos nada dice lo que habría ocurrido de todos modos.} other {Nombrar en el parámetro «Grupo de control» el que se dejó como estaba. Si se trató a todos, nada dice lo que habría ocurrido de todos modos.}}',
  'experiment.refusal.too-few': 'Una sola persona en un grupo no muestra cuánto difieren las personas: {groups}.',
  'experiment.refusal.too-few.remedy': 'Traer al menos dos, mejor cientos, en el grupo de control y en algún otro.',
  'experiment.refusal.no-metrics': 'No hay nada que comparar en {name}: ninguna columna de números o de sí y no.',
  'experiment.refusal.no-metrics.remedy':
    'Traer los resultados como columnas de las asignaciones; o indicar los pedidos, y el cliente y el momento de cada asignación.',
  'experiment.refusal.no-variance':
    'Dentro de los grupos todos tienen el mismo valor en {metrics}: no hay con qué medir una diferencia.',
  'experiment.refusal.no-variance.remedy':
    'Para síes y noes, elegir el método de proporciones; si no, otra métrica o un tope más alto. Si los pedidos deberían mostrar algo, comprobar que ambas tablas nombran igual a los clientes.',
  'experiment.refusal.not-yes-no': 'La prueba de puntuaciones compara proporciones, y {metric} no es cosa de sí y no.',
  'experiment.refusal.not-yes-no.remedy': 'Elegir el método de medias, o solo métricas de sí y no.',
  'experiment.refusal.outcome-before-assignment':
    'En {rows, plural, one {una fila} other {# filas}} «{metric}» es anterior a la asignación, de modo que no puede venir de ella.',
  'experiment.refusal.outcome-before-assignment.remedy':
    'Revisar qué columnas contienen el momento de la asignación y el del resultado, o dejar fuera a quienes ya tenían el resultado.',
  'experiment.refusal.orders-before-assignment':
    'El último pedido ({last, date, medium}) es anterior a la primera asignación ({first, date, medium}): ningún resultado puede venir de ella.',
  'experiment.refusal.orders-before-assignment.remedy':
    'Traer pedidos posteriores a la asignación, o revisar qué columna contiene su momento.',
  'experiment.refusal.no-orders':
    'Ningún pedido tiene cliente y fecha: lo que vino después de la primera asignación ({first, date, medium}) no está en los datos.',
  'experiment.refusal.no-orders.remedy':
    'Traer pedidos de los clientes asignados, o revisar qué columnas contienen el cliente y la fecha.',
  'experiment.refusal.assignments-undated':
    'Ninguna asignación tiene fecha, así que no se sabe qué pedidos vinieron después.',
  'experiment.refusal.assignments-undated.remedy': 'Revisar qué columna contiene el momento de la asignación.',
  'experiment.refusal.window-not-over':
    'De {assigned, number, integer} clientes asignados, {observed, number, integer} han cumplido sus {windowDays, number, integer} días cuando terminan los datos ({end, date, medium}); no quedan dos grupos que comparar.',
  'experiment.refusal.window-not-over.remedy': 'Contar menos días, o traer pedidos hasta una fecha posterior.',
  'experiment.refusal.two-currencies': 'Los importes están en {currencies} y no pueden sumarse.',
  'experiment.refusal.two-currencies.remedy':
    'Elegir las métricas orders y active, que no necesitan dinero. O convertir los importes a una sola moneda en la correspondencia, y dejar la moneda fuera de ella.',

  'assignment.check.sample-ratio.passed': 'Los grupos tienen el tamaño previsto: {counts} ({p}).',
  'assignment.check.sample-ratio.warned':
    'Los grupos apenas tienen el tamaño previsto ({p}): {counts} en lugar de {planned}. Conviene buscar a quién se perdió en un grupo antes de fiarse de un efecto.',
  'assignment.check.sample-ratio.failed':
    'Los grupos no tienen el tamaño previsto ({p}): {counts} en lugar de {planned}. Lo que sacó a personas de un grupo puede haber producido también el efecto.',
  'assignment.check.sample-ratio-seen.passed': 'Tampoco depende del grupo quién queda fuera: se miran {counts} ({p}).',
  'assignment.check.sample-ratio-seen.warned':
    'Los que quedan apenas se ajustan al reparto previsto ({p}): se miran {counts} en lugar de {planned}.',
  'assignment.check.sample-ratio-seen.failed':
    'Quién queda fuera depende del grupo ({p}): se miran {counts} en lugar de {planned}. El efecto puede venir de ahí.',
  'assignment.check.multiple-variants':
    '{several, plural, =0 {Nadie está en varias variantes.} one {# cliente ({share, number, share}) está en varias variantes y queda fuera.} other {# clientes ({share, number, share}) están en varias variantes y quedan fuera.}}',
  'experiment.check.window':
    '{left, plural, =0 {Los {days, number, integer} días de los {observed, number, integer} clientes habían pasado cuando terminan los datos ({end, date, medium}).} other {{left, number, integer} clientes quedan fuera de lo que se cuenta en pedidos: sus {days, number, integer} días no habían pasado cuando terminan los datos ({end, date, medium}), o su asignación no tiene fecha. Quedan {observed, number, integer}.}}',
  'experiment.check.window.open':
    'De {open} no puede decirse nada que se cuente en pedidos: menos de dos de sus clientes habían cumplido sus {days, number, integer} días cuando terminan los datos ({end, date, medium}). En total {left, number, integer} clientes quedan fuera por eso, o porque su asignación no tiene fecha; quedan {observed, number, integer}.',
  'experiment.check.outcomes-end.passed':
    'Los resultados llegan hasta el {last, date, medium}, cuando habían pasado los {days, number, integer} días de todos.',
  'experiment.check.outcomes-end.warned':
    'El último resultado es del {last, date, medium}, pero los últimos {days, number, integer} días no terminan hasta el {over, date, medium}. Si los datos acaban antes, un resultado tardío cuenta como ninguno.',
  'experiment.check.small-groups': 'Quedan fuera, con una persona cada uno: {small}.',
  'experiment.check.pre-period.passed': 'Antes de la asignación los grupos no se diferenciaban (la menor, {p}).',
  'experiment.check.pre-period.warned':
    'Antes de la asignación, {variant} ya se diferenciaba del control en {metric} ({p}). La diferencia posterior puede ser la misma.',
  'experiment.check.pre-period.unseen':
    'Los pedidos empiezan el {logStart, date, medium}, menos de {days, number, integer} días antes de la primera asignación: no puede verse si los grupos ya eran iguales.',
  'experiment.check.novelty.passed': 'El efecto es parecido en las dos mitades del plazo (la menor, {p}).',
  'experiment.check.novelty.warned':
    'El efecto de {variant} en {metric} no es igual en la primera mitad del plazo que en la segunda ({p}): la novedad puede gastarse, o la costumbre crecer.',
  'experiment.check.outliers.passed':
    'Los valores grandes no producen el efecto: {capped, select, yes {sin el tope de {cap}} other {con un tope en {cap}}} el de {metric} es {otherwise} en lugar de {effect}.',
  'experiment.check.outliers.warned':
    'Los valores grandes producen el efecto de {variant} en {metric}: {capped, select, yes {sin el tope de {cap}} other {con un tope en {cap}}} es {otherwise} en lugar de {effect} (a {errors, number, decimal} errores estándar).',
  'experiment.check.relative':
    'No hay efecto relativo para {metrics}: la media del control está demasiado cerca de cero, o por debajo, para una razón con dos extremos.',
  'experiment.check.no-variance':
    'No se compara, porque dentro de los grupos todos tienen el mismo valor: {metrics}. El método de proporciones sí puede comparar síes y noes.',
  'experiment.check.repeated-assignments':
    '{rows, plural, one {Una fila vuelve} other {# filas vuelven}} a poner a clientes en su mismo grupo. De cada cliente solo se lee la primera fila: {metrics}. Conviene una fila por cliente, o traer los resultados como pedidos.',
  'experiment.check.missing-outcomes':
    '{missing, number, integer} unidades ({share, number, share}) no tienen valor de {metric} y quedan fuera de esa métrica. Si el tratamiento decide quién lo tiene, la comparación no es justa.',

  'assignment.step.by-day':
    'Los pedidos tienen día pero no hora, así que los del día de la asignación cuentan como posteriores a ella.',
  'assignment.filter.rows': 'las asignaciones no nombran clientes a los que pueda referirse',

  'experiment.step.unit.customer':
    'Cada cliente asignado en «{name}» cuenta una vez, por su primera asignación; quien estuvo en varias variantes queda fuera.',
  'experiment.step.unit.row': 'Cada fila de «{name}» con una variante es una unidad.',
  'experiment.step.unit.given': 'Se dieron números de unidades, sumas y sumas de cuadrados; no se leyeron datos.',
  'experiment.step.where': 'Solo quienes cumplen {where}.',
  'experiment.step.undated': 'Las asignaciones no tienen fecha: no se aplica ningún periodo.',
  'experiment.step.unusable':
    '{rows, plural, one {# fila no nombra variante, o cliente, y queda fuera} other {# filas no nombran variante, o cliente, y quedan fuera}}.',
  'experiment.step.control': 'Cada una de las demás variantes se compara con «{control}».',
  'experiment.step.metrics.given': 'Se comparan las medias de: {metrics}.',
  'experiment.step.metrics.business':
    'No se nombró ninguna métrica: se compara lo que muestran los pedidos ({metrics}).',
  'experiment.step.metrics.columns':
    'No se nombró ninguna métrica: se comparan las últimas columnas de números y de sí y no, cinco como mucho ({metrics}). Algunas pueden conocerse desde antes de la asignación.',
  'experiment.step.window':
    'Los pedidos cuentan desde la asignación durante {windowDays, number, integer} días, para los clientes que los habían cumplido la víspera del {end, date, medium}; las devoluciones restan ingresos y margen.',
  'experiment.step.cap':
    'Los valores por encima del percentil {capPercentile, number, decimal} de todas las variantes cuentan como ese percentil.',
  'experiment.step.plan': 'Los grupos previstos son {plan, select, given {los indicados} other {de igual tamaño}}.',
  'experiment.method.welch':
    'Diferencia de medias con varianzas desiguales (Welch): prueba e intervalo con un mismo estadístico',
  'experiment.method.proportion':
    'Prueba de puntuaciones de dos proporciones, y los intervalos de su diferencia y de su razón con el mismo estadístico',
  'experiment.method.relative':
    'Efecto relativo con el intervalo de Fieller: cuantil normal desde 1.000 grados de libertad, de Student por debajo; al lado, el método delta como comparación',
  'experiment.method.share': 'Proporciones de cada grupo con el intervalo de Wilson',
  'experiment.method.sample-ratio': 'Tamaño de los grupos: prueba χ² frente a lo previsto',
  'experiment.method.holm': 'Valores p ajustados por Holm sobre todas las métricas y variantes',
  'experiment.method.bh': 'Valores p ajustados por Benjamini y Hochberg sobre todas las métricas y variantes',
  'experiment.assumption.chance': 'Solo el azar decidió quién entraba en cada grupo.',
  'experiment.assumption.independent':
    'Las unidades no influyen unas en otras. Los intervalos son los de una sola mirada: quien mira una y otra vez mientras llegan los datos se engaña más a menudo.',

  'experiment.relative.title': 'Efecto en cada métrica, en relación con {control}',
  'experiment.relative.subtitle':
    'Diferencia con la media del control como parte de ella, con su intervalo al {level, number, share0}. A la izquierda del cero es menos que el control.',
  'experiment.relative.empty': 'Ninguna métrica tiene un efecto relativo con dos extremos.',
  'experiment.absolute.title': 'Diferencia con {control} en la unidad de cada métrica',
  'experiment.absolute.subtitle':
    'Media de la variante menos la del control, con su intervalo al {level, number, share0}. Cada métrica tiene su propia escala.',
  'experiment.arms.title': 'Media de cada grupo',
  'experiment.arms.subtitle': 'Con su intervalo al {level, number, share0}. Cada métrica tiene su propia escala.',
  'experiment.groups.title': 'Tamaño de los grupos',
  'experiment.groups.subtitle': 'Barras: el que tienen. Marcas: el previsto.',
  'experiment.metrics.title': 'Todas las comparaciones',
  'experiment.metrics.subtitle':
    'Intervalos al {level, number, share0}; valores p tal cual y corregidos por todas las comparaciones.',
  'experiment.column.metric': 'Métrica',
  'experiment.column.variant': 'Variante',
  'experiment.column.n': 'Unidades',
  'experiment.column.n_control': 'Unidades de control',
  'experiment.column.sum': 'Suma',
  'experiment.column.sumOfSquares': 'Suma de cuadrados',
  'experiment.column.mean': 'Media',
  'experiment.column.low': 'Inferior',
  'experiment.column.high': 'Superior',
  'experiment.column.absolute': 'Diferencia',
  'experiment.column.relative': 'Relativo',
  'experiment.column.relative_low': 'Rel. inf.',
  'experiment.column.relative_high': 'Rel. sup.',
  'experiment.column.relative_delta_low': 'Método delta, inferior',
  'experiment.column.relative_delta_high': 'Método delta, superior',
  'experiment.column.pValue': 'p',
  'experiment.column.pAdjusted': 'p corregido',
  'experiment.column.degreesOfFreedom': 'Grados de libertad',
  'experiment.column.planned': 'Previsto',
  'experiment.range': '{value} ({low} a {high})',
  'experiment.p': '{p, number, ::@@##}',
  'experiment.p.tiny': '< {p, number, ::.0000}',
  'experiment.points': '{value, number, ::@##} p. p.',
  'table.experiment.arms': 'Medias de los grupos',
  'table.experiment.metrics': 'Todas las comparaciones',
  'table.experiment.groups': 'Tamaños de los grupos',
};
