/** Whether two values of plain JSON are the same, whatever the order of keys. Quick where they share parts. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, place) => isSameValue(item, other[place]));
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSameValue((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}

/** Records with ids, those that are the same in an earlier list replaced by the earlier ones; the earlier list itself where all are. */
export function sharedRecords<T extends { id: string }>(before: readonly T[] | undefined, records: T[]): T[] {
  if (!before) return records;
  const byId = new Map(before.map((record) => [record.id, record]));
  const shared = records.map((record, place) => {
    const known = before[place]?.id === record.id ? before[place] : byId.get(record.id);
    return known && isSameValue(known, record) ? known : record;
  });
  return shared.length === before.length && shared.every((record, place) => record === before[place]) ? (before as T[]) : shared;
}
