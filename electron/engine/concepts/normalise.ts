/** Words that end in s and are no plurals; and plurals that mean another thing than their singular. */
const NO_PLURALS = new Set(
  `always across analysis axis apparatus atlas basis bias bus campus canvas chaos chassis consensus corpus cosmos crisis diabetes emphasis ethos focus gas
  genus glass hypothesis iris kudos lens less locus mars means news nexus oasis physics plus pus radius rhesus series species status stimulus synopsis synthesis
  thesis this thus us versus virus walrus yes statistics ethics economics mathematics dynamics logistics mechanics genetics genomics robotics semantics
  linguistics graphics optics acoustics kinetics kinematics aesthetics analytics informatics bioinformatics cybernetics electronics photonics
  ergonomics phonetics pragmatics proteomics metabolomics transcriptomics haptics hydraulics thermodynamics electrodynamics aerodynamics hydrodynamics
  politics`.split(/\s+/),
);

const IRREGULAR_PLURALS = new Map(
  Object.entries({
    matrices: 'matrix', vertices: 'vertex', indices: 'index', appendices: 'appendix', simplices: 'simplex', vortices: 'vortex', codices: 'codex',
    analyses: 'analysis', hypotheses: 'hypothesis', theses: 'thesis', syntheses: 'synthesis', crises: 'crisis', bases: 'base', axes: 'axis', diagnoses: 'diagnosis',
    prognoses: 'prognosis', metastases: 'metastasis', parentheses: 'parenthesis', criteria: 'criterion', phenomena: 'phenomenon', automata: 'automaton',
    polyhedra: 'polyhedron', spectra: 'spectrum', strata: 'stratum', errata: 'erratum', quanta: 'quantum', bacteria: 'bacterium', maxima: 'maximum', minima: 'minimum',
    optima: 'optimum', extrema: 'extremum', equilibria: 'equilibrium', corpora: 'corpus', genera: 'genus', stimuli: 'stimulus', nuclei: 'nucleus', radii: 'radius',
    loci: 'locus', foci: 'focus', fungi: 'fungus', neuroses: 'neurosis', children: 'child', women: 'woman', men: 'man', people: 'person', mice: 'mouse', feet: 'foot', teeth: 'tooth',
    lives: 'life', halves: 'half', leaves: 'leaf', knives: 'knife', wolves: 'wolf', shelves: 'shelf', selves: 'self', wives: 'wife', biases: 'bias', lenses: 'lens', buses: 'bus',
    gases: 'gas', viruses: 'virus', corpuses: 'corpus', campuses: 'campus', quizzes: 'quiz', movies: 'movie', cookies: 'cookie', calories: 'calorie', ties: 'tie', lies: 'lie',
    zombies: 'zombie', caches: 'cache', headaches: 'headache', niches: 'niche', axioms: 'axiom', formulae: 'formula', larvae: 'larva', antennae: 'antenna',
  }),
);

