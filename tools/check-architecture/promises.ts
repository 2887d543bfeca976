import type { Finding } from '../finding.ts'
import { codeFolders, isInFolders, type Project } from '../project/project.ts'

const promise = /\b(TODO|FIXME|XXX|HACK)\b/

/** Postponed work has an address where it can be found again; without one it is forgotten. */
export function checkPromises(project: Project): Finding[] {
  const comments = project.modules.flatMap(({ path, comments, lineAt }) =>
    comments.map(({ value, start }) => ({ path, text: value, line: lineAt(start) })),
  )
  const sheets = project.files.filter((path) => isInFolders(path, [...codeFolders, 'migrations', 'public']))
  const lines = sheets
    .filter((path) => /\.(css|sql)$/.test(path))
    .flatMap((path) =>
      project
        .text(path)
        .split('\n')
        .map((text, index) => ({ path, text, line: index + 1 })),
    )
  return [...comments, ...lines]
    .filter(({ text }) => promise.test(text) && !/https?:\/\/\S+/.test(text))
    .map(({ path, line, text }) => ({
      file: path,
      line,
      rule: 'promise-address',
      message: `${promise.exec(text)?.[0]} without an address: do it, or say where it is kept`,
    }))
}
