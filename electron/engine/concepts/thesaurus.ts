import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AtlasError } from '../../../shared/failures.ts';
import { compareText } from '../../../shared/text.ts';
import { assetPath } from '../assets.ts';

/** One concept of a thesaurus. */
export interface ThesaurusEntry {
  /** The identifier it has in its file. */
  id: string;
  label: string;
  /** Alternative and hidden labels. */
  aliases: string[];
  /** Labels that stand for other concepts too: used only where a paper itself defines them. */
  ambiguous: string[];
  /** Identifiers of broader and related concepts of the same thesaurus. */
  broader: string[];
  related: string[];
}

/** Concepts with their wordings, sorted by identifier. */
export interface Thesaurus {
  name: string;
  entries: ThesaurusEntry[];
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Node = Record<string, Json>;

const BUILT_IN = 'machine-learning.jsonld';

let builtIn: Thesaurus | null = null;

/** The thesaurus of machine learning that ships with the engine. */
export function loadBuiltInThesaurus(): Thesaurus {
  builtIn ??= parseThesaurusJsonLd(readFileSync(assetPath(BUILT_IN), 'utf8'), BUILT_IN);
  return builtIn;
}

/**
 * The thesauri of the given files, which are SKOS JSON-LD.
 * @throws AtlasError import.missing where a file cannot be read, import.format where it is no thesaurus.
 */
export async function loadThesauri(paths: readonly string[]): Promise<Thesaurus[]> {
  const thesauri: Thesaurus[] = [];
  for (const path of paths) thesauri.push(parseThesaurusJsonLd(await readThesaurusFile(path), basename(path)));
  return thesauri;
}

async function readThesaurusFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AtlasError('import.missing', { file: basename(path), problem: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Reads a thesaurus written in SKOS JSON-LD: an object with "@graph", an array of nodes, or one node.
 * Keys may be prefixed (skos:prefLabel) or full addresses, labels plain strings or language-tagged values, of which English ones are taken where there are any.
 * Labels under a key that ends in "ambiguous" or "ambiguousLabel" are kept apart.
 * @throws AtlasError import.format where the text is no JSON, holds no concept, or a concept lacks a label.
 */
export function parseThesaurusJsonLd(text: string, name: string): Thesaurus {
  const nodes = nodesOf(parseJson(text, name), name);
  const entries = new Map<string, ThesaurusEntry>();
  for (const [position, node] of nodes.entries()) {
    if (!isConcept(node)) continue;
    const entry = entryOf(node, position, name);
    if (entries.has(entry.id)) throw notAThesaurus(name, `two concepts have the identifier “${entry.id}”`);
    entries.set(entry.id, entry);
  }
  if (entries.size === 0) throw notAThesaurus(name, 'it holds no concept with a preferred label (skos:prefLabel)');
  return { name, entries: [...entries.values()].sort((a, b) => compareText(a.id, b.id)) };
}

function notAThesaurus(name: string, problem: string): AtlasError {
  return new AtlasError('import.format', { file: name, format: 'a SKOS thesaurus (JSON-LD)', problem });
}

function parseJson(text: string, name: string): Json {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch (error) {
    throw notAThesaurus(name, error instanceof Error ? error.message : String(error));
  }
}

function isObject(value: Json | undefined): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nodesOf(document: Json, name: string): Node[] {
  const listed = Array.isArray(document) ? document : isObject(document) && Array.isArray(document['@graph']) ? document['@graph'] : [document];
  if (!listed.every(isObject)) throw notAThesaurus(name, 'an object, or an array of objects, was expected');
  return listed;
}

/** The values under a key, whatever its prefix: prefLabel, skos:prefLabel, http://www.w3.org/2004/02/skos/core#prefLabel. */
function valuesOf(node: Node, ...names: string[]): Json[] {
  const values: Json[] = [];
  for (const [key, value] of Object.entries(node)) {
    const local = /[^#/:@]+$/.exec(key)?.[0] ?? key;
    if (names.includes(local)) values.push(...(Array.isArray(value) ? value : [value]));
  }
  return values;
}

function isConcept(node: Node): boolean {
  const types = valuesOf(node, 'type');
  if (types.length === 0) return valuesOf(node, 'prefLabel').length > 0;
  return types.some((type) => typeof type === 'string' && /(?:^|[#/:])Concept$/.test(type));
}

/** Labels in English or without a language; all, where neither exists. Language maps ({"en": …}) are read as well. */
function labelsOf(node: Node, ...names: string[]): string[] {
  const tagged = valuesOf(node, ...names).flatMap(taggedLabels);
  const english = tagged.filter(({ language }) => language === '' || /^en\b/i.test(language));
  return (english.length > 0 ? english : tagged).map(({ label }) => label.trim()).filter((label) => label !== '');
}

function taggedLabels(value: Json): { label: string; language: string }[] {
  if (typeof value === 'string') return [{ label: value, language: '' }];
  if (!isObject(value)) return [];
  const label = value['@value'];
  if (typeof label === 'string') return [{ label, language: typeof value['@language'] === 'string' ? value['@language'] : '' }];
  return Object.entries(value).flatMap(([language, labels]) =>
    (Array.isArray(labels) ? labels : [labels]).flatMap((entry) => (typeof entry === 'string' ? [{ label: entry, language }] : [])),
  );
}

function referencesOf(node: Node, name: string): string[] {
  return valuesOf(node, name).flatMap((value) => {
    if (typeof value === 'string') return [value];
    const id = isObject(value) ? (value['@id'] ?? value['id']) : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

function entryOf(node: Node, position: number, name: string): ThesaurusEntry {
  const [id] = valuesOf(node, 'id');
  const [label, ...otherLabels] = labelsOf(node, 'prefLabel');
  const which = typeof id === 'string' ? `concept “${id}”` : `concept ${position + 1}`;
  if (label === undefined) throw notAThesaurus(name, `${which} has no preferred label (skos:prefLabel)`);
  return {
    id: typeof id === 'string' ? id : label,
    label,
    aliases: [...otherLabels, ...labelsOf(node, 'altLabel', 'hiddenLabel')],
    ambiguous: labelsOf(node, 'ambiguous', 'ambiguousLabel'),
    broader: referencesOf(node, 'broader'),
    related: referencesOf(node, 'related'),
  };
}
