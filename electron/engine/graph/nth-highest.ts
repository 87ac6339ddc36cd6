/** The n-th highest of the first `count` values, n from 1 to `count`; reorders them (quickselect, Hoare 1961, with the median of three as pivot). */
export function nthHighest(values: Float64Array, count: number, n: number): number {
  let low = 0;
  let high = count - 1;
  const sought = n - 1;
  while (low < high) {
    const pivot = medianOf(values[low] as number, values[(low + high) >> 1] as number, values[high] as number);
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) > pivot) left++;
      while ((values[right] as number) < pivot) right--;
      if (left > right) break;
      const value = values[left] as number;
      values[left++] = values[right] as number;
      values[right--] = value;
    }
    if (sought <= right) high = right;
    else if (sought >= left) low = left;
    else return values[sought] as number;
  }
  return values[sought] as number;
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
