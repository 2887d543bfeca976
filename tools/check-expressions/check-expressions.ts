import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { checkSync } from 'recheck'
import { conclude, type Finding } from '../finding.ts'
import type { Project } from '../project/project.ts'
import { readProject } from '../project/read-project.ts'
import { boundOf } from './bounds.ts'
import { type Expression, listExpressions } from './expressions.ts'

/** `bounded` may take the square of a length, or nothing better could be proven of it in the time there is. */
export type Verdict = 'safe' | 'bounded' | 'exponential'

export const verdictsFile = 'tools/check-expressions/verdicts.txt'

/**
 * Refuses regular expressions that take twice as long for each sign more, and those that take the square where nothing bounds what they
 * read. Only new and changed ones are judged: the verdicts on the others are kept. Having read none is a finding.
 */
export function checkExpressions(project: Project, judge: Judge = judged): Finding[] {
  const expressions = listExpressions(project)
  if (expressions.length === 0)
    return [{ file: 'src', line: 1, rule: 'nothing-read', message: 'no regular expression was read' }]
  const kept = readVerdicts(project)
  const unknown = expressions.filter((each) => !kept.has(keyOf(each)))
  // So that the check stays quick: a developer who adds more of them at once records them.
  const late = unknown.slice(mostAtOnce)
  return [
    ...expressions.flatMap((each) =>
      findingOf(each, kept.get(keyOf(each)) ?? (late.includes(each) ? 'safe' : judge(each))),
    ),
    ...late.slice(0, 1).map(({ file, line }) => ({
      file,
      line,
      rule: 'expression-unknown',
      message: `${late.length} more wait to be judged: npx tsx tools/check-expressions/check-expressions.ts --record`,
    })),
  ]
}

const mostAtOnce = 4

function findingOf({ source, file, line }: Expression, verdict: Verdict): Finding[] {
  const at = { file, line }
  const words = source.length > 60 ? `${source.slice(0, 60)}…` : source
  if (verdict === 'exponential')
    return [
      { ...at, rule: 'expression-exponential', message: `each sign more may double its time: ${words}` },
    ]
  if (verdict === 'bounded' && boundOf(file) === null)
    return [
      {
        ...at,
        rule: 'expression-unbounded',
        message: `nothing in bounds.ts says why what it reads is short: ${words}`,
      },
    ]
  return []
}

type Judge = (expression: Expression) => Verdict

/** How long the check may look at one. */
const timeoutMs = 2_000

export function judged({ source, flags }: Expression, timeout = timeoutMs): Verdict {
  const found = checkSync(source, flags.replace(/[^imsu]/g, ''), { timeout })
  if (found.status === 'safe') return 'safe'
  return found.status === 'vulnerable' && found.complexity.type === 'exponential' ? 'exponential' : 'bounded'
}

export const keyOf = ({ source, flags }: Pick<Expression, 'source' | 'flags'>) =>
  createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 20)

function readVerdicts(project: Project): Map<string, Verdict> {
  const lines = project.isFile(verdictsFile) ? project.text(verdictsFile).split('\n') : []
  return new Map(
    lines.flatMap((line): [string, Verdict][] => {
      const [key = '', verdict] = line.split(' ')
      return verdict === 'safe' || verdict === 'bounded' ? [[key, verdict]] : []
    }),
  )
}

/** Judges what is not judged yet, as long as it takes, and keeps the verdicts on what there is; an exponential one is never kept. */
export function recordVerdicts(project: Project): Finding[] {
  const kept = readVerdicts(project)
  const all = listExpressions(project).map((each) => {
    const verdict = kept.get(keyOf(each)) ?? judged(each)
    return { each, verdict }
  })
  const lines = all
    .filter(({ verdict }) => verdict !== 'exponential')
    .map(({ each, verdict }) => `${keyOf(each)} ${verdict}`)
  writeFileSync(verdictsFile, `${lines.sort().join('\n')}\n`)
  return all.flatMap(({ each, verdict }) => findingOf(each, verdict))
}

/** What may take the square of a length, by what bounds it. */
export function listBounded(project: Project): string[] {
  const kept = readVerdicts(project)
  return listExpressions(project)
    .filter((each) => kept.get(keyOf(each)) === 'bounded')
    .map(({ file, line, source }) => `${file}:${line} ${boundOf(file) ?? 'nothing'}: ${source.slice(0, 80)}`)
}

if (process.argv[1]?.endsWith('check-expressions.ts')) {
  const project = readProject(process.cwd())
  if (process.argv.includes('--list')) console.log(listBounded(project).join('\n'))
  else
    conclude(
      'expressions',
      process.argv.includes('--record') ? recordVerdicts(project) : checkExpressions(project),
    )
}
