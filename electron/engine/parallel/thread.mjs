import { enableCompileCache } from 'node:module';

// Plain JavaScript, so that a start whose code is in the cache needs no type stripper
enableCompileCache();
await import('./thread.ts');
