process.chdir('/work/wt/keeping');
const { serve } = await import('/work/wt/keeping/tests/run/serve.mjs');
const { killAtMoments, OPERATIONS } = await import('/work/wt/keeping/tests/run/kill-moments.mjs');
const { preparePowerCut } = await import('/work/wt/keeping/tests/run/power-cut.mjs');
const server = await serve('/tmp/dist-keeping', {});
for (const [moments, seed, powered] of [
  [10, 3, true],
  [50, 1, false],
]) {
  const kinds = Array.from({ length: moments }, (_, i) => OPERATIONS[i % OPERATIONS.length]);
  const base = powered ? preparePowerCut() : undefined;
  const power = base && { ...base, cut: (p) => console.log('cut', base.cut(p)) };
  let n = 0;
  try {
    await killAtMoments({
      address: server.address,
      kinds,
      seed,
      power,
      onResult: (r) =>
        console.log(
          powered ? 'POWER' : 'KILL',
          ++n,
          r.kind,
          r.delayMs,
          r.acknowledged,
          Math.round(r.openedMs),
          r.problems.join('; ') || 'ok',
        ),
    });
  } catch (e) {
    console.log('ERROR', e);
  }
}
await server.close();
