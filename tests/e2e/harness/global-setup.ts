import { ensureBuilt } from '../../run/prepare.mjs';

export default async function setup(): Promise<void> {
  if (!(await ensureBuilt())) throw new Error('the build failed; see above');
}
