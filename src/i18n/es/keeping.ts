import type { keeping as english } from '../en/keeping.ts';

export const keeping: Record<keyof typeof english, string> = {
  'phase.saving': 'Escribiendo el espacio de trabajo',
  'phase.checking': 'Comprobando el archivo',
  'phase.restoring': 'Leyendo el espacio de trabajo',
  'keeping.workspaces': 'Espacios de trabajo',
  'keeping.workspaces.about':
    'Cada uno tiene sus tablas, sus correspondencias, sus ajustes y su informe. Todos se quedan en este navegador; dos pestañas pueden tener abiertos dos de ellos.',
  'keeping.unnamed': 'Espacio {number}',
  'keeping.open-one': 'abierto aquí',
  'keeping.switch': 'Abrir',
  'keeping.switch.named': 'Abrir el espacio de trabajo «{name}»',
  'keeping.switched': 'Ahora está abierto «{name}».',
  'keeping.rename.named': 'Cambiar el nombre del espacio de trabajo «{name}»',
  'keeping.rename.title': 'Cambiar el nombre del espacio de trabajo',
  'keeping.name': 'Nombre',
  'keeping.name.help': 'Una etiqueta para las personas, de hasta 200 caracteres.',
  'keeping.rename.save': 'Cambiar el nombre',
  'keeping.new': 'Nuevo espacio de trabajo',
  'keeping.new.title': 'Nuevo espacio de trabajo',
  'keeping.new.save': 'Crearlo y abrirlo',
  'keeping.delete.named': 'Eliminar el espacio de trabajo «{name}»',
  'keeping.delete.title': '¿Eliminar «{name}»?',
  'keeping.delete.what':
    'Se eliminarán de este navegador todas sus tablas, sus correspondencias, sus ajustes y su informe. Los demás espacios de trabajo y los archivos originales no se tocan. No se puede deshacer.',
  'keeping.delete.confirm': 'Eliminarlo',
  'keeping.deleted': 'Se ha eliminado «{name}».',
  'keeping.others': 'Otros espacios de trabajo',
  'keeping.memory':
    'Esta ventana no permite guardar nada: hay un solo espacio de trabajo y desaparece al cerrar la pestaña.',
  'keeping.file': 'Como archivo',
  'keeping.file.about':
    'Un archivo con todo lo que contiene el espacio de trabajo abierto: para conservarlo o abrirlo en otro navegador. Contiene los datos; nada en él está cifrado.',
  'keeping.file.save': 'Guardar como archivo',
  'keeping.file.open': 'Abrir un archivo',
  'keeping.file.saving': 'Guardando el espacio de trabajo como archivo',
  'keeping.file.opening': 'Abriendo {file}',
  'keeping.file.saved': 'Se ha guardado {file}.',
  'keeping.file.ask': '¿Abrir {file}?',
  'keeping.file.ask.what':
    'Ocupa el lugar de lo que contiene este espacio de trabajo: {count, plural, one {# tabla} other {# tablas}}, correspondencias, ajustes e informe. Se puede deshacer hasta cerrar la pestaña.',
  'keeping.file.ask.confirm': 'Abrirlo',
  'keeping.file.ask.keep': 'Dejarlo todo como está',
  'keeping.file.opened': '{file} está abierto.',
  'keeping.file.undone': 'Lo que había antes está de vuelta.',
  'keeping.persist.label': 'Conservar el espacio de trabajo',
  'keeping.persist.why':
    'Cuando se le llena el disco, este navegador puede borrar lo que hay guardado aquí. Se le puede pedir que no lo haga: entonces el espacio de trabajo solo desaparece si usted lo elimina.',
  'keeping.persist.ask': 'Pedir al navegador que lo conserve',
  'keeping.persist.no': 'Ahora no',
  'keeping.persist.kept': 'El navegador conserva el espacio de trabajo, también cuando se le llena el disco.',
  'keeping.persist.not-kept':
    'El navegador no lo ha prometido. Guarde de vez en cuando el espacio de trabajo como archivo.',
  'elsewhere.look': 'Ver una copia',
  'read-only.label': 'Copia de solo lectura',
  'read-only.what':
    'Este es el espacio de trabajo tal como estaba a las {time}. Funcionan todas las preguntas y páginas; los cambios se hacen en la pestaña que lo tiene.',
  'error.read-only': 'Es una copia de solo lectura: no se puede cambiar nada en ella.',
  'error.read-only.hint': 'Haga el cambio en la pestaña que tiene el espacio de trabajo, o elija «Usarlo aquí».',
  'error.engine-died': 'La base de datos se ha detenido de forma inesperada; se ha vuelto a iniciar.',
  'error.engine-died.hint':
    'Lo guardado sigue ahí. Inténtelo de nuevo; si se repite, pida menos de una vez o cierre otras pestañas.',
  'palette.workspaces': 'Espacios de trabajo',
  'error.workspace-file': '{file} es un espacio de trabajo guardado como archivo.',
  'error.workspace-file.hint': 'Para abrirlo, suéltelo solo o elija «Abrir un archivo» en la página «Ajustes».',
  'error.workspace-file-foreign': 'El archivo no es un espacio de trabajo de Rédito.',
  'error.workspace-file-foreign.hint':
    'Elija un archivo guardado aquí; su nombre termina en .redito. No se ha cambiado nada.',
  'error.workspace-file-broken': 'El archivo del espacio de trabajo está dañado: algo en él no está como se guardó.',
  'error.workspace-file-broken.hint': 'Cópielo de nuevo desde su origen. No se ha cambiado nada.',
  'error.workspace-file-newer':
    'El archivo del espacio de trabajo tiene el formato {version, number, integer}; esta versión de Rédito conoce hasta el {known, number, integer}.',
  'error.workspace-file-newer.hint':
    'Recargue la pestaña para obtener la última versión y ábralo de nuevo. No se ha cambiado nada.',
  'error.workspace-unsavable':
    '{what, select, table {La tabla «{table}» no se puede escribir en un archivo: su nombre o el tipo de una de sus columnas no se podría volver a leer.} other {El espacio de trabajo no se puede escribir en un archivo: algo de lo que contiene no se podría volver a leer.}} No se ha escrito nada.',
  'error.workspace-unsavable.hint':
    '{what, select, table {Ponga otro nombre a la tabla o quítela y guarde de nuevo.} other {Quite tablas que pueda volver a traer y guárdelo después.}}',
  'error.workspace-too-large': 'El espacio de trabajo no cabe en un solo archivo: más de 4 GB.',
  'error.workspace-too-large.hint': 'Quite tablas que pueda volver a traer y guárdelo después.',
  'error.packer-failed': 'No se ha podido escribir el archivo.',
  'error.packer-failed.hint':
    'Cierre otras pestañas para liberar memoria e inténtelo de nuevo. El espacio de trabajo está como estaba.',
  'error.workspace-unknown': 'Ese espacio de trabajo ya no existe.',
  'error.workspace-unknown.hint': 'Se eliminó en otra pestaña. Elija uno de la lista.',
  'error.workspace-last': 'El último espacio de trabajo no se puede eliminar.',
  'error.workspace-last.hint': 'Cree otro antes, o elija «Olvidarlo todo».',
  'error.workspaces-in-memory': 'Esta ventana no puede guardar varios espacios de trabajo.',
  'error.workspaces-in-memory.hint': 'Abra Rédito en una ventana normal de un navegador actual.',
};
