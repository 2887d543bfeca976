import type { Finding } from '../finding.ts'
import type { Project } from '../project/project.ts'

/** The rules that came after some of the code, each with the list of what was built before it. */
export const ratchets = [
  'few-files',
  'deep',
  'file-circle',
  'hand-made-form',
  'piece-by-hand',
  'sole-user',
] as const
export type Ratchet = (typeof ratchets)[number]

export const listOf = (rule: Ratchet) => `tools/check-architecture/exceptions/${rule}.txt`

/**
 * Leaves out what is on the list of its rule. A list may only shrink: a line that is no longer an exception is a finding itself. A
 * developer mends new findings, or changes the rule for all with a decision record.
 */
export function withoutExceptions(project: Project, rule: Ratchet, findings: readonly Finding[]): Finding[] {
  const list = listOf(rule)
  const lines = project.isFile(list) ? project.text(list).split('\n') : []
  const listed = new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))
  const found = new Set(findings.map(({ file }) => file))
  return [
    ...findings.filter(({ file }) => !listed.has(file)),
    ...lines.flatMap((path, at) =>
      listed.has(path) && !found.has(path)
        ? [{ file: list, line: at + 1, rule, message: `${path} keeps to the rule now: take its line out` }]
        : [],
    ),
  ]
}
