import fc from 'fast-check';
import { runs } from './runs.ts';

/** Properties that name no number of runs of their own are asked for more by a soak too. */
fc.configureGlobal(runs(100));
