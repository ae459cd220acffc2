import { expose } from 'comlink';
import packageJson from '../../package.json' with { type: 'json' };
import { tellRequests } from '../core/thread-requests.ts';
import { live } from '../core/worker-life.ts';
import type { Progress } from '../core/progress.ts';
import type { RequestName, Requests, WorkbenchService } from './contract.ts';
import { Jobs } from './jobs.ts';
import { createOperations } from './operations.ts';

tellRequests('workbench');

const clock = (): number => performance.now();
const jobs = new Jobs(clock);
const operations = createOperations({
  clock,
  today: () => new Date().toISOString(),
  versions: { redito: packageJson.version },
  endOtherJobs: (job) => jobs.endOthers(job),
});

const service: WorkbenchService = {
  call: <K extends RequestName>(
    job: number,
    name: K,
    parameters: Parameters<Requests[K]>,
    onProgress?: (progress: Progress) => void,
  ) =>
    jobs.run(
      job,
      (running) => operations[name](running, ...parameters),
      (progress) => onProgress?.(progress),
    ),
  cancel: (job) => jobs.cancel(job),
};

expose(service);
live();
