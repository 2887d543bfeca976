import type { Finding } from '../finding.ts'
import { isTest } from '../project/module.ts'
import type { Project } from '../project/project.ts'
import { exportedValues } from './exported-values.ts'
import { kindOfFile, placeInFeature } from './layout.ts'

const beginnings: Readonly<Record<string, { rule: RegExp; words: string; functionsOnly: boolean }>> = {
  'queries.ts': {
    rule: /^(list|find|lookUp|count|select|where|is|has|may)[A-Z]/,
    words: 'list, find, lookUp, count, select and where (pieces of SQL for other queries), is, has or may',
    functionsOnly: true,
  },
  'policy.ts': { rule: /^may[A-Z]/, words: 'may', functionsOnly: false },
}

/** Exports are named; what reads says so in its name, and so does what permits. */
export function checkNames(project: Project): Finding[] {
  return project.modules.flatMap((module) => {
    const expected = isTest(module.path)
      ? undefined
      : beginnings[kindOfFile(placeInFeature(module.path)?.file ?? '')]
    return exportedValues(module).flatMap(({ name, line, isFunction }): Finding[] => {
      const finding = (rule: string, message: string) => [{ file: module.path, line, rule, message }]
      if (name === 'default') {
        return /\.config\.[a-z]+$/.test(module.path) ? [] : finding('named-export', 'give the export a name')
      }
      if (!expected || expected.rule.test(name) || (expected.functionsOnly && !isFunction)) return []
      return finding('export-name', `${name} should begin with ${expected.words}`)
    })
  })
}
