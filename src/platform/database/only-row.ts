/** The row of a statement that always answers one, such as a count. Throws if there is none, or more. */
export function onlyRow<T>(rows: readonly T[]): T {
  const [row, ...others] = rows
  if (row === undefined || others.length > 0)
    throw new Error(`A statement that answers one row answered ${rows.length}`)
  return row
}
