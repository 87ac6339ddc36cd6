import { channelsOf, colourDistance, encoded, hexOf, linear } from './colour.ts';

/** Matrices on linear light for full dichromacy (Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency", severity 1.0). */
const MATRICES = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export const KINDS_OF_VISION = ['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof KINDS_OF_VISION)[number];

/** A colour as somebody with this vision sees it. */
export function seenWith(vision: Vision, hex: string): string {
  if (vision === 'full') return hex;
  const matrix = MATRICES[vision];
  const light = channelsOf(hex).map(linear);
  return hexOf([0, 1, 2].map((row) => encoded(Math.min(1, Math.max(0, light.reduce((sum, value, column) => sum + value * (matrix[3 * row + column] ?? 0), 0))))));
}

/** How different two colours look to whoever tells them apart worst, in OKLab: 0 for equal ones, 1 from black to white. */
export function leastDistance(first: string, second: string): number {
  return Math.min(...KINDS_OF_VISION.map((vision) => colourDistance(seenWith(vision, first), seenWith(vision, second))));
}
