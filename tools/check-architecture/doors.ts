import type { Finding } from '../finding.ts'
import { isInFolders, type Project } from '../project/project.ts'
import { composingFeatures, placeInFeature } from './layout.ts'
import { projectEdges } from './resolve.ts'

/** A feature is entered by its `index.ts` or by that of one of its nouns; each is short and lists its exports. */
export function checkDoors(project: Project): Finding[] {
  return [...entries(project), ...doorways(project)]
}

function entries(project: Project): Finding[] {
  // Tests build what they need, and measures take a feature apart: both may look inside.
  const modules = project.modules.filter(({ path }) => !isInFolders(path, ['test', 'bench']))
  return modules.flatMap((module) => {
    const own = placeInFeature(module.path)?.feature
    return projectEdges(project, module).flatMap(({ to, line }): Finding[] => {
      if (to === null) return []
      const finding = (rule: string, message: string) => [{ file: module.path, line, rule, message }]
      if (own !== undefined && to === 'src/features/index.ts') {
        return finding(
          'feature-list',
          'the list of features is for the application: a feature names the doors it uses',
        )
      }
      const feature = placeInFeature(to)?.feature
      if (feature === undefined || feature === own) return []
      if (own !== undefined && composingFeatures.includes(feature)) {
        return finding('composing-feature', `${feature} composes the others: nothing uses it`)
      }
      if (isDoor(to)) return []
      return finding('feature-door', `${to} is inside ${feature}: use src/features/${feature}/index.ts`)
    })
  })
}

function isDoor(path: string): boolean {
  const place = placeInFeature(path)
  return place?.file === 'index.ts' && place.folder === null
}

function doorways(project: Project): Finding[] {
  const doors = project.modules.filter(({ path }) => isDoor(path))
  return doors.flatMap((module) => {
    const parts = module.program.body.length
    const tooLong = {
      file: module.path,
      line: 21,
      rule: 'door-size',
      message: `lets out of ${parts} files; a door has 20 at most`,
    }
    const stars = module.program.body.filter((statement) => statement.type === 'ExportAllDeclaration')
    return [
      ...(parts > 20 ? [tooLong] : []),
      ...stars.map(({ start }) => ({
        file: module.path,
        line: module.lineAt(start),
        rule: 'door-lists',
        message: 'name what is let out instead of `export *`',
      })),
    ]
  })
}
