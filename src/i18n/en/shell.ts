export const shell = {
  'app.name': 'Rédito',
} as const;
