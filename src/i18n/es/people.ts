import type { people as en } from '../en/people.ts';

/** Unir personas: quién es la misma persona en dos tablas, o varias veces en una. */
export const people: Record<keyof typeof en, string> = {
  'page.people': 'Unir personas',
  'phase.people-reading': 'Leyendo nombres, correos y teléfonos',
  'phase.people-matching': 'Comparando personas',
  'phase.people-counting': 'Contando clientes',
  'phase.people-applying': 'Uniendo personas',

  'people.title': '¿Quién es la misma persona?',
  'people.lead':
    'Los clientes suelen estar en dos sistemas, con dos identificadores. Aquí se encuentran por identificador, correo, teléfono, y por nombre con fecha de nacimiento; lo dudoso lo decide usted. Las tablas quedan como se leyeron y todo se puede deshacer.',
  'people.verdict.none': 'No se encontró a nadie dos veces.',
  'people.verdict.found':
    '<k>{joined, plural, one {# pareja} other {# parejas}}</k> de registros {joined, plural, one {es} other {son}} una misma persona{open, plural, =0 {.} one {; # más espera su decisión.} other {; # más esperan su decisión.}}',
  'people.verdict.applied':
    '<k>{pairs, plural, one {# pareja} other {# parejas}}</k> de «{left}» y «{right}» {pairs, plural, one {cuenta} other {cuentan}} cada una como una sola persona.',
  'people.verdict.notInForce':
    '{pairs, plural, one {# pareja unida, pero sin efecto} other {# parejas unidas, pero sin efecto}}: las respuestas cuentan a todos como antes.',
  'people.verdict.appliedOne':
    '<k>{pairs, plural, one {# pareja} other {# parejas}}</k> de «{left}» {pairs, plural, one {cuenta} other {cuentan}} cada una como una sola persona.',
  'people.summary':
    '{left, plural, one {# persona} other {# personas}} en «{leftTable}» · {right, plural, one {# persona} other {# personas}} en «{rightTable}» · {decided, plural, =0 {nada decidido a mano} one {# pareja decidida a mano} other {# parejas decididas a mano}}',
  'people.summary.one':
    '{left, plural, one {# registro} other {# registros}} en «{leftTable}» · {decided, plural, =0 {nada decidido a mano} one {# pareja decidida a mano} other {# parejas decididas a mano}}',
  'people.noTables': 'Todavía no hay personas que unir.',
  'people.noTablesHint': 'Traiga primero un archivo con clientes.',
  'people.looking': 'Buscando columnas con nombres, correos y teléfonos',
  'people.failed': 'No se pudo comparar a las personas.',
  'people.cancelled': 'Detenido. Lo que decidió se conserva y las respuestas no han cambiado.',

  'people.setup': 'Tablas y columnas',
  'people.setup.left': 'Primera tabla; sus identificadores se mantienen',
  'people.setup.right': 'Segunda tabla',
  'people.setup.same': 'La misma tabla: personas que están dos veces',
  'people.setup.none': 'no está',
  'people.setup.gmail': 'En direcciones de Gmail no cuentan los puntos ni lo que sigue a un «+»',
  'people.setup.country': 'Prefijo de los números que no lo llevan',
  'people.setup.country.help': 'Solo cifras, como 34. Los números se comparan por sus nueve últimas cifras.',
  'people.setup.country.wrong': 'De una a cuatro cifras, o nada.',
  'people.setup.run': 'Buscar quién es quién',
  'people.setup.again': 'Buscar de nuevo',
  'people.setup.nothing':
    'Elija en cada tabla una columna con correo, teléfono, identificador, o nombre con fecha de nacimiento.',
  'people.setup.columnOf': '{role} en «{table}»',
  'people.role.id': 'Identificador',
  'people.role.email': 'Correo',
  'people.role.phone': 'Teléfono',
  'people.role.name': 'Nombre completo',
  'people.role.given': 'Nombre de pila',
  'people.role.family': 'Apellidos',
  'people.role.birth': 'Fecha de nacimiento',

  'people.tiers': 'Qué lo indica',
  'people.tiers.caption': 'Parejas según lo que las une, de más a menos segura',
  'people.tiers.tier': 'Coincidencia',
  'people.tiers.joined': 'Una persona',
  'people.tiers.review': 'Por mirar',
  'people.tiers.chance': 'Azar probable',
  'people.tiers.chance.value': 'cerca de {value, number, decimal}',
  'people.tiers.chance.interval':
    'intervalo del {level, number, share0}: de {low, number, decimal} a {high, number, decimal}',
  'people.tiers.take': 'Aceptar las parecidas',
  'people.tiers.takeOf': 'Aceptar las parecidas: {tier}',
  'people.tiers.give': 'Mirarlas una a una',
  'people.tiers.without': 'Sin comparar, porque falta una columna: {list}.',
  'people.tier.id': 'el mismo identificador',
  'people.tier.email-exact': 'el mismo correo, letra por letra',
  'people.tier.email-clean': 'el mismo correo, una vez limpio',
  'people.tier.phone-exact': 'el mismo teléfono, cifra por cifra',
  'people.tier.phone-clean': 'el mismo teléfono, una vez limpio',
  'people.tier.name-birth': 'el mismo nombre y fecha de nacimiento',
  'people.tier.name-like': 'un nombre muy parecido y la misma fecha de nacimiento',
  'people.tier.birth-like': 'el mismo nombre y una fecha de nacimiento quizá mal escrita',
  'people.how.title': 'Cómo se calcula',
  'people.how.exact':
    'Los correos se comparan sin mayúsculas, espacios ni «mailto:»; los teléfonos, por sus nueve últimas cifras y sin extensión; dos números con prefijos distintos, o de los que ninguno termina en el otro, son dos. No se usan los correos de una oficina (info@…) ni los valores que comparten más de {most, number, integer} personas de una tabla: no identifican a nadie.',
  'people.how.names':
    'Los nombres se comparan palabra por palabra, en cualquier orden, sin tildes, partículas ni tratamientos; un segundo apellido o nombre que solo tiene uno de los dos no cuenta. Parecido quiere decir una similitud media de Jaro–Winkler de al menos {alike, number, decimal} en las palabras del nombre más corto.',
  'people.how.blocks':
    'Solo se comparan nombres entre personas con la misma fecha de nacimiento, o con el mismo nombre y fechas que difieren en una cifra o tienen día y mes cambiados. Una pareja con nombre y fecha escritos de otro modo no se encuentra.',
  'people.how.oneToOne':
    'Una persona de la primera tabla es como mucho una de la segunda. Quien encaja con varias se une a aquella por la que hablan más valores y, si no la hay, espera su decisión. También esperan las parejas con nombres o fechas de dos personas. Un identificador solo no une a nadie: si las tablas no tienen nada más en común, esperan todas.',
  'people.how.chance':
    '«Azar probable» es cuántas parejas de desconocidos cabe esperar en una fila: la misma búsqueda con las fechas de nacimiento corridas unas semanas solo puede hallar desconocidos, y halla esos de media. No cubre a gemelos ni a otros familiares.',

  'people.notice.shared.email':
    '{values, plural, one {No se usa # correo} other {No se usan # correos}} de «{table}» que {values, plural, one {comparte} other {comparten}} muchas personas ({people, number, integer} en total; «{largest}», {most, number, integer}).',
  'people.notice.shared.phone':
    '{values, plural, one {No se usa # teléfono} other {No se usan # teléfonos}} de «{table}» que {values, plural, one {comparte} other {comparten}} muchas personas ({people, number, integer} en total; el más frecuente, {most, number, integer}).',
  'people.notice.shared.birth':
    '{values, plural, one {No se usa # fecha de nacimiento} other {No se usan # fechas de nacimiento}} de «{table}» que {values, plural, one {tienen} other {tienen}} demasiadas personas ({people, number, integer}; solo el {largest, date, medium}, {most, number, integer}): {values, plural, one {parece} other {parecen}} de relleno.',
  'people.notice.nobodys':
    '{people, plural, one {# persona} other {# personas}} de «{table}» {people, plural, one {tiene} other {tienen}} el correo de una oficina o de nadie (info@…, test@…), que no se usa.',
  'people.notice.without-id':
    'Se {rows, plural, one {deja fuera # fila} other {dejan fuera # filas}} de «{table}» sin identificador.',
  'people.notice.ids-differ':
    'No se usaron los identificadores: de {pairs, plural, one {# pareja} other {# parejas}} con el mismo, {contradicting, number, integer} tienen nombres, fechas, correos o teléfonos de dos personas. Cada tabla parece numerar a sus clientes a su manera.',
  'people.notice.narrowed':
    'Hay tantas personas que solo se compararon nombres con la misma fecha de nacimiento y alguna palabra que empieza por las mismas {letters, number, integer} letras{leftOut, plural, =0 {.} one {; # grupo era demasiado grande para compararlo.} other {; # grupos eran demasiado grandes para compararlos.}}',

  'people.review': 'Por mirar',
  'people.review.open': 'En espera ({count, number, integer})',
  'people.review.decided': 'Decididas ({count, number, integer})',
  'people.review.show': 'Qué parejas',
  'people.review.none': 'Ninguna pareja espera su decisión.',
  'people.review.noneDecided': 'Ninguna pareja se decidió a mano.',
  'people.review.place': '{place, number, integer} de {count, number, integer}',
  'people.review.same': 'Misma persona',
  'people.review.different': 'Dos personas',
  'people.review.skip': 'Saltar',
  'people.review.back': 'Retirar la última',
  'people.review.takeBack': 'Retirar',
  'people.review.takeBackOf': 'Retirar: {left} y {right}',
  'people.review.keys': 'Teclas: S misma persona, D dos personas, flecha abajo salta, U retira la última.',
  'people.review.pair': '¿Es «{left}» la misma persona que «{right}»?',
  'people.review.value': 'Valor',
  'people.mark.differs': 'difiere',
  'people.mark.same': 'coincide',
  'people.mark.alike': 'parecido',
  'people.review.alike': 'nombres parecidos al {share, number, share0}',
  'people.review.first': 'Las primeras {shown, number, integer} de {count, number, integer} parejas.',
  'people.review.said.same': 'Misma persona: {left} y {right}',
  'people.review.said.different': 'Dos personas: {left} y {right}',
  'people.reason.several': 'encaja con varias',
  'people.reason.contradiction': 'datos de dos personas',
  'people.reason.alike': 'parecida',
  'people.reason.chain': 'parte de una cadena larga',
  'people.reason.chance': 'puede ser azar',
  'people.reason.apart': 'uniría a dos que usted dijo que son dos',
  'people.reason.id-only': 'el identificador y nada más',

  'people.effect': 'Qué cambia',
  'people.effect.counting': 'Contando clientes antes y después',
  'people.effect.total':
    '{before, plural, one {# cliente} other {# clientes}} en todas las tablas de negocio {same, select, yes {siguen siendo los mismos.} other {pasan a ser {after, number, integer}.}}',
  'people.effect.people':
    '{records, plural, one {# registro} other {# registros}} en {tables, plural, one {una tabla} other {dos tablas}} {people, plural, one {es # persona} other {son # personas}}.',
  'people.effect.apart':
    '{count, plural, one {# identificador que está en las dos tablas es} other {# identificadores que están en las dos tablas son}} de dos personas: {count, plural, one {el} other {los}} de «{table}» {count, plural, one {lleva} other {llevan}} delante el nombre de la tabla.',
  'people.effect.notMatched':
    'Las parejas ya no están en este espacio de trabajo, como en uno que viene de un archivo. Busque de nuevo quién es quién para cambiar algo; lo que está en vigor sigue hasta que lo deshaga.',
  'people.effect.none':
    'Ninguna tabla de negocio tiene aún identificadores de clientes. Indique en la página «Correspondencias» qué quieren decir las columnas.',
  'people.effect.withoutIds':
    '{tables, plural, one {«{table}» no tiene} other {Ninguna de las tablas tiene}} columna de identificadores, así que ninguna tabla de negocio puede nombrar a estas personas: las respuestas no cambian. La tabla de coincidencias dice quién es quién.',
  'people.effect.table': 'Tabla de negocio',
  'people.effect.caption': 'Clientes antes y después de unir, por tabla de negocio',
  'people.effect.ids': 'Sus identificadores son de',
  'people.effect.idsOf': 'De qué tabla son los identificadores de «{table}»',
  'people.effect.nobodys': 'ninguna',
  'people.effect.known': '{share, number, share0} conocidos allí',
  'people.effect.before': 'Antes',
  'people.effect.after': 'Después',
  'people.effect.unsure': 'Las dos tablas conocen muchos de estos identificadores. Indique de cuál son.',
  'people.apply': 'Unirlas',
  'people.apply.again': 'Poner en vigor de nuevo',
  'people.apply.ahead': 'Se decidió algo más desde que se puso en vigor.',
  'people.applied': 'Unidas. Cada respuesta cuenta a estas personas una vez, y lo dice.',
  'people.applied.unchanged': 'La tabla de coincidencias está hecha; las respuestas no cambian.',
  'people.applied.notInForce':
    'Sin efecto: falta una tabla o no tiene identificadores, los identificadores de clientes de una tabla de negocio se leen ahora de otra columna o tabla, o ninguna tabla de negocio tiene identificadores que cambien. Aplíquelo de nuevo o deshágalo.',
  'people.undo': 'Deshacer la unión',
  'people.undone': 'Como estaba: no hay nadie unido.',
  'people.matches': 'Tabla de coincidencias',
  'people.matches.about':
    '«{table}» tiene una fila por pareja: identificadores, qué coincide y quién lo decidió. Se puede consultar en la página «SQL».',
  'people.matches.file': 'Guardar con hash de los identificadores',
  'people.matches.saved':
    'Guardado con hash de los identificadores. La sal no se guarda: dos archivos no se pueden cruzar por ellos.',
  'people.made': 'Hecha al unir personas de «{left}» y «{right}»; desaparece al deshacerlo.',
  'people.assumption':
    'Se unieron personas de {file}: {pairs, plural, one {# pareja} other {# parejas}} de «{table}» {pairs, plural, one {cuenta} other {cuentan}} cada una como un solo cliente.',

  'error.people-table': 'La tabla «{table}» no está.',
  'error.people-table.hint': 'Elija de nuevo las tablas: puede que tenga otro nombre o se haya quitado.',
  'error.people-setup': 'La columna «{column}» de la tabla «{table}» no está.',
  'error.people-setup.hint':
    'Elija de nuevo tablas y columnas: puede que la tabla tenga otro nombre o se haya leído otra vez.',
  'error.people-not-joined': 'No hay nadie unido.',
  'error.people-not-joined.hint': 'Las respuestas no han cambiado.',
  'error.people-not-matched': 'Las parejas ya no están.',
  'error.people-not-matched.hint':
    'Una tabla es otra desde que se encontraron. Busque de nuevo quién es quién; lo que decidió se conserva.',
  'error.people-too-many-decisions': 'No se pueden decidir una a una más de {most, number, integer} parejas.',
  'error.people-too-many-decisions.hint': 'Acepte en su lugar todas las de una fila.',
};
