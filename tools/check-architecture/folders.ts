import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import { isTest } from '../project/module.ts'
import type { Project } from '../project/project.ts'
import { withoutExceptions } from './exceptions.ts'

const fewest = 3
const layers = ['src/platform', 'src/ui', 'src/features']
const levels = 2
// Reading of texts and solving have parts of parts.
const engines = ['src/features/imports/understanding', 'src/features/partners/assignment/solving']

/** A folder is there for three files or more, and no feature is deeper than two of them, an engine than three. */
export function checkFolders(project: Project): Finding[] {
  return [
    ...withoutExceptions(project, 'few-files', fewFiles(project)),
    ...withoutExceptions(project, 'deep', deepFiles(project)),
  ]
}

function fewFiles(project: Project): Finding[] {
  const counts = new Map<string, number>()
  for (const path of project.files) {
    if (!path.startsWith('src/')) continue
    const own = isTest(path) || path.endsWith('.md') ? 0 : 1
    for (let folder = posix.dirname(path); folder !== 'src'; folder = posix.dirname(folder))
      counts.set(folder, (counts.get(folder) ?? 0) + own)
  }
  return [...counts].flatMap(([file, count]) =>
    count >= fewest || layers.includes(file)
      ? []
      : [
          {
            file,
            line: 1,
            rule: 'few-files',
            message: `a folder of ${count}: it needs ${fewest} files, tests apart`,
          },
        ],
  )
}

function deepFiles(project: Project): Finding[] {
  return project.files.flatMap((file) => {
    const [src, features, feature, ...rest] = file.split('/')
    if (src !== 'src' || features !== 'features' || feature === undefined) return []
    const allowed = engines.some((engine) => file.startsWith(`${engine}/`)) ? levels + 1 : levels
    const depth = rest.length - 1
    if (depth <= allowed) return []
    return [
      { file, line: 1, rule: 'deep', message: `${depth} folders below its feature: ${allowed} at most` },
    ]
  })
}
