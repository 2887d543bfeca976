import type { Finding } from '../finding.ts'
import { isTest } from '../project/module.ts'
import type { Project } from '../project/project.ts'
import { placeInFeature } from './layout.ts'
import { type Edge, projectEdges } from './resolve.ts'

/** Features never meet in a circle. Each circle is reported once, at an import that closes it. */
export function checkCircles(project: Project): Finding[] {
  const uses = featureUses(project)
  const findings: Finding[] = []
  const done = new Set<string>()
  const visit = (feature: string, path: readonly string[]) => {
    for (const [next, edge] of uses.get(feature) ?? []) {
      const start = path.indexOf(next)
      if (start !== -1) {
        const message = `features meet in a circle: ${[...path.slice(start), next].join(' → ')}`
        findings.push({ file: edge.from, line: edge.line, rule: 'feature-circle', message })
      } else if (!done.has(next)) visit(next, [...path, next])
    }
    done.add(feature)
  }
  for (const feature of [...uses.keys()].sort()) if (!done.has(feature)) visit(feature, [feature])
  return findings
}

function featureUses(project: Project): Map<string, Map<string, Edge>> {
  const uses = new Map<string, Map<string, Edge>>()
  for (const module of project.modules) {
    const own = placeInFeature(module.path)?.feature
    if (own === undefined || isTest(module.path)) continue
    const ofFeature = uses.get(own) ?? new Map<string, Edge>()
    uses.set(own, ofFeature)
    for (const edge of projectEdges(project, module)) {
      const other = edge.to === null ? undefined : placeInFeature(edge.to)?.feature
      if (other !== undefined && other !== own && !ofFeature.has(other)) ofFeature.set(other, edge)
    }
  }
  return uses
}
