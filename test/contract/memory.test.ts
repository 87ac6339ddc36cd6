import { createMemoryClient } from '../../electron/engine/memory-client.ts';
import { engineHost } from '../support/engine-host.ts';
import { describeContract } from './suite.ts';

describeContract('memory', (dataFolder) => Promise.resolve(engineHost(createMemoryClient({ dataFolder }))));
