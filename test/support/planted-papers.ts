import { seededRandom } from '../../electron/engine/random.ts';

const FIELDS = ['protein', 'galaxy', 'polymer', 'glacier', 'compiler', 'harvest'];
const PARTS = [
  ['folding', 'binding', 'docking', 'ligand'],
  ['dispersion', 'turbulence', 'vortex', 'viscosity'],
  ['lattice', 'symmetry', 'phonon', 'crystal'],
];
const THINGS = ['spectroscopy', 'tomography', 'calorimetry', 'microscopy'];
/** Part of the sentences that are about the part of the field, not the field as a whole. */
const OF_PART = 0.8;

/** Made-up papers as JSON Lines: six fields of three parts each, every part with concepts of its own. The same count gives the same text. */
export function plantedPapers(count: number): string {
  const random = seededRandom(7);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, (_, number) => {
    const field = FIELDS[number % FIELDS.length]!;
    const part = PARTS[Math.floor(number / FIELDS.length) % PARTS.length]!;
    const concept = () => (random() < OF_PART ? `${field} ${pick(part)}` : `${field} ${pick(THINGS)}`);
    const sentence = () => `We measure ${concept()} and ${concept()}, then compare both with ${concept()}.`;
    return JSON.stringify({ id: `p${String(number).padStart(4, '0')}`, title: `On ${concept()} and ${concept()}, study ${number}`, abstract: Array.from({ length: 6 }, sentence).join(' '), year: 2000 + (number % 20) });
  }).join('\n');
}
