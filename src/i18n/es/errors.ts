import type { errors as english } from '../en/errors.ts';

export const errors: Record<keyof typeof english, string> = {
  'error.cancelled': 'Cancelado.',
  'error.cancelled.hint': 'No ha cambiado nada. Puede empezar de nuevo cuando quiera.',
  'error.unexpected': 'Ha fallado algo que no debía fallar: {reason}',
  'error.unexpected.hint':
    'El espacio de trabajo sigue como estaba. Inténtelo de nuevo; si se repite, recargue la pestaña.',
  'error.parameter-unknown': 'No existe el parámetro «{parameter}».',
  'error.parameter-unknown.hint': 'Los parámetros son: {known}.',
  'error.parameter-invalid': 'El parámetro «{parameter}» no puede ser «{value}».',
  'error.parameter-invalid.hint': 'Admite: {expected}.',
  'error.table-unknown': 'No existe la tabla «{table}».',
  'error.table-unknown.hint': 'Consulte su nombre en la lista de tablas.',
  'error.table-name-taken': 'Ya hay una tabla «{table}».',
  'error.table-name-taken.hint': 'Elija otro nombre.',
  'error.table-name-invalid': 'Una tabla no puede llamarse «{table}».',
  'error.table-name-invalid.hint':
    'Use letras, cifras y _, 128 como máximo; _bin_, _coming_, _preview_ y _sample_ dan comienzo a nombres propios del espacio de trabajo.',
  'error.table-changed': '«{table}» es otra desde entonces, así que no se ha hecho nada.',
  'error.table-changed.hint': 'Compruébela y repita la operación.',
  'error.undo-gone': 'Esto ya no se puede deshacer.',
  'error.undo-gone.hint': 'Vuelva a traer el archivo.',
  'error.query-failed': 'No se ha podido ejecutar la consulta: {reason}',
  'error.query-failed.hint': 'Corríjala y ejecútela de nuevo.',
  'error.query-several': 'Se ha dado más de una instrucción.',
  'error.query-several.hint': 'Ejecútelas una tras otra. Un PIVOT necesita la lista de sus valores: ON … IN (…).',
  'error.query-reaches-out': '{what} lee un archivo, una dirección o un ajuste.',
  'error.query-reaches-out.hint':
    'Una consulta lee las tablas de este espacio de trabajo y nada más. Importe antes el archivo.',
  'error.query-internal': '{table} es donde el espacio de trabajo lleva sus propios registros.',
  'error.query-internal.hint': 'Sus tablas están en la página «Tablas»; las vistas de negocio empiezan por business.',
  'error.query-makes-table': 'Esto crearía la tabla «{table}».',
  'error.query-makes-table.hint': 'Ejecútelo en la página de SQL, que pregunta antes.',
  'error.query-writes': 'Esta consulta cambiaría el espacio de trabajo.',
  'error.query-writes.hint':
    'Aquí las consultas solo leen. Para guardar un resultado, escriba CREATE TABLE nombre AS y la consulta: se le preguntará antes. Las tablas se renombran y se quitan en la página «Tablas».',
  'error.query-goes-on': 'Esta consulta no se puede detener.',
  'error.query-goes-on.hint':
    'Esta ventana no guarda nada, así que el espacio de trabajo se perdería con su base de datos. Espere a que la consulta termine, o recargue la pestaña y vuelva a traer los archivos.',
  'error.disk-full': 'No queda sitio en este disco para el espacio de trabajo.',
  'error.disk-full.hint':
    'Libere espacio en el disco, o elimine las tablas que ya no necesite y recargue la página. Lo que se guardó sigue ahí.',
  'error.workspace-broken':
    'La base de datos tuvo que detenerse; lo más frecuente es que el disco o la memoria estén llenos.',
  'error.workspace-broken.hint':
    'Lo que se guardó sigue ahí. Libere espacio y vuelva a intentarlo; si no funciona, recargue la página.',
  'error.engine-failed': 'No se pudo iniciar el motor de la base de datos.',
  'error.engine-failed.hint':
    'Recargue la página, una vez con red si este navegador no había estado aquí. Sus datos no se han tocado.',
  'error.out-of-memory': 'La memoria del navegador no ha bastado.',
  'error.out-of-memory.hint':
    'Acote el periodo o los clientes, o cierre otras pestañas. El espacio de trabajo sigue como estaba.',
  'error.open-elsewhere': 'El espacio de trabajo está abierto en otra pestaña.',
  'error.open-elsewhere.hint': 'Cierre esa pestaña o tome el espacio de trabajo desde aquí.',
  'error.storage-unreadable': 'No se ha podido abrir el espacio de trabajo guardado.',
  'error.storage-unreadable.hint':
    'Recargue la pestaña. Si se repite, olvídelo todo y vuelva a traer los archivos; estos no se tocan.',
  'error.workspace-closed': 'El espacio de trabajo no está abierto.',
  'error.workspace-closed.hint': 'Espere a que se abra o recargue la página; si lo tiene otra pestaña, tómelo de ella.',
  'error.worker-failed': 'La parte que calcula se ha detenido de forma inesperada; se ha vuelto a iniciar.',
  'error.worker-failed.hint':
    'Lo guardado sigue ahí. Inténtelo de nuevo; si se repite, cierre otras pestañas para liberar memoria.',
  'error.question-unknown': 'No existe la pregunta «{question}».',
  'error.question-unknown.hint': 'Las preguntas son: {known}.',
  'error.baseline-refused': 'No se puede congelar la línea base de {from} a {to}: {reason}',
  'error.baseline-refused.hint': 'Elegir un intervalo en el que haya compras.',
  'error.sample-unknown': 'No existe la muestra «{sample}».',
  'error.sample-unknown.hint': 'Las muestras son: {known}.',
  'error.no-sample': 'No hay ninguna muestra abierta.',
  'error.no-sample.hint': 'Abrir una en la página «Datos».',
};
