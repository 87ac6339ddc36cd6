const NONE: never[] = [];
Object.freeze(NONE);

/** The one empty list that concepts share which have no aliases, joins or broader concepts, as most have. It cannot be added to. */
export function none<T>(): T[] {
  return NONE;
}
