import fc from 'fast-check';

/**
 * A property that fails is simplified step by step, which can go on for days where two numbers depend on each other, and no
 * timeout of the runner stops code that never waits. After this time the failure found so far is told.
 */
fc.configureGlobal({ interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true });
