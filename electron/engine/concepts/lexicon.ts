import { tagWords } from './english-words.ts';
import { isOtherScript, tellsOtherLanguage } from './other-languages.ts';

/** Parts of speech as noun phrases need them. A word's own class is given here; its class in a sentence follows from its neighbours. */
export const WORD_CLASS = {
  other: 0,
  noun: 1,
  adjective: 2,
  verb: 3,
  gerund: 4,
  participle: 5,
  adverb: 6,
  number: 7,
  determiner: 8,
  preposition: 9,
  /** What a verb follows: pronouns, modals, "to". */
  verbLeader: 10,
  auxiliary: 11,
  conjunction: 12,
  /** "capture", "map": what it is, its neighbours tell. */
  verbOrNoun: 13,
  /** Function words of other languages. */
  otherLanguage: 14,
  /** Words in other scripts. */
  otherScript: 15,
} as const;

export type WordClass = (typeof WORD_CLASS)[keyof typeof WORD_CLASS];

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Words in -ing that name things in every field, however seldom a collection shows it. */
export const NOUNS_IN_ING: ReadonlySet<string> = new Set(words(`
  accounting ageing aging averaging bagging banking bargaining bending blending boosting bootstrapping broadcasting caching clustering coding computing cooling
  counseling counting coupling crowdsourcing cutting damping deblurring debugging decoding dehazing demosaicing denoising downsampling drawing drifting drilling
  driving editing embedding encoding engineering farming filtering financing finetuning fishing flooding forecasting forgetting funding gaming grounding handwriting
  hashing hearing heating housing imaging indexing inpainting labeling labelling layering learning lighting loading machining manufacturing mapping marketing masking
  matching merging mining mixing modeling modelling monitoring morphing multitasking networking nursing ordering outpainting outsourcing overfitting oversampling
  oversmoothing packing padding painting parsing planning pooling pretraining pricing processing profiling programming prompting pruning publishing purchasing
  quantizing ranking reading reasoning rendering retraining reweighting rounding routing sampling scaling scheduling screening segmenting sensing sequencing sharing
  signaling smoothing spacing spelling splitting stacking staining steering switching tagging teaching testing thinking thresholding timing tracking trading training
  tuning underfitting understanding unlearning upsampling voting warming watermarking wearing weighting welding wiring writing
`));

/** Words in -ing that are no form of a verb. */
const NO_GERUNDS: ReadonlySet<string> = new Set(words(`
  thing anything something everything nothing string substring superstring bowstring spring offspring hamstring wing ring king evening morning ceiling sibling earring
  lightning pudding sterling viking herring sling swing sing ping ding bing ming ting underling yearling hireling seedling fledgling darling gosling starling
`));

/** Where the lexicon's first choice is not what abstracts mean by the word. */
const OVERRIDES = new Map<string, WordClass>([
  ...words(`show demonstrate propose introduce outperform addresses achieve achieves present presents consider considers provide provides enable enables
    require requires allow allows remain remains investigate investigates examine explores explore describe describes discuss discusses evaluate evaluates
    leverage leverages utilize utilizes improve improves reduce reduces increases become becomes exhibit exhibits suggest suggests offers
    yields leads exist exists occur occurs depend depends rely relies involve involves contain contains consist consists aim aims help helps make makes take takes
    give gives find finds reveal reveals argue argues claims highlight highlights reports prove proves analyze analyzes analyse analyses compare compares
    apply applies adopt adopts employ employs incorporate incorporates tackle tackles solve solves overcome overcomes generalize generalizes perform performs obtain obtains
    develop develops derive derives establish establishes extend extends facilitate facilitates mitigate mitigates alleviate alleviates preserve preserves
    captures learn learns trains identify identifies predict predicts generate generates produce produces create creates avoid avoids ensure ensures
    maintain maintains enhance enhances validate validates verify verifies explain explains understand understands know knows seek seeks see sees say says looks seem seems tend
    conduct conducts carry carries plays pose poses suffer suffers fail fails hinder hinders limits vary varies differ differs cope
    let lets keep keeps holds want wants needs bring brings get gets begin begins covers serve serves focuses deal deals
    impose imposes include includes causes insert inserts infer infers remain encourage encourages discover discovers argue
    combine combines align aligns extract extracts encode encodes exploit exploits interact interacts render renders augment augments decouple decouples expose exposes
    enlarge enlarges disentangle disentangles prune prunes afford affords initiate initiates communicate communicates instantiate instantiates counteract counteracts
    backpropagate backpropagates surpass surpasses exceed exceeds underscore underscores showcase showcases unveil unveils delve delves endeavor instead`).map((word) => [word, WORD_CLASS.verb] as const),
  ...words('tune form limit cause report focus capture address increase yield claim offer lead train cover hold play need look').map((word) => [word, WORD_CLASS.verbOrNoun] as const),
  ...[...NOUNS_IN_ING].map((word) => [word, WORD_CLASS.gerund] as const),
  ...words(`rank prompt prompts bound bounds transfer attack mesh clip attribute attributes map maps block blocks ai mean means thought thoughts
    metric metrics token tokens objective objectives representative subject kernel dynamic dynamics heuristic heuristics adversary derivative derivatives
    chatbot dialogue benchmark benchmarks dataset datasets web internet`).map((word) => [word, WORD_CLASS.noun] as const),
  ...words(`deep convolutional variational adversarial multimodal multilingual spatio temporal spatiotemporal equivariant posterior semi multi sub non pre post inter intra
    cross zero-shot few-shot anti quasi pseudo meta auto bi uni tri hyper ultra micro macro nano self co re`).map((word) => [word, WORD_CLASS.adjective] as const),
  ...words(`given learned learnt known hidden driven chosen drawn built shown taken made seen written spoken broken frozen woven born sought found held lost fed shared
    distributed pretrained finetuned trained`).map((word) => [word, WORD_CLASS.participle] as const),
  ...words('using leveraging including improving achieving requiring enabling allowing making providing showing demonstrating resulting leading focusing utilizing exploiting incorporating introducing proposing addressing considering according regarding concerning following depending containing consisting comprising ranging belonging existing').map((word) => [word, WORD_CLASS.verb] as const),
  ...words('to we they i you he she it who which that can could may might must shall should will would cannot let us thereby not never').map((word) => [word, WORD_CLASS.verbLeader] as const),
  ...words('however moreover furthermore thus hence therefore e.g i.e etc et al ie eg cf vs there then than e g i.e. e.g. well such as etc. s t').map((word) => [word, WORD_CLASS.other] as const),
  ...words('our their its his her my your these those this each every all any some no another').map((word) => [word, WORD_CLASS.determiner] as const),
  ...words('via per versus upon amid amidst').map((word) => [word, WORD_CLASS.preposition] as const),
]);

