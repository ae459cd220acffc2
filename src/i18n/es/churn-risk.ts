import type { churnRisk as english } from '../en/churn-risk.ts';

export const churnRisk: Record<keyof typeof english, string> = {
  'question.churn-risk.title': 'Riesgo de abandono',
  'question.churn-risk.about':
    '¿Quién está a punto de irse? Se aprende de lo que hicieron los clientes antes o de una tabla con una columna de sí o no.',

  'phase.reading-features': 'Leyendo lo que hicieron los clientes',
  'phase.training': 'Entrenando los modelos',
  'phase.resampling': 'Midiendo la incertidumbre',
  'phase.explaining': 'Midiendo en qué se apoya el modelo',
  'trace.training': 'pérdida de entrenamiento',
  'trace.validation': 'pérdida de validación',

  'parameter.churn-risk.windowDays': 'Ventana, en días',
  'parameter.churn-risk.windowDays.help':
    'Quien no compra nada durante este tiempo desde la fecha de corte cuenta como perdido.',
  'parameter.churn-risk.cutOff': 'Fecha de prueba',
  'parameter.churn-risk.cutOff.help':
    'Las variables son de antes de este día; el desenlace, de la ventana que empieza en él. Por defecto, el último día que deja una ventana entera.',
  'parameter.churn-risk.cutOffs': 'Fechas de entrenamiento',
  'parameter.churn-risk.cutOffs.help':
    'De cuántas fechas de corte anteriores se aprende. La ventana de cada una ya ha terminado en la fecha de prueba.',
  'parameter.churn-risk.spacingDays': 'Días entre fechas de corte',
  'parameter.churn-risk.spacingDays.help': 'Por defecto, un tercio de la ventana.',
  'parameter.churn-risk.eligibleDays': 'Elegibles: con compra en los últimos días',
  'parameter.churn-risk.eligibleDays.help':
    'Quien no compró nada en estos días antes de la fecha de corte ya se había ido y no entra.',
  'parameter.churn-risk.table': 'Tabla etiquetada',
  'parameter.churn-risk.table.help':
    'Una fila por cliente con una columna de sí o no. Si se deja vacía, se usan los pedidos.',
  'parameter.churn-risk.target': 'Columna que predecir',
  'parameter.churn-risk.target.help': 'La columna de sí o no de la tabla etiquetada.',
  'parameter.churn-risk.positive': 'Valor de quienes se fueron',
  'parameter.churn-risk.positive.help':
    'Como está escrito en el archivo; por ejemplo, Sí o 1. Por defecto se reconoce.',
  'parameter.churn-risk.exclude': 'Dejar fuera',
  'parameter.churn-risk.exclude.help': 'Columnas que los modelos no pueden ver, separadas por comas.',
  'parameter.churn-risk.split': 'División',
  'parameter.churn-risk.split.help':
    'Cómo se divide una tabla etiquetada, en JSON con una de: "testShare" (0.2), "everyNth" (5), "column" (sus filas dicen test o train), "foldColumn".',
  'parameter.churn-risk.learners': 'Modelos',
  'parameter.churn-risk.learners.help': 'Regresión logística (logistic), red (network) o ambas.',

  'estimate.churn-risk.liftTop10': 'Ganancia (lift) en el 10 % con más riesgo',
  'estimate.churn-risk.auc': 'AUC del modelo',
  'estimate.churn-risk.auc_single_column': 'AUC de la mejor columna sola',
  'estimate.churn-risk.baseRate': 'Tasa de base',
  'estimate.churn-risk.auc_recency': 'AUC de la recencia sola',
  'estimate.churn-risk.auc_logistic': 'AUC, regresión logística',
  'estimate.churn-risk.auc_network': 'AUC, red neuronal',
  'estimate.churn-risk.liftTop10_logistic': 'Ganancia en el 10 % con más riesgo, regresión logística',
  'estimate.churn-risk.liftTop10_network': 'Ganancia en el 10 % con más riesgo, red neuronal',
  'estimate.churn-risk.prAuc': 'Precisión media (PR-AUC)',
  'estimate.churn-risk.brier': 'Puntuación de Brier',
  'estimate.churn-risk.logLoss': 'Pérdida logarítmica',
  'estimate.churn-risk.calibrationSlope': 'Pendiente de calibración',
  'estimate.churn-risk.calibrationIntercept': 'Ordenada de calibración',

  'churn-risk.verdict.behaviour':
    'En el 10 % de clientes con más riesgo, el abandono es <k>{lift, number, decimal} veces</k> el de la media: {topRate, number, share} frente a {baseRate, number, share} en {windowDays, number, integer} días.{network, select, same { La red neuronal no superó a la regresión logística.} beats { La red neuronal superó a la regresión logística.} other {}}',
  'churn-risk.verdict.behaviour.blind':
    'Con estos datos <k>no se distingue</k> a quien deja de comprar del resto: un AUC de {auc, number, ::.000} es lo que daría el azar. El {baseRate, number, share} de los clientes no compró nada en los {windowDays, number, integer} días desde el {cutOff, date, medium}.{network, select, same { La red neuronal no superó a la regresión logística.} beats { La red neuronal superó a la regresión logística.} other {}}',
  'churn-risk.verdict.labelled':
    'En el 10 % de clientes con más riesgo, {target} «{positive}» es <k>{lift, number, decimal} veces</k> tan frecuente como en la media: {topRate, number, share} frente a {baseRate, number, share}. No se ha probado en un periodo posterior{network, select, same {; la red neuronal no superó a la regresión logística} beats {; la red neuronal superó a la regresión logística} other {}}.',
  'churn-risk.verdict.labelled.blind':
    'Con estas columnas <k>no se puede saber</k> qué clientes tienen {target} «{positive}»: un AUC de {auc, number, ::.000} es lo que daría el azar. No se ha probado en un periodo posterior{network, select, same {; la red neuronal no superó a la regresión logística} beats {; la red neuronal superó a la regresión logística} other {}}.',

  'churn-risk.eligibility.behaviour':
    'AUC {auc, number, ::.000} (intervalo del {level, number, share0}: de {low, number, ::.000} a {high, number, ::.000}) · probado con {test, number, integer} clientes que compraron en los {eligibleDays, number, integer} días anteriores al {cutOff, date, medium} · aprendido de {training, number, integer} historiales en {trainingCutOffs, plural, one {una fecha de corte anterior} other {# fechas de corte anteriores}}',
  'churn-risk.eligibility.labelled':
    'AUC {auc, number, ::.000} (intervalo del {level, number, share0}: de {low, number, ::.000} a {high, number, ::.000}) · probado con {test, number, integer} filas de {table} · aprendido de otras {training, number, integer}',

  'churn-risk.refused.no-purchases': 'No hay compras en este periodo.',
  'churn-risk.refused.no-purchases.remedy': 'Amplíe el periodo o el filtro de clientes en la barra superior.',
  'churn-risk.refused.window-beyond-data':
    'Los {windowDays, number, integer} días desde el {cutOff, date, medium} no han terminado en los datos, que acaban el {last, date, medium}.',
  'churn-risk.refused.window-beyond-data.remedy':
    'Elija una fecha de corte anterior o una ventana más corta: ambas deben caber en los datos.',
  'churn-risk.refused.history-too-short':
    'Desde el {first, date, medium} hay {days, number, integer} días hasta el final de la ventana: muy pocos para aprender de una ventana y probar en otra posterior.',
  'churn-risk.refused.history-too-short.remedy':
    'Con esta ventana hacen falta {neededDays, number, integer} días. Acorte la ventana o traiga un registro de pedidos más largo.',
  'churn-risk.refused.table-missing': 'No hay ninguna tabla «{table}».',
  'churn-risk.refused.table-missing.remedy': 'Las tablas son: {tables}.',
  'churn-risk.refused.target-missing': 'No se ha dicho qué columna de {table} hay que predecir.',
  'churn-risk.refused.target-missing.remedy': 'Indíquela en «Columna que predecir». Las columnas son: {columns}.',
  'churn-risk.refused.column-missing': '{table} no tiene ninguna columna «{column}».',
  'churn-risk.refused.column-missing.remedy': 'Las columnas son: {columns}.',
  'churn-risk.refused.one-class': 'La columna {column} de {table} tiene un solo valor: {value}.',
  'churn-risk.refused.one-class.remedy':
    'No hay nada que distinguir. Elija una columna con dos valores o traiga clientes de los dos tipos.',
  'churn-risk.refused.many-values':
    'La columna {column} de {table} tiene {found, number, integer} valores distintos: {examples}.',
  'churn-risk.refused.many-values.remedy':
    'Indique qué valor corresponde a quienes se fueron; los demás contarán como clientes que siguen. O elija una columna de sí o no.',
  'churn-risk.refused.positive-unknown': 'El valor «{positive}» no aparece en la columna {column} de {table}.',
  'churn-risk.refused.positive-unknown.remedy': 'Contiene: {examples}.',
  'churn-risk.refused.split-values': 'La columna {column} de {table} no dice qué filas son de prueba: {examples}.',
  'churn-risk.refused.split-values.remedy':
    'Las filas de prueba se marcan con «test» y las demás con «train» (o 1 y 0).',
  'churn-risk.refused.fold-values':
    'La columna {column} de {table} tiene {found, plural, one {un valor} other {# valores distintos}}: no pueden ser las partes de una validación cruzada.',
  'churn-risk.refused.fold-values.remedy': 'Una columna de partes tiene entre 2 y {most, number, integer} valores.',
  'churn-risk.refused.no-columns': 'No hay ninguna columna de la que aprender.',
  'churn-risk.refused.no-columns.remedy':
    'Las columnas que cambian en cada fila, como los identificadores, y las que nunca varían se dejan fuera. Traiga columnas que describan a los clientes.',
  'churn-risk.refused.too-few-rows':
    'La parte de {part, select, test {prueba} other {entrenamiento}} tiene {customers, plural, one {un cliente} other {# clientes}}: muy pocos para aprender o juzgar nada.',
  'churn-risk.refused.too-few-rows.remedy':
    'Hacen falta en ella al menos {least, number, integer} clientes que se fueron y {least, number, integer} que siguen. Traiga más clientes o cambie la división.',
  'churn-risk.refused.too-few-of-a-kind':
    'En la parte de {part, select, test {prueba} other {entrenamiento}} {positives, plural, one {se fue un cliente} other {se fueron # clientes}} y {negatives, plural, one {siguió uno} other {siguieron #}}.',
  'churn-risk.refused.too-few-of-a-kind.remedy':
    'Hacen falta al menos {least, number, integer} de cada tipo. Cambie la ventana o la división, o traiga más clientes.',

  'churn-risk.check.leak.passed':
    'Ninguna columna delata por sí sola el desenlace: la mejor, {column}, ordena con un AUC de {auc, number, ::.000} en la parte de entrenamiento.',
  'churn-risk.check.leak.warned':
    '¿Se puede saber esto de antemano? Por sí sola, {columns} ordena con un AUC de más de {limit, number, decimal}. Déjela fuera si se anotó después de que los clientes se fueran.',
  'churn-risk.check.dated-after-cut-off.passed':
    'Ninguna fecha de los atributos de los clientes es posterior a una fecha de corte.',
  'churn-risk.check.dated-after-cut-off.warned':
    '¿Se puede saber esto de antemano? {rows, plural, one {Un valor} other {# valores}} de {columns} no son anteriores a la fecha de corte. Deje fuera la columna si recoge lo que pasó después.',
  'churn-risk.check.out-of-time.passed':
    'Probado en un periodo posterior: el {cutOff, date, medium}, con lo aprendido en {count, plural, one {una fecha de corte} other {# fechas de corte}} hasta el {last, date, medium}, cuyas ventanas de {windowDays, number, integer} días ya habían terminado.',
  'churn-risk.check.out-of-time.warned':
    'No se ha probado en un periodo posterior: {table} no se ha dividido por tiempo. No se sabe si el modelo vale para clientes posteriores.',
  'churn-risk.check.base-rate-drift.passed':
    'La proporción que se fue es parecida al aprender ({training, number, share}) y al probar ({test, number, share}).',
  'churn-risk.check.base-rate-drift.warned':
    'La proporción que se fue pasó del {training, number, share} al aprender al {test, number, share} al probar: las probabilidades se desvían en esa medida; el orden no tiene por qué.',
  'churn-risk.check.positive.passed': '«{positive}» en {target} corresponde a quienes se fueron.',
  'churn-risk.check.positive.warned':
    'Se ha entendido que se fueron los de «{positive}», el menos frecuente de los dos valores de {target}. Indíquelo si es el otro.',
  'churn-risk.check.unlabelled.warned':
    '{unlabelled, plural, one {Una fila no dice} other {# filas no dicen}} nada en {target}: se puntúan, pero no se aprende de ellas.',
  'churn-risk.check.split-unused.warned':
    '{unused, plural, one {Una fila de {table} no está} other {# filas de {table} no están}} en ninguna parte de la división: ni se aprende de ellas ni se prueban.',
  'churn-risk.check.beats-single-column.passed':
    'El modelo ordena mejor que {column} sola: AUC +{gain, number, ::.000} (intervalo del {level, number, share0}: de {low, number, ::.000} a {high, number, ::.000}).',
  'churn-risk.check.beats-single-column.warned':
    'No está claro que el modelo ordene mejor que {column} sola: diferencia de AUC {gain, number, ::.000} (intervalo del {level, number, share0}: de {low, number, ::.000} a {high, number, ::.000}). La columna es la regla más sencilla.',
  'churn-risk.check.network-gain.passed':
    'La red neuronal ordena mejor que la regresión logística: AUC +{gain, number, ::.000} (intervalo del {level, number, share0}: de {low, number, ::.000} a {high, number, ::.000}).',
  'churn-risk.check.network-gain.warned':
    'La red neuronal no supera a la regresión logística: diferencia de AUC {gain, number, ::.000} (intervalo del {level, number, share0}: de {low, number, ::.000} a {high, number, ::.000}).',
  'churn-risk.check.calibration.passed':
    'La dispersión de las probabilidades es la correcta: pendiente de calibración {slope, number, ::.00} (intervalo del {level, number, share0}: de {low, number, ::.00} a {high, number, ::.00}).',
  'churn-risk.check.calibration.warned':
    'Las probabilidades no están tan repartidas como los hechos: pendiente de calibración {slope, number, ::.00} (intervalo del {level, number, share0}: de {low, number, ::.00} a {high, number, ::.00}); lo correcto es 1. El orden no depende de ello.',
  'churn-risk.check.convergence.passed':
    'La regresión logística ha convergido: la mayor componente del gradiente es {norm}.',
  'churn-risk.check.convergence.warned':
    'La regresión logística no ha convergido del todo: la mayor componente del gradiente es {norm}.',
  'churn-risk.check.events-per-column.passed':
    'Hay clientes suficientes para las columnas: {perColumn, number, integer} del tipo menos frecuente por columna codificada.',
  'churn-risk.check.events-per-column.warned':
    'Hay pocos clientes para {columns, number, integer} columnas codificadas: {perColumn, number, decimal} del tipo menos frecuente por cada una. Cabe esperar peores resultados con clientes nuevos; deje fuera columnas.',
  'churn-risk.check.missing-values.passed':
    '{found, plural, =0 {No falta ningún valor.} one {Faltan valores en {columns}. En los números los sustituye la media, señalando que faltaban; en los textos forman una categoría propia.} other {Faltan valores en # columnas: {columns}. En los números los sustituye la media, señalando que faltaban; en los textos forman una categoría propia.}}',
  'churn-risk.check.missing-values.warned':
    'Falta más del {limit, number, share0} de los valores: {columns}. En los números los sustituye la media, señalando que faltaban; en los textos forman una categoría propia. Deje fuera la columna si solo se rellenó después para algunos clientes.',
  'churn-risk.check.left-out.passed':
    '{namingCount, plural, =0 {Ninguna columna se ha dejado fuera por ser un identificador} other {Fuera, por identificar a los clientes: {naming}}}{constantCount, plural, =0 {.} other {; por no variar nunca: {constant}.}}',

  'churn-risk.step.behaviour':
    'En cada fecha de corte, los clientes que compraron en los {eligibleDays, number, integer} días anteriores; sus variables, estrictamente de antes; se fue quien no compró nada en los {windowDays, number, integer} días siguientes. Se aprende en {trainingCutOffs, plural, one {una fecha de corte, el {last, date, medium}} other {# fechas de corte, del {first, date, medium} al {last, date, medium}}} y se prueba el {cutOff, date, medium}.',
  'churn-risk.step.labelled':
    'Filas de {table}; se fue quien tiene {target} = «{positive}». {split, select, everyNth {Prueba: una de cada {splitValue} filas del archivo, desde la primera.} testShare {Prueba: el {splitValue, number, share0} de los clientes, elegidos al azar por igual entre los dos tipos.} column {Prueba: las filas que {splitValue} marca como test.} other {Cada una de las {divisions, number, integer} partes de {splitValue} se prueba con modelos de las demás; todas las predicciones se juzgan juntas.}}',
  'churn-risk.step.encoding':
    '{columns, number, integer} columnas se convirtieron en {width, number, integer} números, aprendidos solo de las {training, number, integer} filas de entrenamiento: los números, tipificados (los de comportamiento, por su logaritmo); los que faltan, señalados; las categorías, en una columna cada una, y las raras juntas.',
  'churn-risk.step.logistic':
    'Regresión logística con penalización L2 (varianza a priori {variance}, elegida por validación cruzada en cinco partes), {steps, plural, one {un paso de Newton} other {# pasos de Newton}} en TensorFlow.js.',
  'churn-risk.step.network':
    'Red de dos capas ocultas (32 y 16), media de {members, number, integer} entrenadas dejando fuera una parte cada una y detenidas a tiempo con ella; {epochs, number, integer} épocas en TensorFlow.js.',
  'churn-risk.step.choice':
    'Elegido sin la parte de prueba: {model}. Se elige la red si su pérdida logarítmica en los clientes de entrenamiento que dejó fuera es menor por más de dos errores estándar.',
  'churn-risk.step.evaluation':
    'Juzgado con {test, number, integer} filas de las que no se aprendió nada; intervalos de {draws, number, integer} extracciones de clientes (TensorFlow.js con {backend}).',

  'churn-risk.model.logistic': 'regresión logística',
  'churn-risk.model.network': 'red neuronal',
  'churn-risk.model.singleColumn': 'mejor columna sola',

  'churn-risk.method.logistic': 'Regresión logística penalizada, validación cruzada',
  'churn-risk.method.network': 'Red multicapa, Adam, detención temprana',
  'churn-risk.method.auc': 'AUC con los empates a medias; precisión media',
  'churn-risk.method.calibration':
    'Ordenada y pendiente de calibración de una misma regresión logística del desenlace sobre el logit; puntuación de Brier; intervalos de Wilson',
  'churn-risk.method.importance': 'Importancia por permutación en la parte de prueba',
  'churn-risk.method.intervals': 'Bootstrap por percentiles sobre clientes; para las ganancias (lift), el método delta',

  'churn-risk.assumption.ranked':
    'La lista está ordenada por riesgo, no por efecto: no dice a quién retendría una oferta. Para eso hace falta un experimento.',
  'churn-risk.assumption.model-as-trained':
    'Los intervalos dicen cuánto dependen las cifras de qué clientes se probaron. Los modelos se toman tal como se entrenaron.',
  'churn-risk.assumption.repeats':
    'Quien deja de comprar más de {windowDays, number, integer} días y vuelve cuenta como perdido.',
  'churn-risk.assumption.attributes':
    'Los atributos de los clientes no tienen fecha: se supone que eran los mismos en todas las fechas de corte.',
  'churn-risk.assumption.snapshot':
    'Se supone que las columnas de la tabla se conocían antes de que los clientes se fueran.',

  'churn-risk.features': 'La lista de variables',
  'churn-risk.counted': '{column} ({count, number, integer})',

  'churn-risk.note': 'Ordenados por riesgo, no por efecto: no dice a quién retendría una oferta.',
  'churn-risk.chart.lift': 'El 10 % con más riesgo reúne {lift, number, decimal} veces su parte de quienes se fueron',
  'churn-risk.chart.lift.subtitle':
    'Ganancia (lift) por décimas partes de los clientes, de más a menos riesgo; 1 es la media. Las barras muestran el intervalo del {level, number, share0}.',
  'churn-risk.chart.gain':
    'El {gain, number, share0} de quienes se fueron está entre el {share, number, share0} con más riesgo',
  'churn-risk.chart.gain.plain': 'Quienes se van encontrados al contactar por orden de riesgo',
  'churn-risk.chart.gain.subtitle':
    'Parte de quienes se fueron, según la parte de clientes contactada por orden de riesgo.',
  'churn-risk.chart.roc': 'Lo bien que separa cada modelo: AUC {auc, number, ::.000}',
  'churn-risk.chart.roc.subtitle':
    'Parte encontrada de quienes se van frente a parte de quienes siguen señalada en falso, para cada umbral.',
  'churn-risk.chart.calibration': '¿Se cumplen las probabilidades?',
  'churn-risk.chart.calibration.subtitle':
    'Parte que se fue según la probabilidad prevista, en diez grupos, con intervalos de Wilson del {level, number, share0}; sobre la línea es lo correcto.',
  'churn-risk.chart.importance': 'Con qué está asociado el orden',
  'churn-risk.chart.importance.subtitle':
    'AUC que se pierde al barajar los valores de una columna, con intervalos del {level, number, share0}. Asociado con el abandono, no causa de él; las columnas que dicen lo mismo se reparten el peso.',
  'churn-risk.chart.loss': 'Cómo aprendieron las redes',
  'churn-risk.chart.loss.subtitle':
    'Pérdida logarítmica por época, media de las redes, en las filas de las que aprenden y en las que dejan fuera.',
  'churn-risk.chart.scores': 'Clientes probados, por orden de riesgo',
  'churn-risk.chart.scores.subtitle': 'Ordenados por riesgo, no por efecto. Con lo que pasó después.',
  'churn-risk.chart.current': 'Clientes de hoy, por orden de riesgo',
  'churn-risk.chart.current.subtitle': 'Ordenados por riesgo, no por efecto. Lo que harán aún no se sabe.',
  'churn-risk.chart.models': 'Los modelos, uno al lado del otro',
  'churn-risk.chart.models.subtitle':
    'Validación: clientes de entrenamiento de los que un modelo no aprendió. Prueba: la parte de la que no aprendió ninguno.',

  'churn-risk.axis.decile': 'décima parte de los clientes',
  'churn-risk.axis.contacted': 'parte de los clientes',
  'churn-risk.axis.found': 'parte encontrada de quienes se van',
  'churn-risk.axis.alarmed': 'parte señalada de quienes siguen',
  'churn-risk.axis.predicted': 'probabilidad prevista',
  'churn-risk.axis.observed': 'parte que se fue',
  'churn-risk.axis.epoch': 'época',
  'churn-risk.axis.importance': 'AUC perdido',
  'churn-risk.line.average': 'media',
  'churn-risk.line.chance': 'al azar',
  'churn-risk.line.model': 'por riesgo',
  'churn-risk.line.training': 'entrenamiento',
  'churn-risk.line.validation': 'validación',
  'churn-risk.tip.decile':
    '{decile, plural, =1 {Los de más riesgo} =10 {Los de menos riesgo} other {Décima parte n.º #}}',
  'churn-risk.tip.rate': 'se fueron',
  'churn-risk.tip.lift': 'ganancia',
  'churn-risk.tip.interval': 'intervalo',
  'churn-risk.tip.range': 'de {low} a {high}',
  'churn-risk.tip.customers': 'clientes',

  'churn-risk.column.rows': 'Clientes',
  'churn-risk.column.positives': 'Se fueron',
  'churn-risk.column.rate': 'Parte que se fue',
  'churn-risk.column.lift': 'Ganancia',
  'churn-risk.column.cumulativeLift': 'Ganancia acumulada',
  'churn-risk.column.cumulativeGain': 'Encontrados hasta aquí',
  'churn-risk.column.low': 'Mínimo',
  'churn-risk.column.high': 'Máximo',
  'churn-risk.column.predicted': 'Prevista',
  'churn-risk.column.observed': 'Parte que se fue',
  'churn-risk.column.falsePositiveRate': 'Señalados en falso',
  'churn-risk.column.truePositiveRate': 'Encontrados de quienes se van',
  'churn-risk.column.feature': 'Columna',
  'churn-risk.column.importance': 'AUC perdido',
  'churn-risk.column.learner': 'Modelo',
  'churn-risk.column.epoch': 'Época',
  'churn-risk.column.training': 'Pérdida, entrenamiento',
  'churn-risk.column.validation': 'Pérdida, validación',
  'churn-risk.column.rank': 'Orden',
  'churn-risk.column.customer_id': 'Cliente',
  'churn-risk.column.row': 'Fila',
  'churn-risk.column.probability': 'Riesgo',
  'churn-risk.column.label': 'Se fue (1 = sí)',
  'churn-risk.column.decile': 'Décima parte',
  'churn-risk.column.recency': 'Días desde la última compra',
  'churn-risk.column.frequency': 'Compras',
  'churn-risk.column.spend': 'Gastado',
  'churn-risk.column.model': 'Modelo',
  'churn-risk.column.chosen': 'Elegido',
  'churn-risk.column.validationAuc': 'AUC, validación',
  'churn-risk.column.validationLogLoss': 'Pérdida, validación',
  'churn-risk.column.auc': 'AUC, prueba',
  'churn-risk.column.brier': 'Brier, prueba',
  'churn-risk.column.logLoss': 'Pérdida, prueba',

  'churn-risk.feature.recency': 'Días desde la última compra',
  'churn-risk.feature.tenure': 'Días desde la primera compra',
  'churn-risk.feature.frequency': 'Compras',
  'churn-risk.feature.spend': 'Gasto total',
  'churn-risk.feature.spend_mean': 'Compra media',
  'churn-risk.feature.items_mean': 'Líneas por compra',
  'churn-risk.feature.gap_mean': 'Intervalo medio entre compras',
  'churn-risk.feature.gap_deviation': 'Irregularidad de los intervalos',
  'churn-risk.feature.overdue': 'Días desde la última compra sobre el intervalo medio',
  'churn-risk.feature.spend_trend': 'Tendencia del gasto',
  'churn-risk.feature.purchases_days': 'Compras en {days, number, integer} días',
  'churn-risk.feature.spend_days': 'Gasto en {days, number, integer} días',
  'churn-risk.feature.returns': 'Devoluciones',
  'churn-risk.feature.returned': 'Importe devuelto',
  'churn-risk.feature.products': 'Productos distintos',
  'churn-risk.feature.categories': 'Categorías distintas',
  'churn-risk.feature.events_count': 'Eventos',
  'churn-risk.feature.events_recency': 'Días desde el último evento',
  'churn-risk.feature.conversations_count': 'Conversaciones',
  'churn-risk.feature.conversations_recency': 'Días desde la última conversación',
  'churn-risk.feature.surveys_count': 'Encuestas respondidas',
  'churn-risk.feature.surveys_recency': 'Días desde la última encuesta',
  'table.churn-risk.scores': 'Clientes probados',
  'table.churn-risk.current': 'Clientes de hoy',
  'table.churn-risk.deciles': 'Décimas partes por riesgo',
  'table.churn-risk.calibration': 'Calibración',
  'table.churn-risk.importance': 'Peso de cada atributo',
  'table.churn-risk.roc': 'Curvas ROC',
  'table.churn-risk.loss': 'Cómo aprendieron las redes',
  'table.churn-risk.models': 'Modelos',
  'table.churn-risk.folds': 'Divisiones para entrenar y probar',
};
