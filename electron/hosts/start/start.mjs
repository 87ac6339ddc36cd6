/* Plain JavaScript, so that a Node too old to run TypeScript can still say what is wrong. */
const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < NEEDED) {
  process.stderr.write(`Concept Atlas needs Node ${NEEDED}, which “npm ci” puts beside it, but this is Node ${process.versions.node}: run “npm ci && npm start”.\n`);
  process.exit(1);
}
await import('./start.ts');
