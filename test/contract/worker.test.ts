import { createWorkerClient } from '../../electron/hosts/worker/worker-client.ts';
import { engineHost } from '../support/engine-host.ts';
import { describeContract } from './suite.ts';

describeContract('a worker', (dataFolder) => Promise.resolve(engineHost(createWorkerClient({ dataFolder }))));
