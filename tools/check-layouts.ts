import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { conclude, type Finding } from './finding.ts'
import { isTest } from './project/module.ts'
import type { Project } from './project/project.ts'
import { readProject } from './project/read-project.ts'

const list = 'data/reports/CHECKSUMS'
/** What decides how the frozen facts of a report look: the words are frozen with them. */
const layouts: Record<string, RegExp> = {
  'layout 1':
    /^src\/features\/reports\/(layout\/|difference\/change-words\.ts|ministries\/(cells|letter|workbook)\.ts)/,
}

/**
 * A layout of reports that a release brought does not change any more: editions were drawn with it. Within that release it may be recorded
 * again, after a change.
 */
export function checkLayouts(project: Project): Finding[] {
  const release = releaseOf(project)
  const lines = project.isFile(list) ? project.text(list).split('\n') : []
  const known = lines.flatMap((text, index) => {
    const [, sha256, layout, since] = /^([0-9a-f]{64}) {2}(layout \d+) since (\S+)$/.exec(text) ?? []
    return layout === undefined ? [] : [{ layout, sha256, since, line: index + 1 }]
  })
  const missing = Object.keys(layouts).filter((layout) => !known.some((each) => each.layout === layout))
  return [
    ...missing.map((layout) => finding(1, `${layout} is not recorded: --record`)),
    ...known
      .filter(({ layout, sha256 }) => checksumOf(project, layout) !== sha256)
      .map(({ layout, since, line }) =>
        finding(
          line,
          since === release
            ? `${layout} has changed since it was recorded: --record, once you have looked at it`
            : `${layout} has changed, and editions of release ${since} were drawn with it: make the next layout`,
        ),
      ),
  ]
}

/** The list as it is to be: layouts of this release with what they are now, those of earlier ones as they were. */
function recorded(project: Project): string {
  const lines = project.isFile(list) ? project.text(list).split('\n') : []
  return Object.keys(layouts)
    .map((layout) => {
      const old = lines.find((line) => line.includes(`  ${layout} since `))
      const isClosed = old && !old.endsWith(` since ${releaseOf(project)}`)
      return isClosed ? old : `${checksumOf(project, layout)}  ${layout} since ${releaseOf(project)}`
    })
    .map((line) => `${line}\n`)
    .join('')
}

function checksumOf(project: Project, layout: string): string {
  const files = project.files.filter((path) => layouts[layout]?.test(path) && !isTest(path))
  const hash = createHash('sha256')
  for (const path of files) hash.update(`${path}\n${project.text(path)}`)
  return hash.digest('hex')
}

function releaseOf(project: Project): string {
  return /"version": "([^"]+)"/.exec(project.text('package.json'))?.[1] ?? ''
}

const finding = (line: number, message: string): Finding => ({
  file: list,
  line,
  rule: 'layout-used',
  message,
})

if (import.meta.main) {
  const project = readProject(process.cwd())
  if (process.argv.includes('--record')) writeFileSync(list, recorded(project))
  conclude('layouts', checkLayouts(readProject(process.cwd())))
}
