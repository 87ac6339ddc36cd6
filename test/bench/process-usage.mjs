import { readFileSync, writeFileSync } from 'node:fs';

/*
 * Loaded before the command line (node --import): on exit it writes what the process used to the file that CONCEPT_ATLAS_USAGE names.
 * Plain JavaScript, so that it adds nothing to the start that it measures.
 */

/** Peak memory of this program alone. On Linux the kernel's own figure, since maxRSS may still count the process that started it. */
function peakMegabytes() {
  try {
    const peakKilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peakKilobytes) return Number(peakKilobytes) / 1024;
  } catch {
    // not Linux
  }
  return process.resourceUsage().maxRSS / 1024;
}

process.on('exit', () => {
  const file = process.env['CONCEPT_ATLAS_USAGE'];
  if (!file) return;
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(file, JSON.stringify({ userSeconds: userCPUTime / 1e6, systemSeconds: systemCPUTime / 1e6, peakMegabytes: peakMegabytes() }));
});
