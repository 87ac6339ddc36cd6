import { enableCompileCache } from 'node:module';

// Plain JavaScript, so that a start whose code is in the cache, its types stripped already, needs no type stripper
enableCompileCache();
await import('./main.ts');