/** The singular of an English noun in lower case; the word itself where it is none or not known to be a plural. */
export function singular(word: string): string {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith('s') || NO_PLURALS.has(word)) return word;
  if (/(?:ss|us|is|ous)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]oes$/.test(word) && !/(?:shoes|toes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Words in -ise, -ising … that no American writes with z. */
const NEVER_Z = /^(?:adv|apprai|ari|chast|circumc|compr|comprom|concise|counterf|dem|dev|disgu|exc|exerc|expert|franch|improv|inc|mort|no|paradi|poi|prai|prec|prem|pra|promi|rai|rev|ri|superv|surm|surpr|telev|treat|unsuperv|self|semi|w|likew|otherw|bru|cru|mo|tele|upra|enterpr|expertise|noi|denoi|hypothe)/;

const BRITISH_WORDS = new Map(
  Object.entries({
    grey: 'gray', programme: 'program', programmes: 'programs', artefact: 'artifact', centre: 'center', centred: 'centered', fibre: 'fiber', metre: 'meter', litre: 'liter', theatre: 'theater',
    calibre: 'caliber', catalogue: 'catalog', analogue: 'analog', dialogue: 'dialog', modelling: 'modeling', modelled: 'modeled', labelling: 'labeling', labelled: 'labeled',
    unlabelled: 'unlabeled', travelling: 'traveling', traveller: 'traveler', signalling: 'signaling', channelling: 'channeling', cancelled: 'canceled', cancelling: 'canceling', fuelled: 'fueled',
    levelling: 'leveling', tunnelling: 'tunneling', totalling: 'totaling', defence: 'defense', offence: 'offense', licence: 'license', behaviour: 'behavior', behavioural: 'behavioral',
    colour: 'color', colouring: 'coloring', coloured: 'colored', neighbour: 'neighbor', neighbouring: 'neighboring', neighbourhood: 'neighborhood', favour: 'favor', flavour: 'flavor', honour: 'honor',
    humour: 'humor', labour: 'labor', vapour: 'vapor', tumour: 'tumor', harbour: 'harbor', rumour: 'rumor', odour: 'odor', armour: 'armor', vigour: 'vigor', haemoglobin: 'hemoglobin',
    anaemia: 'anemia', leukaemia: 'leukemia', paediatric: 'pediatric', orthopaedic: 'orthopedic', oestrogen: 'estrogen', foetal: 'fetal', foetus: 'fetus', oesophageal: 'esophageal',
    aluminium: 'aluminum', sulphur: 'sulfur', sulphate: 'sulfate', mould: 'mold', plough: 'plow', tyre: 'tire', aeroplane: 'airplane', ageing: 'aging', judgement: 'judgment',
    acknowledgement: 'acknowledgment', enrol: 'enroll', fulfil: 'fulfill', skilful: 'skillful', sceptic: 'skeptic', manoeuvre: 'maneuver', optimiser: 'optimizer', tokeniser: 'tokenizer',
    organiser: 'organizer', summariser: 'summarizer', stabiliser: 'stabilizer', equaliser: 'equalizer', analyse: 'analyze', analysed: 'analyzed', analysing: 'analyzing', catalyse: 'catalyze',
    paralyse: 'paralyze', ionisation: 'ionization',
  }),
);

const Z_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/([a-z]{3,})isation(al)?$/, '$1ization$2'],
  [/([a-z]{3,})is(ed|ing|er|able)$/, '$1iz$2'],
  [/([a-z]{4,})ise$/, '$1ize'],
];

/** The American spelling of an English word in lower case; the word itself where both are spelt alike. */
export function american(word: string): string {
  const known = BRITISH_WORDS.get(word);
  if (known !== undefined) return known;
  if (!word.includes('is') || word.length < 7) return word;
  for (const [ending, replacement] of Z_ENDINGS) {
    const match = ending.exec(word);
    if (!match) continue;
    if (!word.includes('isation') && NEVER_Z.test(word)) return word;
    return word.replace(ending, replacement);
  }
  return word;
}

const PLAIN_WORD = /^[A-Z]?[a-z]+$/;

/** True for a word written with capitals inside or in capitals throughout: an acronym or a name such as LoRA, GPTQ, ImageNet. */
export function isAcronymShaped(word: string): boolean {
  return !PLAIN_WORD.test(word) && /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\p{Lu}\d|\d\p{Lu}/u.test(word);
}

/** An acronym without its plural s or possessive: LLMs → LLM, CNN's → CNN. */
export function singularAcronym(word: string): string {
  const bare = word.replace(/['’]s$/, '');
  return /\p{Lu}[\p{Lu}\p{Ll}\d]*\p{Lu}s$|^\p{Lu}{2,}s$|\p{Lu}\p{Ll}*\p{Lu}s$/u.test(bare) ? bare.slice(0, -1) : bare;
}

/** What all inflections and spellings of an ordinary word have in common, in lower case. */
export function normalWord(word: string): string {
  return american(singular(word.toLowerCase().replace(/['’]s?$/, '')));
}
