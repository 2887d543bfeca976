/** One thing that `doctor` has looked at. */
export interface Finding {
  subject: string
  says: string
  /** What to do when something is wrong; null when nothing is. */
  remedy: string | null
}

/** A line per finding, in columns; what is wrong is followed by what to do. */
export function findingLines(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ subject }) => subject.length))
  return findings
    .map(({ subject, says, remedy }) => {
      const line = `${remedy === null ? 'ok   ' : 'wrong'}  ${subject.padEnd(width)}  ${says}\n`
      return remedy === null ? line : `${line}${' '.repeat(width + 9)}→ ${remedy}\n`
    })
    .join('')
}

/** Sizes as people read them: 1 MB = 1,000,000 bytes. */
export function bytesInWords(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`
  return `${Math.round(bytes / 1e6)} MB`
}
