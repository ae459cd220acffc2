/** Runs in the page before anything else: what the kills interrupt, and what is looked at afterwards. */
export function installKillPage() {
  function madeFile({ name, rows, seed }) {
    const lines = ['order_id,customer_id,ordered_at,amount'];
    for (let i = 0; i < rows; i += 1) {
      const day = new Date(Date.UTC(2024, 0, 1 + (i % 500))).toISOString().slice(0, 10);
      lines.push(`${i},c${i % 997},${day},${(i * 7919 + seed) % 100_003}`);
    }
    return new File([lines.join('\n')], `${name}.csv`);
  }

  async function bring(table) {
    const { refused } = await window.redito.import([madeFile(table)]);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  }

  const works = {
    import: ({ table }) => bring(table),
    question: () => window.redito.ask('overview'),
    save: () => window.redito.save(),
    open: () => window.redito.open(document.querySelector('#saved-by-test').files[0]),
    create: ({ name }) => window.redito.createWorkspace(name),
    switch: ({ to }) => window.redito.switchWorkspace(to),
  };

  window.durability = {
    /** Not waited for; what comes of it is told to `acknowledge`. */
    begin(kind, given) {
      works[kind](given).then(
        () => window.acknowledge('done'),
        (error) => window.acknowledge(`failed: ${error.code ?? ''} ${error.message}`),
      );
    },

    /** Every workspace with the contents of its tables. */
    async look() {
      const { redito } = window;
      const all = await redito.workspaces();
      const open = all.find((workspace) => workspace.open).id;
      const found = {};
      for (const { id } of all) {
        await redito.switchWorkspace(id);
        found[id] = {};
        for (const { name } of await redito.tables()) {
          const { rows } = await redito.query(
            `SELECT count(*) || ' rows, ids ' || sum(order_id) || ', amounts ' || sum(amount),
               CAST(bit_xor(hash(order_id, customer_id, ordered_at, amount)) AS VARCHAR) FROM raw."${name}"`,
          );
          found[id][name] = { content: rows[0][0], hash: rows[0][1] };
        }
      }
      await redito.switchWorkspace(open);
      return { found, open };
    },

    /** A workspace file of two tables, in base64; the tables stay. */
    async makeFile(tables) {
      for (const table of tables) await bring(table);
      const bytes = new Uint8Array(await (await window.redito.save()).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
  };
}
