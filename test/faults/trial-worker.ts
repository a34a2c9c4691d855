import 'reflect-metadata';
import { connectDatabase, JsonLog } from '#platform';
import { WorkerProcess } from '../../apps/worker/worker-process.js';
import type { TrialOptions } from './trial-bench.js';
import { trialHandlers, trialReactions } from './trial-jobs.js';

// A worker of the house with trial jobs, as a process that a test may kill: arguments are the database, the Redis or '-', and its options.
const [databaseUrl = '', redis = '-', options = '{}'] = process.argv.slice(2);
const { redispatchAfterMs = 120_000, tuning = {}, clockSkewMs = 0 } = JSON.parse(options) as TrialOptions;
const rightNow = Date.now;
Date.now = () => rightNow() + clockSkewMs;
const source = await connectDatabase({ url: databaseUrl, poolSize: 5, applicationName: 'trial-worker', entities: [] });
const worker = await WorkerProcess.start({
  databaseUrl,
  redisUrl: redis === '-' ? undefined : redis,
  source,
  log: new JsonLog({ level: 'info', application: 'trial-worker' }),
  reactions: trialReactions,
  providers: trialHandlers(source),
  relay: { redispatchAfterMs },
  tuning,
});
process.stdout.write('ready\n');
process.on('SIGTERM', () => {
  void worker.stop().then(() => source.destroy()).then(() => process.exit(0));
});
