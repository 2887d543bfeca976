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
 * Leaves out what is on the list of its rule. A list may only shrink: a line that is no longer an exception is a finding itself, and so is
 * one without a reason. A developer mends new findings, or changes the rule for all with a decision record.
 *
 * A list begins with a comment that says what it holds. Then come blocks between empty lines: a comment with the reason, and beneath it the
 * paths that it holds for.
 */
export function withoutExceptions(project: Project, rule: Ratchet, findings: readonly Finding[]): Finding[] {
  const list = listOf(rule)
  const lines = project.isFile(list) ? project.text(list).split('\n') : []
  const listed = new Set(lines.filter(isPath))
  const found = new Set(findings.map(({ file }) => file))
  return [
    ...findings.filter(({ file }) => !listed.has(file)),
    ...lines.flatMap((path, at) =>
      listed.has(path) && !found.has(path)
        ? [{ file: list, line: at + 1, rule, message: `${path} keeps to the rule now: take its line out` }]
        : [],
    ),
    ...withoutReason(lines).map((line) => ({
      file: list,
      line,
      rule,
      message: 'say above it why it is one',
    })),
  ]
}

const isPath = (line: string) => line !== '' && !line.startsWith('#')

/** The numbers of the lines, from 1, that name a path in a block without a comment. */
function withoutReason(lines: readonly string[]): number[] {
  let hasReason = false
  return lines.flatMap((line, at) => {
    if (line === '') hasReason = false
    // The comment of the list itself is followed by an empty line.
    if (line.startsWith('#')) hasReason = true
    return isPath(line) && !hasReason ? [at + 1] : []
  })
}
