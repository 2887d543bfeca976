import type { Finding } from '../finding.ts'
import { isTest, type Module } from '../project/module.ts'
import type { Project } from '../project/project.ts'
import { type Edge, projectEdges } from './resolve.ts'

type Layer = 'app' | 'features' | 'ui' | 'platform' | 'islands' | 'test' | 'tools' | 'bench'

const source: Layer[] = ['app', 'features', 'ui', 'platform', 'islands']

const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  app: ['app', 'features', 'ui', 'platform'],
  features: ['features', 'ui', 'platform', 'islands'],
  ui: ['ui', 'platform', 'islands'],
  platform: ['platform'],
  islands: ['islands'],
  test: [...source, 'test', 'tools', 'bench'],
  tools: [...source, 'tools'],
  // The bench starts the same throw-away database server as the tests.
  bench: [...source, 'bench', 'test', 'tools'],
}

/** Imports go down: src/*.ts → src/features → src/ui → src/platform; islands import none of these. */
export function checkLayers(project: Project): Finding[] {
  return project.modules.flatMap((module) => [
    ...hiddenImports(module),
    ...projectEdges(project, module).flatMap((edge) => edgeFault(module, edge)),
  ])
}

/** An alias would pass for a package, and no layer would be seen. */
function hiddenImports({ path, imports }: Module): Finding[] {
  return imports
    .filter(({ specifier }) => /^(#|~|@\/|(src|islands|test|tools|bench)\/)/.test(specifier))
    .map(({ line, specifier }) => ({
      file: path,
      line,
      rule: 'import-alias',
      message: `${specifier} hides where it leads: name files of the project by a relative path`,
    }))
}

function edgeFault({ path }: Module, { to, line, specifier }: Edge): Finding[] {
  const finding = (rule: string, message: string) => [{ file: path, line, rule, message }]
  if (to === null) return finding('import-resolves', `${specifier} is no file of the project`)
  const [from, target] = [layerOf(path), layerOf(to)]
  if (from === 'islands' && target === null) {
    return finding('layers', `an island may import only islands and npm packages, not ${to}`)
  }
  if (from === null || target === null || mayImport[from].includes(target)) return []
  // A test beside the code may use the whole support of test/, but sees only what its code may see of src.
  if (target === 'test' && isTest(path)) return []
  return finding(
    'layers',
    `${from} may not import ${target} (${to}): move what is shared down, or pass it in`,
  )
}

function layerOf(path: string): Layer | null {
  const [first, second, third] = path.split('/')
  if (first === 'src') {
    if (third === undefined) return 'app'
    return second === 'features' || second === 'ui' || second === 'platform' ? second : null
  }
  if (first === 'islands' || first === 'test' || first === 'tools' || first === 'bench') return first
  return null
}
