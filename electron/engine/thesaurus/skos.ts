import type { Quad, Term } from '@rdfjs/types';
import type { SkippedRecord } from '../../../shared/paper.ts';
import { compareText } from '../../../shared/text.ts';
import type { DraftConcept } from './draft.ts';
import { cleanLabel } from './label-key.ts';

export type QuadSink = (quad: Quad) => void;

export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const SKOS_XL = 'http://www.w3.org/2008/05/skos-xl#';
/** A label that stands for other concepts too; of this program's own vocabulary. */
export const AMBIGUOUS_LABEL = 'urn:concept-atlas:vocabulary#ambiguousLabel';

/** A label of no concept, however often papers mention it; of this program's own vocabulary. */
export const IGNORED_LABEL = 'urn:concept-atlas:vocabulary#ignoredLabel';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const RDFS_LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
const LITERAL_FORM = `${SKOS_XL}literalForm`;

interface TaggedLabel {
  text: string;
  /** Lower case; empty where there is none. */
  language: string;
}

type LabelKind = 'preferred' | 'other' | 'ambiguous' | 'plain';

/** What is said of one resource. */
interface Resource {
  types: Set<string>;
  labels: Record<LabelKind, TaggedLabel[]>;
  /** Resources of SKOS-XL whose literal forms are labels of this one. */
  labelResources: { kind: LabelKind; id: string }[];
  literalForms: TaggedLabel[];
  broader: Set<string>;
  related: Set<string>;
}

const LABEL_KINDS: ReadonlyMap<string, LabelKind> = new Map([
  [`${SKOS}prefLabel`, 'preferred'],
  [`${SKOS}altLabel`, 'other'],
  [`${SKOS}hiddenLabel`, 'other'],
  [`${SKOS_XL}prefLabel`, 'preferred'],
  [`${SKOS_XL}altLabel`, 'other'],
  [`${SKOS_XL}hiddenLabel`, 'other'],
  [AMBIGUOUS_LABEL, 'ambiguous'],
  [RDFS_LABEL, 'plain'],
]);

/** Concepts without labels whose place is looked up in the text. */
const MOST_PLACES = 200;

/** Gathers a SKOS thesaurus from the statements of an RDF document, in whatever order and syntax they come. */
export class SkosReader {
  readonly #baseIRI: string;
  readonly #resources = new Map<string, Resource>();
  readonly #ignored = new Set<string>();

  constructor(baseIRI: string) {
    this.#baseIRI = baseIRI;
  }

  /** Takes in one statement. */
  add({ subject, predicate, object }: Quad): void {
    const kind = LABEL_KINDS.get(predicate.value);
    if (kind !== undefined) this.#addLabel(subject, kind, object);
    else if (predicate.value === IGNORED_LABEL) this.#ignored.add(cleanLabel(object.value));
    else if (predicate.value === LITERAL_FORM) this.#addLiteralForm(subject, object);
    else if (predicate.value === RDF_TYPE) this.#resource(subject).types.add(object.value);
    else if (predicate.value === `${SKOS}broader`) this.#resource(subject).broader.add(this.#idOf(object));
    else if (predicate.value === `${SKOS}narrower`) this.#resource(object).broader.add(this.#idOf(subject));
    else if (predicate.value === `${SKOS}related`) this.#resource(subject).related.add(this.#idOf(object));
  }

