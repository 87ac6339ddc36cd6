/** Characters that have a raised form, and those that have a lowered one. */
const SUPERSCRIPTS = scriptTable('0123456789+-=()abcdefghijklmnoprstuvwxyzαβγδθφχ−*′', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᶿᵠᵡ⁻*′');
const SUBSCRIPTS = scriptTable('0123456789+-=()aehijklmnoprstuvxβγρφχ−', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋');

function scriptTable(plain: string, changed: string): ReadonlyMap<string, string> {
  const scripts = Array.from(changed);
  return new Map(Array.from(plain, (character, index) => [character, scripts[index] ?? character]));
}

/** Raised (kind ^) or lowered (kind _) text where every character has such a form, else the fallback. */
export function script(kind: string, inner: string, fallback: string): string {
  const table = kind === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
  const characters = Array.from(inner.trim());
  return characters.length > 0 && characters.every((character) => table.has(character)) ? characters.map((character) => table.get(character)).join('') : fallback;
}
