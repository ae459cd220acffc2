import type { errors as english } from '../en/errors.ts';

export const errors: Record<keyof typeof english, string> = {
  'error.cancelled': 'Cancelado.',
  'error.cancelled.hint': 'No ha cambiado nada. Puede empezar de nuevo cuando quiera.',
  'error.unexpected': 'Ha fallado algo que no debía fallar: {reason}',
  'error.unexpected.hint': 'El espacio de trabajo sigue como estaba. Inténtelo de nuevo; si se repite, recargue la pestaña.',
  'error.parameter-unknown': 'No existe el parámetro «{parameter}».',
  'error.parameter-unknown.hint': 'Los parámetros son: {known}.',
  'error.parameter-invalid': 'El parámetro «{parameter}» no puede ser «{value}».',
  'error.parameter-invalid.hint': 'Admite: {expected}.',
};
