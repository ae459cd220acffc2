/** The samples there are; the sizes are those of seed 1, rounded. */
export const sampleList = [{ id: 'online-shop', tables: 12, rows: 490_000 }] as const;
