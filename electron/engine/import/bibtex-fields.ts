/** Fields of an entry's body by name in lower case, as written within their braces or quotes; macros are already put in. */
export type BibtexFields = Map<string, string>;

/** What is wrong with an entry, for the report. */
export class BibtexProblem extends Error {}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The macros that every BibTeX style knows. */
export function standardMacros(): Map<string, string> {
  return new Map(MONTHS.map((month, index) => [month, String(index + 1)]));
}

/**
 * The fields of an entry's body (key and fields, without the outer braces) or of a @string's. The first field of a name counts.
 * Throws BibtexProblem where it can't be read.
 */
export function parseBibtexFields(body: string, macros: ReadonlyMap<string, string>): BibtexFields {
  const scanner = new FieldScanner(body, macros);
  const fields: BibtexFields = new Map();
  scanner.skipKey();
  for (let field = scanner.field(); field; field = scanner.field()) if (!fields.has(field.name)) fields.set(field.name, field.value);
  return fields;
}

class FieldScanner {
  readonly #body: string;
  readonly #macros: ReadonlyMap<string, string>;
  #at = 0;

  constructor(body: string, macros: ReadonlyMap<string, string>) {
    this.#body = body;
    this.#macros = macros;
  }

  skipKey(): void {
    this.#match(/[^,="{}]*(?:,|$)/y);
  }

  /** The next field; null at the end. A missing comma between fields is forgiven. */
  field(): { name: string; value: string } | null {
    this.#match(/[\s,]*/y);
    if (this.#at >= this.#body.length) return null;
    const name = this.#match(/([^\s=,{}"#][^=,{}"#\n]*?)\s*=\s*/y)?.[1];
    if (name === undefined) throw new BibtexProblem(`no field name and “=” before “${this.#nearby()}”`);
    return { name: name.toLowerCase(), value: this.#value() };
  }

  #value(): string {
    let value = this.#piece();
    while (this.#match(/\s*#\s*/y)) value += this.#piece();
    return value;
  }

  #piece(): string {
    const character = this.#body[this.#at];
    if (character === '{') return this.#enclosed('}');
    if (character === '"') return this.#enclosed('"');
    const word = this.#match(/[^\s,#{}"=]+/y)?.[0];
    if (word === undefined) {
      if (/[\s,]*$/y.test(this.#body.slice(this.#at)) || character === ',') return '';
      throw new BibtexProblem(`no value before “${this.#nearby()}”`);
    }
    return this.#macros.get(word.toLowerCase()) ?? word;
  }

  #enclosed(closing: string): string {
    const start = this.#at + 1;
    let depth = 0;
    for (let index = start; index < this.#body.length; index++) {
      const character = this.#body[index];
      if (character === '\\') index++;
      else if (character === closing && depth === 0) {
        this.#at = index + 1;
        return this.#body.slice(start, index);
      } else if (character === '{') depth++;
      else if (character === '}') depth--;
    }
    throw new BibtexProblem(`the value “${this.#nearby()}” never closes`);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#body);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  #nearby(): string {
    return this.#body.slice(this.#at, this.#at + 30).replace(/\s+/g, ' ').trim();
  }
}
