import type { Finding } from '../finding.ts'
import { isTest } from '../project/module.ts'
import type { Project } from '../project/project.ts'
import { withoutExceptions } from './exceptions.ts'
import { projectEdges } from './resolve.ts'

/** No file needs one that needs it, types included: each finding names the circle that the file is in. */
export function checkFileCircles(project: Project): Finding[] {
  return withoutExceptions(project, 'file-circle', circles(project))
}

function circles(project: Project): Finding[] {
  const uses = new Map<string, string[]>()
  for (const module of project.modules)
    if (module.path.startsWith('src/') && !isTest(module.path))
      uses.set(
        module.path,
        projectEdges(project, module).flatMap(({ to }) => (to === null ? [] : [to])),
      )
  return components(uses)
    .filter((together) => together.length > 1)
    .flatMap((together) =>
      together.map((file) => ({
        file,
        line: 1,
        rule: 'file-circle',
        message: `is in a circle of imports: ${together.toSorted().join(', ')}`,
      })),
    )
}

/** The files that reach each other, by Tarjan: R. Tarjan, Depth-first search and linear graph algorithms, 1972. */
function components(uses: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const found: string[][] = []
  const visit = (file: string) => {
    numbers.set(file, numbers.size)
    lowest.set(file, numbers.size - 1)
    open.push(file)
    isOpen.add(file)
    for (const next of uses.get(file) ?? []) {
      if (!uses.has(next)) continue
      if (!numbers.has(next)) visit(next)
      else if (!isOpen.has(next)) continue
      lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0))
    }
    if (lowest.get(file) !== numbers.get(file)) return
    const together = open.splice(open.lastIndexOf(file))
    for (const each of together) isOpen.delete(each)
    found.push(together)
  }
  for (const file of uses.keys()) if (!numbers.has(file)) visit(file)
  return found
}
