/** Words in names of bodies, which have no family name. */
const BODY = /\b(?:and|of|for|the|universit\w*|institut\w*|organi[sz]ation|collaboration|consortium|group|team|committee|association|society|foundation|project|network|agency|department|council|laborator(?:y|ies)|cent(?:er|re)|initiative|inc|ltd)\b|&/i;
/** A name that ends in initials begins with the family name already: "Smith J", "Lee A. B.". */
const ENDS_IN_INITIALS = /\s\p{Lu}\p{M}*(?:\.|[\p{Lu}.-]*)$/u;
const LATIN_NAME = /^[\p{Script=Latin}\p{M}'’.\s-]+$/u;

/** Whether a name is that of a body rather than of a person. */
export function isBody(name: string): boolean {
  return BODY.test(name);
}

/** A person's name with the family name first, "Lee, Ann", where it is clear which that is: bodies, names with initials last and those in other scripts stay. */
export function familyFirst(name: string): string {
  const parts = name.split(' ');
  const isPlain = parts.length > 1 && LATIN_NAME.test(name) && !isBody(name) && !ENDS_IN_INITIALS.test(name);
  return isPlain ? `${parts.at(-1) ?? ''}, ${parts.slice(0, -1).join(' ')}` : name;
}
