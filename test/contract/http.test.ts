import { httpHost } from '../support/http-host.ts';
import { describeContract } from './suite.ts';

describeContract('HTTP', httpHost);
