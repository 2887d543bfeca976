import { type EcmaScriptModule, type Expression, type Program, Visitor } from 'oxc-parser'

export interface ModuleImport {
  specifier: string
  line: number
}

type LineAt = (offset: number) => number

/** Collects the modules that a module names, in whatever form; a computed specifier cannot be read and is left out. */
export function readImports(
  program: Program,
  module: EcmaScriptModule,
  text: string,
  lineAt: LineAt,
): ModuleImport[] {
  const requests = [
    ...module.staticImports.map((statement) => statement.moduleRequest),
    ...reExports(module),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const quoted = /^(['"`])([^'"`$]*)\1$/.exec(text.slice(start, end))
      return quoted ? [{ value: quoted[2] ?? '', start }] : []
    }),
    ...importedTypesAndFiles(program),
  ]
  return requests
    .map(({ value, start }) => ({ specifier: value, line: lineAt(start) }))
    .sort((a, b) => a.line - b.line)
}

function reExports(module: EcmaScriptModule) {
  const byStatement = module.staticExports.map(({ entries }) =>
    entries.find((entry) => entry.moduleRequest !== null),
  )
  return byStatement.flatMap((entry) => (entry?.moduleRequest ? [entry.moduleRequest] : []))
}

function importedTypesAndFiles(program: Program) {
  const found: { value: string; start: number }[] = []
  new Visitor({
    TSImportType: ({ source }) => void found.push({ value: source.value, start: source.start }),
    // A worker thread's file is named this way; other files (fonts, tables) are no modules.
    NewExpression: ({ callee, arguments: [file, base] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || !file || !base) return
      if (file.type !== 'Literal' || typeof file.value !== 'string' || !/\.[mt]?[jt]sx?$/.test(file.value))
        return
      if (isImportMetaUrl(base)) found.push({ value: file.value, start: file.start })
    },
  }).visit(program)
  return found
}

function isImportMetaUrl(node: Expression | { type: 'SpreadElement' }): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'MetaProperty'
}
