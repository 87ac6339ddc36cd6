import { unpackText, type PackedTexts } from '../parallel/packed-texts.ts';
import type { RowRange, Task } from '../parallel/task.ts';
import { findDefinitions, type AcronymDefinition } from './acronyms.ts';
import { isShouted, TokenWriter, type TokenTable } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

/** A definition of an acronym in a field, which is numbered as the rows of TokenTable.fields are. */
export interface FieldDefinition extends AcronymDefinition {
  field: number;
}

/** What some fields hold: their words numbered among `words` alone, `fields` from 0, and the acronyms that they define. */
export interface TextsRead extends TokenTable {
  words: string[];
  definitions: FieldDefinition[];
}

const TOKENS_OF_A_FIELD = 60;

/** Reads ranges of texts, each the text of one field: its words and its definitions of acronyms. Texts in capitals are taken as lower case. */
export const readTextsTask: Task<PackedTexts, RowRange, TextsRead> = {
  name: 'concepts.readTexts',
  prepare: (texts) => ([from, to]) => {
    const vocabulary = new Vocabulary();
    const writer = new TokenWriter(vocabulary, (to - from) * TOKENS_OF_A_FIELD);
    const definitions: FieldDefinition[] = [];
    for (let field = from; field < to; field++) {
      const text = unpackText(texts, field);
      writer.read(text, isShouted(text));
      writer.endField();
      for (const definition of findDefinitions(text)) definitions.push({ field, ...definition });
    }
    return { ...writer.table(), words: vocabulary.words, definitions };
  },
};
