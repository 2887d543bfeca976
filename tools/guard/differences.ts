import { diffArrays } from 'diff'
import type { Answer } from './answers.ts'

const mostLines = 12

/** The answers that have changed, each with the first lines that differ. */
export function differences(
  before: readonly Answer[],
  after: readonly Answer[],
): { name: string; lines: string[] }[] {
  const now = new Map(after.map((answer) => [answer.name, answer]))
  return before.flatMap((answer) => {
    const other = now.get(answer.name)
    if (!other) return [{ name: answer.name, lines: ['is not asked for any more'] }]
    if (other.status !== answer.status)
      return [{ name: answer.name, lines: [`${answer.status} → ${other.status}`] }]
    if (other.lines.join('\n') === answer.lines.join('\n')) return []
    const lines = diffArrays(answer.lines, other.lines).flatMap(({ added, removed, value }) =>
      added || removed ? value.map((line) => `${added ? '+' : '-'} ${line.slice(0, 300)}`) : [],
    )
    return [{ name: answer.name, lines: lines.slice(0, mostLines) }]
  })
}
