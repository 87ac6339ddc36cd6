/**
 * How many letters must be changed, added, left out or swapped with the next to make one word of the other (optimal string alignment, the
 * restricted form of Damerau 1964); `most` + 1 where it is more than that. With `asBeginning` what follows in `word` costs nothing.
 */
export function editDistance(typed: string, word: string, most: number, asBeginning: boolean): number {
  const tooFar = most + 1;
  if (typed.length - word.length > most || (!asBeginning && word.length - typed.length > most)) return tooFar;
  const width = Math.min(word.length, typed.length + most);
  let twoBefore: number[] = [];
  let before = Array.from({ length: width + 1 }, (_, place) => place);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    let least = row;
    for (let place = 1; place <= width; place++) {
      const same = typed[row - 1] === word[place - 1];
      let cost = Math.min((before[place] ?? 0) + 1, (current[place - 1] ?? 0) + 1, (before[place - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && place > 1 && typed[row - 1] === word[place - 2] && typed[row - 2] === word[place - 1]) cost = Math.min(cost, (twoBefore[place - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return tooFar;
    [twoBefore, before] = [before, current];
  }
  const distance = asBeginning ? Math.min(...before) : (before[width] ?? tooFar);
  return Math.min(distance, tooFar);
}
