import { dist, ensureBuilt, ensureInstalled, isNodeRecent } from './prepare.mjs';
import { serve } from './serve.mjs';

/*
 * npm run durability [-- <moments> [<seed>] [--power]]
 * Kills the browser at seeded moments of import, question, save, open and switch. With --power, what the system had not yet
 * been asked to bring to the disk is lost as well (Linux with gcc).
 */

if (!isNodeRecent() || !ensureInstalled() || !(await ensureBuilt())) process.exit(1);

const { killAtMoments, OPERATIONS } = await import('./kill-moments.mjs');
const { preparePowerCut } = await import('./power-cut.mjs');

const numbers = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
const [moments, seed] = [Number(numbers[0] ?? 50), Number(numbers[1] ?? 1)];
const power = process.argv.includes('--power') ? preparePowerCut() : undefined;
const kinds = Array.from({ length: moments }, (_, i) => OPERATIONS[i % OPERATIONS.length]);
const server = await serve(dist, {});
console.log(`${moments} kills, seed ${seed}${power ? ', with the power cut' : ''}`);
console.log('   # during     after ms  told  opens ms');
let count = 0;
try {
  const results = await killAtMoments({
    ...{ address: server.address, kinds, seed, power },
    onResult: ({ kind, delayMs, acknowledged, openedMs = 0, problems }) => {
      count += 1;
      const cells = [String(count).padStart(4), kind.padEnd(9), String(delayMs).padStart(9)];
      const rest = [acknowledged ? ' yes' : '  no', String(Math.round(openedMs)).padStart(9)];
      console.log([...cells, ...rest, problems.length === 0 ? ' ✓' : ` ✗ ${problems.join('; ')}`].join(' '));
    },
  });
  const bad = results.filter(({ problems }) => problems.length > 0).length;
  const told = results.filter(({ acknowledged }) => acknowledged).length;
  console.log(
    `${results.length} kills, ${told} of them after what was done had been acknowledged; ${bad} with something lost.`,
  );
  process.exitCode = bad === 0 && results.length === moments ? 0 : 1;
} finally {
  await server.close();
}
