import { writeFileSync } from 'node:fs';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { assetPath } from '../../electron/engine/assets.ts';
import { ENGLISH_WORDS } from '../../electron/engine/concepts/english-words.ts';
import { tokeniseText } from '../../electron/engine/concepts/tokens.ts';
import { Vocabulary } from '../../electron/engine/concepts/vocabulary.ts';
import { compareText } from '../../shared/text.ts';

const WORDS_AT_ONCE = 10_000;

const HEADER = `# English words, each with the part of speech that wink-nlp gives it by itself, from the lexicon of wink-eng-lite-web-model. Made by test/support/english-words.ts.
# Both are Copyright (c) GRAYPE Systems Private Limited, under the MIT licence: https://winkjs.org/wink-nlp/
`;

interface WinkModel {
  core(): { features: { lexeme: { list: string[] } } };
}

/** The engine's list of English words as it is to be in its assets: after two lines of comment a line for each part of speech, with its words in lower case. */
export function makeEnglishWords(): string {
  const lexemes = new Set((model as unknown as WinkModel).core().features.lexeme.list);
  const words = [...lexemes].filter((word) => word === word.toLowerCase() && isOneToken(word)).sort(compareText);
  const byTag = new Map<string, string[]>();
  for (const [place, tag] of tagsOf(words).entries()) {
    const tagged = byTag.get(tag) ?? [];
    tagged.push(words[place] as string);
    byTag.set(tag, tagged);
  }
  const lines = [...byTag].sort(([a], [b]) => compareText(a, b)).map(([tag, tagged]) => `${tag} ${tagged.join(' ')}\n`);
  return HEADER + lines.join('');
}

/** Whether the engine takes a word as one token. */
function isOneToken(word: string): boolean {
  const { word: numbers, start, end } = tokeniseText(word, new Vocabulary());
  return numbers.length === 1 && start[0] === 0 && end[0] === word.length;
}

/** The part of speech of each word by itself; of a word that wink-nlp splits (it's), that of its first part. */
function tagsOf(words: readonly string[]): string[] {
  const nlp = winkNLP(model, ['pos']);
  const tags: string[] = [];
  for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
    const tokens = nlp.readDoc(words.slice(from, from + WORDS_AT_ONCE).join('\n')).tokens();
    const values = tokens.out();
    // oxlint-disable-next-line typescript/unbound-method -- wink's helpers are plain functions
    const found = tokens.out(nlp.its.pos);
    for (const [place, tag] of found.entries()) if (values[place] !== '\n' && (place === 0 || values[place - 1] === '\n')) tags.push(tag);
  }
  return tags;
}

if (import.meta.main) writeFileSync(assetPath(ENGLISH_WORDS), makeEnglishWords());