  /**
   * The concepts, in the order in which they were met. Labels in English or without a language are taken; where a concept has none,
   * those of the language that most concepts have. A concept without any label is skipped; `text` is where its line is looked for.
   * Besides, the labels that are said to be of no concept.
   */
  finish(text: string): { concepts: DraftConcept[]; ignored: string[]; skipped: SkippedRecord[] } {
    const concepts: DraftConcept[] = [];
    const skipped: SkippedRecord[] = [];
    const rank = this.#languageRanks();
    for (const [id, resource] of this.#resources) {
      if (!isConcept(resource)) continue;
      const draft = this.#draftOf(id, resource, rank);
      if (draft) concepts.push(draft);
      else skipped.push({ line: skipped.length < MOST_PLACES ? lineOf(text, id) : 1, reason: `concept “${id}” has no preferred label (skos:prefLabel)` });
    }
    return { concepts, ignored: [...this.#ignored], skipped };
  }

  #addLabel(subject: Term, kind: LabelKind, object: Term): void {
    const resource = this.#resource(subject);
    if (object.termType === 'Literal') resource.labels[kind].push({ text: object.value, language: object.language.toLowerCase() });
    else resource.labelResources.push({ kind, id: this.#idOf(object) });
  }

  #addLiteralForm(subject: Term, object: Term): void {
    if (object.termType === 'Literal') this.#resource(subject).literalForms.push({ text: object.value, language: object.language.toLowerCase() });
  }

  #idOf(term: Term): string {
    if (term.termType === 'BlankNode') return `_:${term.value}`;
    return term.value.startsWith(this.#baseIRI) ? term.value.slice(this.#baseIRI.length) : term.value;
  }

  #resource(term: Term): Resource {
    const id = this.#idOf(term);
    const known = this.#resources.get(id);
    if (known) return known;
    const added: Resource = { types: new Set(), labels: { preferred: [], other: [], ambiguous: [], plain: [] }, labelResources: [], literalForms: [], broader: new Set(), related: new Set() };
    this.#resources.set(id, added);
    return added;
  }

  #labels(resource: Resource, kind: LabelKind): TaggedLabel[] {
    const referred = resource.labelResources.filter((label) => label.kind === kind).flatMap(({ id }) => this.#resources.get(id)?.literalForms ?? []);
    return [...resource.labels[kind], ...referred];
  }

  /** How much a language is wanted, 0 first: English or none, then by the number of concepts with a preferred label in it. */
  #languageRanks(): (language: string) => number {
    const counts = new Map<string, number>();
    for (const resource of this.#resources.values()) {
      for (const { language } of this.#labels(resource, 'preferred')) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
    const order = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || compareText(a, b));
    return (language) => (language === '' || /^en\b/.test(language) ? 0 : 1 + (order.indexOf(language) + 1 || order.length + 1));
  }

  #draftOf(id: string, resource: Resource, rank: (language: string) => number): DraftConcept | null {
    const [preferred = [], plain = [], others = [], ambiguous = []] = (['preferred', 'plain', 'other', 'ambiguous'] as const).map((kind) => wanted(this.#labels(resource, kind), rank));
    const [label, ...more] = preferred.length > 0 ? preferred : plain;
    if (label === undefined) return null;
    return { id, line: null, label, aliases: [...more, ...others], ambiguous, broader: [...resource.broader], related: [...resource.related] };
  }
}

function isConcept({ types, labels, labelResources }: Resource): boolean {
  if (types.has(`${SKOS}Concept`)) return true;
  const isOther = types.has(`${SKOS}ConceptScheme`) || types.has(`${SKOS}Collection`) || types.has(`${SKOS}OrderedCollection`);
  return !isOther && (labels.preferred.length > 0 || labelResources.length > 0);
}

/** The labels in the most wanted language, each once. */
function wanted(labels: readonly TaggedLabel[], rank: (language: string) => number): string[] {
  const best = Math.min(...labels.map(({ language }) => rank(language)));
  const texts = labels.filter(({ language }) => rank(language) === best).map(({ text }) => cleanLabel(text));
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** The first line that names a resource, by its whole address or the end of it. */
function lineOf(text: string, id: string): number {
  const whole = text.indexOf(id);
  const [ending = id] = /[^/#:]+$/.exec(id) ?? [];
  const place = whole >= 0 ? whole : text.indexOf(ending);
  return place < 0 ? 1 : text.slice(0, place).split('\n').length;
}
