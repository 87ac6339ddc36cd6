import { registerHooks } from 'node:module';

/* For `node --import`: the built main process then gets the double where it imports "electron". */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    return { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true };
  },
});
