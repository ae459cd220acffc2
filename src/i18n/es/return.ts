import type { returnOf as english } from '../en/return.ts';

export const returnOf: Record<keyof typeof english, string> = {
  'question.return.title': 'Retorno',
  'question.return.about':
    '¿Qué aportó una iniciativa más allá de lo que habría llegado igualmente, y qué queda tras sus costes?',
  'parameter.treatment': 'Grupo tratado',
  'parameter.treatment.help': 'El nombre del grupo que recibió la iniciativa; hace falta cuando hay varios.',
  'parameter.return.initiative': 'Iniciativa',
  'parameter.return.initiative.help': 'Su nombre en las asignaciones y en los costes; hace falta cuando hay varias.',
  'parameter.return.control': 'Grupo de control',
  'parameter.return.control.help':
    'El nombre del grupo que se dejó como estaba. Se reconoce por nombres como «control» o «holdout».',
  'parameter.return.windowDays': 'Ventana en días',
  'parameter.return.windowDays.help':
    'Cuentan tantos días desde la asignación de cada cliente. Quedan fuera los clientes cuya ventana no ha terminado.',
  'parameter.return.margin': 'Margen como parte de los ingresos',
  'parameter.return.margin.help': 'Entre 0 y 1. Si se deja vacío, se lee la columna «margin» de los pedidos.',
  'parameter.return.discountRateAnnual': 'Tasa de descuento anual',
  'parameter.return.discountRateAnnual.help': 'Para el valor actual; 0.1 es el 10 por ciento.',
  'parameter.return.shares': 'Reparto previsto',
  'parameter.return.shares.help':
    'Cómo se pensaba repartir los grupos, en pesos por nombre, p. ej. \'{\'"control": 1, "tratados": 4\'}\'. Vacío: a partes iguales.',
  'parameter.return.from': 'Asignados desde',
  'parameter.return.from.help': 'Solo clientes asignados ese día o después.',
  'parameter.return.to': 'Asignados antes de',
  'parameter.return.to.help': 'Solo clientes asignados antes de ese día.',
  'estimate.return.netReturn': 'Retorno neto',
  'estimate.return.roi': 'Retorno de la inversión',
  'estimate.return.marginPerCustomer': 'Margen ganado por cliente',
  'estimate.return.paybackMonths': 'Recuperación, en meses',
  'estimate.return.incrementalMargin': 'Margen ganado',
  'estimate.return.cost': 'Coste',
  'estimate.return.returnPerUnit': 'Margen ganado por unidad gastada',
  'estimate.return.marginRelative': 'Margen ganado, relativo',
  'estimate.return.npv': 'Valor actual neto',
  'estimate.return.irr': 'Tasa interna de retorno',
  'estimate.return.probabilityPositive': 'Probabilidad de retorno positivo',
  'estimate.return.treatedCustomers': 'Clientes tratados',

  'return.verdict.very-likely':
    'Cada {one, number, money0} gastado en {initiative} devolvió <k>{perUnit, number, money}</k>, y es muy probable que supere el umbral de rentabilidad.',
  'return.verdict.likely':
    'Cada {one, number, money0} gastado en {initiative} devolvió <k>{perUnit, number, money}</k>; es probable que supere el umbral de rentabilidad.',
  'return.verdict.open':
    'Cada {one, number, money0} gastado en {initiative} devolvió <k>{perUnit, number, money}</k>, pero los datos no permiten decir si supera el umbral de rentabilidad.',
  'return.verdict.unlikely':
    'Cada {one, number, money0} gastado en {initiative} devolvió <k>{perUnit, number, money}</k>; probablemente no se ha pagado.',
  'return.verdict.very-unlikely':
    'Cada {one, number, money0} gastado en {initiative} devolvió <k>{perUnit, number, money}</k>: no se ha pagado.',
  'return.verdict.withheld':
    'Sin veredicto sobre {initiative}: sus grupos no tienen el tamaño previsto, así que algo falló al repartir los clientes.',
  'return.eligibility':
    'Intervalo al {level, number, share0} de {low, number, money} a {high, number, money} · probabilidad de retorno positivo {extent, select, most {superior al 99 %} least {inferior al 1 %} other {{probability, number, share0}}} · grupo de control aleatorio, {customers, number} clientes, {windowDays, number} días cada uno, del {from, date, medium} al {to, date, medium}',

  'return.refusal.no-initiative': 'Nadie ha sido asignado a ninguna iniciativa.',
  'return.refusal.no-initiative.remedy':
    'Traer un archivo que diga quién recibió la iniciativa, quién quedó fuera y cuándo.',
  'return.refusal.several-initiatives': 'Hay varias iniciativas: {initiatives}.',
  'return.refusal.several-initiatives.remedy': 'Elegir una de ellas.',
  'return.refusal.nobody-assigned': 'Con estas condiciones no se asignó a nadie.',
  'return.refusal.nobody-assigned.remedy': 'Ampliar el periodo o la condición sobre los clientes.',
  'return.refusal.no-control-group':
    'No hay grupo de control entre {variants}: sin clientes que quedaran como estaban, nadie sabe qué habría llegado igualmente.',
  'return.refusal.no-control-group.remedy':
    'Si uno de los grupos es el de control, nombrarlo. Si no hay ninguno, la próxima vez conviene dejar fuera a parte de los clientes.',
  'return.refusal.several-treatments': 'Se trató a varios grupos: {variants}.',
  'return.refusal.several-treatments.remedy': 'Elegir aquel cuyo retorno se pregunta.',
  'return.refusal.one-customer':
    'El grupo «{variant}» tiene {n, plural, one {un cliente} other {# clientes}}: muy pocos para ver cuánto difieren.',
  'return.refusal.one-customer.remedy':
    'Usar grupos de cientos de clientes. Ampliar el periodo o la condición sobre los clientes.',
  'return.refusal.window-not-over':
    'Los pedidos terminan el {end, date, medium}: en uno de los grupos no ha terminado ninguna ventana de {windowDays, number} días.',
  'return.refusal.window-not-over.remedy': 'Elegir una ventana más corta o traer pedidos posteriores.',
  'return.refusal.not-dated': 'No todas las asignaciones a {initiative} tienen fecha.',
  'return.refusal.not-dated.remedy':
    'Indicar en las correspondencias la columna que dice cuándo se asignó a cada cliente.',
  'return.refusal.not-customers':
    'Las asignaciones a {initiative} son filas que no nombran clientes, así que no se sabe de quién es cada pedido.',
  'return.refusal.not-customers.remedy':
    'Indicar en las correspondencias la columna de las asignaciones que nombra al cliente como lo hacen los pedidos.',
  'return.refusal.no-orders':
    'Ningún pedido tiene cliente y fecha: lo que vino después de la primera asignación ({start, date, medium}) no está en los datos.',
  'return.refusal.no-orders.remedy':
    'Traer pedidos de los clientes asignados, o revisar qué columnas contienen el cliente y la fecha.',
  'return.refusal.outcome-before-assignment':
    'Todos los pedidos son anteriores a la primera asignación ({start, date, medium}): lo que vino después no está en los datos.',
  'return.refusal.outcome-before-assignment.remedy': 'Traer pedidos posteriores a la asignación.',
  'return.refusal.two-currencies': 'Los pedidos están en {currencies} y no se pueden sumar.',
  'return.refusal.two-currencies.remedy':
    'Convertir los importes a una moneda con una expresión en las correspondencias y dejar fuera la moneda.',
  'return.refusal.no-margin': 'Los pedidos tienen importe pero no margen, y los ingresos no son lo que se gana.',
  'return.refusal.no-margin.remedy':
    'Indicar en las correspondencias una columna con el margen o decir qué parte de los ingresos es margen.',
  'return.refusal.nothing-bought': 'Nadie de ninguno de los grupos aportó margen en {windowDays, number} días.',
  'return.refusal.nothing-bought.remedy': 'Elegir una ventana más larga.',
  'return.refusal.no-variance':
    'Dentro de cada grupo todos los clientes aportaron exactamente el mismo margen en {windowDays, number} días: no hay con qué distinguir una diferencia del azar.',
  'return.refusal.no-variance.remedy': 'Comprobar que la columna del margen recoge lo que aportó cada pedido.',
  'return.refusal.no-costs':
    'Se conoce el efecto, no el retorno: {initiative} cambió el margen por cliente en {value, number, money} (de {low, number, money} a {high, number, money} al {level, number, share0}), pero no se conoce ningún coste suyo.',
  'return.refusal.no-costs.remedy':
    'Traer una tabla de costes con fecha, importe y nombre de la iniciativa, con fechas anteriores al final de la ventana.',
  'return.refusal.costs-after':
    'Se conoce el efecto, no el retorno: {initiative} cambió el margen por cliente en {value, number, money} (de {low, number, money} a {high, number, money} al {level, number, share0}), pero todos sus costes ({amount, number, money}) son del {end, date, medium} o posteriores, cuando la ventana ya había terminado.',
  'return.refusal.costs-after.remedy':
    'Revisar las fechas de los costes, elegir una ventana más larga o traer los costes anteriores.',
  'return.refusal.costs-cancel-out':
    'Se conoce el efecto, no el retorno: {initiative} cambió el margen por cliente en {value, number, money} (de {low, number, money} a {high, number, money} al {level, number, share0}), pero sus costes suman {amount, number, money} y con eso no puede compararse ningún retorno.',
  'return.refusal.costs-cancel-out.remedy':
    'Revisar los signos de los costes: lo que se gastó tiene que ser mayor que cero.',
  'return.refusal.cost-currencies': 'Los costes de {initiative} están en {currencies} y no se pueden sumar.',
  'return.refusal.cost-currencies.remedy':
    'Convertir los costes a una moneda con una expresión en las correspondencias y dejar fuera la moneda.',
  'return.refusal.currencies-differ':
    'Los pedidos están en {orders} y los costes de {initiative} en {costs}: no se pueden restar unos de otros.',
  'return.refusal.currencies-differ.remedy':
    'Convertir los costes a la moneda de los pedidos con una expresión en las correspondencias y dejar fuera la moneda. Los importes sin moneda se toman en la de los ajustes.',

  'return.check.pre-period.passed':
    'En los {windowDays, number} días anteriores los grupos no diferían en margen ({p}).',
  'return.check.pre-period.warned':
    'En los {windowDays, number} días anteriores los tratados ya diferían en {difference, number, money} por cliente ({p}).',
  'return.check.pre-period.nothing':
    'Nadie compró en los {windowDays, number} días anteriores: no se puede ver si los grupos se parecían.',
  'return.check.pre-period.unseen':
    'Los pedidos empiezan el {first, date, medium}, menos de {windowDays, number} días antes de la primera asignación: no puede verse si los grupos ya eran iguales, y no se muestra ningún antes y después.',
  'return.check.outliers.alike':
    'El resultado depende de unos pocos clientes enormes: recortado en el percentil 99,9, o en el segundo mayor, nadie se distingue de los demás de su grupo y no queda con qué probar el efecto de {effect, number, money}.',
  'return.check.outliers.passed':
    'El resultado no depende de unos pocos clientes enormes: recortado en el percentil 99,9, o en el segundo mayor, el efecto es {capped, number, money} en vez de {effect, number, money}.',
  'return.check.outliers.warned':
    'El resultado depende de unos pocos clientes enormes: recortado en el percentil 99,9, o en el segundo mayor, el efecto es {capped, number, money} en vez de {effect, number, money}.',
  'return.check.window.over': 'Los {used, number} clientes han cumplido sus {windowDays, number} días.',
  'return.check.window.unfinished':
    '{customers, plural, one {Queda fuera # cliente} other {Quedan fuera # clientes}} porque sus {windowDays, number} días no han terminado; se miran {used, number}.',
  'return.check.undated.warned':
    '{customers, plural, one {Queda fuera # cliente cuya asignación no tiene fecha} other {Quedan fuera # clientes cuya asignación no tiene fecha}}: el {treated, number, share} de los tratados y el {control, number, share} del grupo de control ({p}).',
  'return.check.undated.failed':
    'Cuántas asignaciones no tienen fecha depende del grupo ({p}): por eso quedan fuera el {treated, number, share} de los tratados y el {control, number, share} del grupo de control, {customers, number} clientes en total. El efecto puede venir de ahí.',
  'return.check.margin-known.passed': 'Los {purchases, number} pedidos de estos clientes llevan su margen.',
  'return.check.margin-known.warned':
    '{missing, number} de {purchases, number} pedidos de estos clientes no llevan margen y cuentan como si no aportaran nada.',
  'return.check.costs.passed': 'El último coste que cuenta es del {last, date, medium}.',
  'return.check.costs.warned':
    'Los costes se repetían, pero el último es del {last, date, medium}, {days, number, integer} días antes del final de la ventana. Si la iniciativa siguió costando dinero, el retorno es menor.',
  'return.check.costs-undated':
    'Hay costes sin fecha por {amount, number, money}. Se cuentan como gastados al principio; los posteriores a la ventana no deberían contar.',
  'return.check.costs-later':
    'Los costes de {later, number, money} a partir del {end, date, medium} corresponden a lo que viene tras la ventana y no se cuentan.',
  'return.check.payback.within': 'Los costes se cubren dentro de la ventana.',
  'return.check.payback.beyond':
    'La recuperación queda más allá de la ventana de {windowDays, number} días: supone que el margen sigue llegando como hasta ahora.',
  'return.check.payback.open':
    'No se da la recuperación: el intervalo del margen ganado llega a cero, así que los costes podrían no cubrirse nunca.',
  'return.check.irr':
    'No se da la tasa interna de retorno: los pagos, o demasiadas de sus extracciones, no tienen una única tasa a la que no valgan nada.',
  'return.check.timing':
    'No se dan la tasa de retorno ni los costes por mes: las asignaciones van del {first, date, medium} al {last, date, medium}, así que un día tras la asignación no es el mismo día para todos.',
  'return.check.before-after.agrees':
    'Un simple antes y después de los tratados diría {naive, number, money} por cliente (de {low, number, money} a {high, number, money}); el grupo de control dice {effect, number, money}.',
  'return.check.before-after.misleads':
    'Un simple antes y después de los tratados diría {naive, number, money} por cliente (de {low, number, money} a {high, number, money}) y engañaría: frente al grupo de control es {effect, number, money}.',

  'return.step.groups':
    'Comparar {treated, number} clientes de «{name}» con {control, number} de «{other}», según los asignó el azar.',
  'return.step.where': 'Solo clientes con {where}.',
  'return.step.margin.column':
    'Sumar el margen de los pedidos de cada cliente en los {windowDays, number} días desde la asignación; las devoluciones restan margen.',
  'return.step.margin.share':
    'Sumar los ingresos de cada cliente en los {windowDays, number} días desde la asignación, sin devoluciones, por un margen del {share, number, share}.',
  'return.step.effect':
    'Margen ganado por cliente tratado: {value, number, money} (de {low, number, money} a {high, number, money}).',
  'return.step.times': 'Por {customers, number} clientes tratados: {margin, number, money}.',
  'return.step.costs': 'Menos todos los costes hasta el {end, date, medium}: {total, number, money} ({list}).',
  'return.step.costs-undated': 'De ellos, {amount, number, money} sin fecha cuentan como gastados al principio.',
  'return.step.share':
    'Los costes se reparten por igual entre todos los clientes tratados, de cualquier grupo; se mira el {share, number, share} de ellos.',
  'return.step.net': 'Retorno neto: {net, number, money}.',
  'return.step.draws':
    'Probabilidad, partes y tasa a partir de {draws, number} extracciones de las medias de ambos grupos.',
  'return.method.welch':
    'Diferencia de dos medias con varianzas distintas (Welch); el mismo intervalo vale para margen, retorno neto y ROI',
  'return.method.shapley':
    'Partes de la ganancia: valor de Shapley de compradores × pedidos por comprador × margen por pedido',
  'return.method.probability':
    'Probabilidad: parte de las extracciones con retorno positivo (t multivariante, a priori plana); su intervalo es el del sorteo',
  'return.method.present':
    'Valor actual: cada pedido y cada coste se descuentan desde su día hasta el primero, al {rate, number, share} anual; intervalo de Welch',
  'return.method.rate':
    'Tasa interna de retorno anual: a partir de los pagos mes a mes; su intervalo sale de extracciones, −100 % donde no vuelve nada',
  'return.method.ratio': 'Control del reparto: χ² de Pearson frente al reparto previsto',
  'return.assumption.interference': 'Lo que recibe un cliente no cambia lo que hace otro.',
  'return.assumption.window':
    'Lo que llega después de los {windowDays, number} días no cuenta: ni ganancias ni costes.',
  'return.assumption.costs': 'Los costes anotados son todos, y ninguno habría surgido sin la iniciativa.',
  'return.assumption.shared-costs': 'Un cliente cuesta lo mismo en cada uno de los grupos tratados: {treatments}.',
  'return.assumption.payback':
    'Para la recuperación, el margen llega de forma regular, como en la media de la ventana.',

  'return.chart.waterfall.title': 'De dónde viene el retorno',
  'return.chart.waterfall.subtitle':
    'En {windowDays, number} días, con intervalos al {level, number, share0} en lo estimado',
  'return.chart.months.title': 'Cuándo se paga',
  'return.chart.months.subtitle':
    'Margen ganado y costes acumulados desde la asignación, intervalo al {level, number, share0}',
  'return.chart.months.title.margin': 'Cuándo llega el margen',
  'return.chart.months.subtitle.margin':
    'Margen ganado acumulado desde la asignación, intervalo al {level, number, share0}',
  'return.chart.months.margin': 'margen ganado',
  'return.chart.months.cost': 'costes',
  'return.chart.months.day': 'días desde la asignación',
  'return.chart.draws.title': 'Cómo de seguro es el retorno',
  'return.chart.draws.subtitle': '{draws, number} extracciones del retorno neto; en rojo, las inferiores a cero',
  'return.chart.draws.positive':
    '{extent, select, most {Más del 99 %} least {Menos del 1 %} other {{share, number, share0}}} sobre cero',
  'return.chart.draws.count': 'Extracciones',
  'return.chart.comparison.title': 'Lo que habría dicho un simple antes y después',
  'return.chart.comparison.subtitle': 'Margen ganado por cliente tratado, intervalo al {level, number, share0}',
  'return.chart.arms.title': 'Los dos grupos',
  'return.chart.arms.subtitle': 'Por cliente en {windowDays, number} días, intervalos al {level, number, share0}',
  'return.step.buyers': 'Más compradores',
  'return.step.frequency': 'Más pedidos por comprador',
  'return.step.perOrder': 'Margen por pedido',
  'return.step.margin': 'Margen ganado',
  'return.step.technology': 'Tecnología',
  'return.step.team': 'Equipo',
  'return.step.incentive': 'Incentivos',
  'return.step.media': 'Medios',
  'return.step.other': 'Otros',
  'return.step.total': 'Retorno neto',
  'return.method.holdout': 'Frente al grupo de control',
  'return.method.before-after': 'Simple antes y después',
  'return.column.step': 'Paso',
  'return.column.value': 'Importe',
  'return.column.low': 'Mínimo',
  'return.column.high': 'Máximo',
  'return.column.method': 'Método',
  'return.column.variant': 'Grupo',
  'return.column.customers': 'Clientes',
  'return.column.buyers': 'Compradores',
  'return.column.orders': 'Pedidos',
  'return.column.margin': 'Margen',
  'return.column.day': 'Día',
  'return.column.gained': 'Margen ganado',
  'return.column.cost': 'Costes hasta entonces',
  'return.column.range': 'Intervalo',
  'table.return.waterfall': 'Pasos del margen al retorno',
  'table.return.draws': 'Retornos simulados',
  'table.return.histogram': 'Distribución del retorno',
  'table.return.arms': 'Los dos grupos',
  'table.return.months': 'Margen y costes en el tiempo',
  'table.return.costs': 'Costes',
  'table.return.comparison': 'Frente a un simple antes y después',
};
