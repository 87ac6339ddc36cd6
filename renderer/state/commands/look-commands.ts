import { colourBy, toggleDensity } from '../look-actions.ts';
import { setLook } from '../view-store.ts';
import { command, hasMap } from './command.ts';

/** Commands on what colours, sizes and ground of the map tell. */
export const LOOK_COMMANDS = {
  'look.colourByTopic': command('Map', 'Colour by topic', [], hasMap, () => colourBy('topic')),
  'look.colourByYear': command('Map', 'Colour by year', [], hasMap, () => colourBy('year')),
  'look.colourByConcept': command('Map', 'Colour by concept', [], hasMap, () => colourBy('concept'), 'The selected concept, or one that you choose in the legend'),
  'look.colourByConfidence': command('Map', 'Colour by confidence', [], hasMap, () => colourBy('confidence'), 'How surely papers belong to their topic'),
  'look.colourBySource': command('Map', 'Colour by source file', [], hasMap, () => colourBy('source')),
  'look.colourByLinks': command('Map', 'Colour by number of links', [], hasMap, () => colourBy('degree')),
  'look.sizeByLinks': command('Map', 'Size papers by links', [], hasMap, () => setLook({ sizeBy: 'links' })),
  'look.sizeByConcepts': command('Map', 'Size papers by concepts', [], hasMap, () => setLook({ sizeBy: 'concepts' })),
  'look.sizeByCitations': command('Map', 'Size papers by citations', [], hasMap, () => setLook({ sizeBy: 'citations' })),
  'look.sizeSame': command('Map', 'Draw all papers the same size', [], hasMap, () => setLook({ sizeBy: 'same' })),
  'look.density': command('Map', 'Show density', ['d'], hasMap, toggleDensity, 'Where papers are many, in place of the areas of topics'),
};
