/** Something a check refuses. `file` is relative to the project's root; `line` counts from 1. */
export interface Finding {
  file: string
  line: number
  rule: string
  message: string
}

/** One line, in the form that editors and terminals make clickable. */
export function findingLine({ file, line, rule, message }: Finding): string {
  return `${file}:${line} ${rule}: ${message}`
}

/** Ends a check that runs alone: prints what it found and leaves 1 as the exit code when there is anything. */
export function conclude(name: string, findings: readonly Finding[]): void {
  for (const finding of findings) console.log(findingLine(finding))
  console.error(findings.length === 0 ? `${name}: nothing to say` : `${name}: ${findings.length} found`)
  if (findings.length > 0) process.exitCode = 1
}