const CLASS_OF_TAG: Readonly<Record<string, WordClass>> = {
  NOUN: WORD_CLASS.noun,
  PROPN: WORD_CLASS.noun,
  ADJ: WORD_CLASS.adjective,
  VERB: WORD_CLASS.verb,
  ADV: WORD_CLASS.adverb,
  NUM: WORD_CLASS.number,
  DET: WORD_CLASS.determiner,
  ADP: WORD_CLASS.preposition,
  PRON: WORD_CLASS.verbLeader,
  PART: WORD_CLASS.verbLeader,
  AUX: WORD_CLASS.auxiliary,
  CCONJ: WORD_CLASS.conjunction,
  SCONJ: WORD_CLASS.preposition,
};

export interface Lexicon {
  /** WORD_CLASS of each word. */
  wordClass: Uint8Array;
  /** 1 for words of the English lexicon; names mostly are not. */
  known: Uint8Array;
}

/** The class that each word has by itself: by the English lexicon, with our corrections for what abstracts mean. Words are given in lower case. */
export function lookUpWords(lowerWords: readonly string[]): Lexicon {
  const { tags, known } = tagWords(lowerWords);
  return { wordClass: Uint8Array.from(lowerWords, (word, place) => classOfWord(word, tags[place] as string)), known };
}

/** Endings that only adjectives have, whatever the tagger says of a word that stands alone; and the nouns among them. */
const ADJECTIVE_SHAPE = /(?:[a-z]{3}ful|[a-z]{3}ous|[a-z]{3}less|[a-z]{3}ible|[a-z]{3}able)$/;
const NOUN_IN_ADJECTIVE_SHAPE = /^(?:.*(?:variable|table|cable|observable|deliverable|wearable|consumable|vegetable|constable|syllable)|handful|spoonful|mouthful|crucible|unless)$/;

function classOfWord(word: string, tag: string): WordClass {
  const override = OVERRIDES.get(word);
  if (override !== undefined) return override;
  if (tellsOtherLanguage(word)) return WORD_CLASS.otherLanguage;
  if (isOtherScript(word)) return WORD_CLASS.otherScript;
  if (/^[\d.,]+[bkmx]?$/.test(word)) return WORD_CLASS.number;
  if (/^[a-z](?:\.[a-z])+\.?$/.test(word)) return WORD_CLASS.other;
  if (tag === 'NUM' && /[a-z]/.test(word) && /\d/.test(word)) return WORD_CLASS.noun;
  const known = CLASS_OF_TAG[tag] ?? WORD_CLASS.other;
  if (known === WORD_CLASS.noun && ADJECTIVE_SHAPE.test(word) && !NOUN_IN_ADJECTIVE_SHAPE.test(word)) return WORD_CLASS.adjective;
  if (known === WORD_CLASS.noun && /[a-z]{4}(?:ize|izes|ify|ifies)$/.test(word)) return WORD_CLASS.verbOrNoun;
  if (known === WORD_CLASS.other && word.length < 2) return WORD_CLASS.other;
  if ((known === WORD_CLASS.verb || known === WORD_CLASS.noun) && word.endsWith('ing') && !NO_GERUNDS.has(word)) return WORD_CLASS.gerund;
  if (known === WORD_CLASS.verb && word.endsWith('ed')) return WORD_CLASS.participle;
  if (known === WORD_CLASS.verb) return WORD_CLASS.verbOrNoun;
  if (known === WORD_CLASS.noun && /(?:ized|ated|ified|ained|uned|ssed|cted)$/.test(word)) return WORD_CLASS.participle;
  if (known === WORD_CLASS.noun && /(?:ally|ively|ously|ently|antly)$/.test(word)) return WORD_CLASS.adverb;
  return known;
}
