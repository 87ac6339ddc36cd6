import { describe, expect, test } from 'vitest';
import { conceptById, conceptsIn, conceptsOf, labelsIn, paper } from './papers.ts';

const trial = paper(
  'Early beta-blocker therapy after acute myocardial infarction: a randomized controlled trial',
  'Background: Beta-blockers are recommended after acute myocardial infarction, but the evidence in patients with preserved ejection fraction is weak. Methods: We conducted a randomized controlled trial in 45 centers. Patients were assigned to metoprolol or placebo. The primary outcome was death from any cause. Results: Among 5,020 patients, the primary outcome occurred in 7.9% (hazard ratio, 0.96; 95% CI, 0.79 to 1.16). Conclusions: Early beta-blocker therapy did not lower the risk of death.',
);
const cohort = paper(
  'Statins and the risk of new-onset diabetes in heart failure',
  'We examined whether statin therapy increases the risk of diabetes in patients with heart failure. In this cohort study of adults, statin users had a higher incidence of diabetes. Insulin resistance may mediate the association. Patients with heart failure and reduced ejection fraction were at the highest risk.',
);
const tort = paper(
  'Duty of care and pure economic loss in negligence',
  'This article examines the duty of care in the tort of negligence for pure economic loss. Courts have been reluctant to impose liability for pure economic loss. We argue that the floodgates argument is overstated in light of corrective justice.',
);
const vehicles = paper(
  'Liability for autonomous vehicles: product liability or negligence?',
  'Autonomous vehicles raise the question of who is liable when software fails. Under strict product liability, the manufacturer is liable regardless of fault. In contrast, negligence requires a breach of the duty of care. We propose a regime with mandatory insurance.',
);
const graphene = paper(
  'Superconductivity in twisted bilayer graphene near the magic angle',
  'We report transport measurements of twisted bilayer graphene near the magic angle. At half filling of the flat bands, correlated insulating states appear, and superconductivity emerges upon electrostatic doping. The flat bands have strong electron correlations.',
);
const found = conceptsOf([trial, cohort, tort, vehicles, graphene]);

describe('papers of other fields, without a thesaurus', () => {
  test.each([
    [trial.title, ['acute myocardial infarction', 'early beta-blocker therapy', 'randomized controlled trial']],
    [cohort.title, ['heart failure', 'statins', 'new-onset diabetes']],
    [tort.title, ['negligence', 'pure economic loss', 'duty of care']],
    [vehicles.title, ['negligence', 'autonomous vehicles', 'product liability']],
    [graphene.title, ['twisted bilayer graphene', 'magic angle', 'superconductivity', 'flat bands']],
  ])('%s: its foremost concepts are those of its field', (title, expected) => {
    expect(labelsIn(found, title).slice(0, 7)).toEqual(expect.arrayContaining(expected));
  });

  test('a term of two papers joins them: duty of care, negligence', () => {
    expect(conceptById(found, 'duty-of-care').papers).toBe(2);
    expect(conceptById(found, 'negligence').papers).toBe(2);
  });

  test('what every abstract says is no concept', () => {
    const labels = found.index.concepts.map(({ label }) => label.toLowerCase());
    for (const word of ['patients', 'risk', 'results', 'background', 'primary outcome', 'article', 'question', 'light', 'study', 'adults', 'cause', 'evidence', 'conclusions', 'half', 'care', 'duty']) expect(labels).not.toContain(word);
  });
});

describe('generic words', () => {
  test('a broad word is no concept by itself, but in a term, or where a paper gives it as a keyword', () => {
    const abstract = 'The distribution of weights matters for generation and optimization. We study updates and layers. The weight distribution is normal.';
    const plain = conceptsOf([paper('A', abstract)], { builtInThesaurus: true });
    expect(labelsIn(plain, 'A')).toContain('weight distribution');
    for (const word of ['distribution', 'generation', 'optimization', 'updates', 'layers']) expect(labelsIn(plain, 'A')).not.toContain(word);
    expect(labelsIn(conceptsOf([paper('A', abstract, { keywords: ['optimization'] })]), 'A')).toContain('optimization');
  });

  test('an adjective of degree and a vacuous noun say nothing: large datasets, complex tasks', () => {
    expect(labelsIn(conceptsOf([paper('A', 'We need large datasets, small models, complex tasks and large-scale datasets of protein structures.')]), 'A')).toEqual(['protein structures']);
  });

  test('"quantization schemes" is quantization where that stands by itself', () => {
    const labels = labelsIn(conceptsOf([paper('A', 'Quantization is lossy. We test quantization.'), paper('B', 'We list quantization schemes.')]), 'B');
    expect(labels).toEqual(['quantization']);
  });

  test('a generic modifier begins a term that recurs with it: general relativity', () => {
    const physics = conceptsOf([paper('A', 'We test general relativity. General relativity holds.'), paper('B', 'Beyond general relativity there is torsion.')]);
    expect(conceptById(physics, 'general-relativity').papers).toBe(2);
    expect(labelsIn(conceptsOf([paper('C', 'We give a general criterion for hyperbolic groups and a simple hyperbolic group.')]), 'C')).not.toContain('simple hyperbolic group');
  });

  test('a gerund that governs its object is no part of a term, one that modifies it is', () => {
    const labels = labelsIn(conceptsOf([paper('A', 'Methods for detecting rare diseases are few. We track the moving object and a moving object.')]), 'A');
    expect(labels).toEqual(expect.arrayContaining(['rare diseases', 'moving object']));
    expect(labels).not.toContain('detecting rare diseases');
  });
});

describe('values', () => {
  test('a value is a probability that does not depend on what else the paper has', () => {
    const filler = 'Quick foxes jump over lazy dogs.';
    const found = conceptsOf([paper('A', 'We study flux pinning. Flux pinning is strong.'), paper('B', `We study vortex glass. Vortex glass is strong. ${filler}`)]);
    const valueOf = (title: string, label: string): number => {
      const row = found.papers.findIndex((source) => source.title === title);
      const { offsets, values } = found.index.paperConcepts;
      return values[(offsets[row] as number) + conceptsIn(found, title).findIndex((concept) => concept.label === label)] as number;
    };
    expect(valueOf('A', 'flux pinning')).toBeGreaterThan(0);
    expect(valueOf('A', 'flux pinning')).toBeLessThan(1);
    expect(valueOf('B', 'vortex glass')).toBeCloseTo(valueOf('A', 'flux pinning'), 1);
  });
});
