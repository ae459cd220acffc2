/** `error.<code>` says what happened and to what; `error.<code>.hint` what to do. */
export const errors = {
  'error.cancelled': 'Cancelled.',
  'error.cancelled.hint': 'Nothing was changed. Start again when you like.',
  'error.unexpected': 'Something failed that should not have: {reason}',
  'error.unexpected.hint': 'The workspace is as it was. Try again; if it happens again, reload the tab.',
  'error.parameter-unknown': 'There is no parameter “{parameter}”.',
  'error.parameter-unknown.hint': 'The parameters are: {known}.',
  'error.parameter-invalid': 'The parameter “{parameter}” cannot be “{value}”.',
  'error.parameter-invalid.hint': 'It takes: {expected}.',
} as const;
