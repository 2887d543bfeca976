import { type Expression, parseSync } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import { createLineFinder } from '../project/lines.ts'
import type { Project } from '../project/project.ts'

/** The languages of the interface. The first is the one the others are compared with. */
export const languages = ['fr', 'ko', 'en'] as const
export type Language = (typeof languages)[number]

export interface Message {
  key: string
  text: string
  file: string
  line: number
}

export interface MessageFolder {
  /** `src/features/agenda/events/messages` */
  path: string
  /** What its keys begin with: the feature's name, `ui` or `platform`. */
  prefix: string
  languages: Readonly<Partial<Record<Language, readonly Message[]>>>
}

/** Reads the message folders of the project; a file that is no flat object of texts is a finding. */
export function readMessageFolders(project: Project): { folders: MessageFolder[]; findings: Finding[] } {
  const findings: Finding[] = []
  const folders = new Map<string, MessageFolder>()
  for (const file of project.files) {
    const [, path, prefix, name = ''] =
      /^(src\/(?:features\/)?([^/]+)\/(?:.+\/)?messages)\/([^/]+)\.json$/.exec(file) ?? []
    if (path === undefined || prefix === undefined) continue
    const language = languages.find((known) => known === name)
    if (!language) {
      findings.push({
        file,
        line: 1,
        rule: 'message-language',
        message: `no interface language is called ${name}`,
      })
      continue
    }
    const messages = readMessages(file, project.text(file), findings)
    const { languages: known = {} } = folders.get(path) ?? {}
    folders.set(path, { path, prefix, languages: { ...known, [language]: messages } })
  }
  return { folders: [...folders.values()], findings }
}

function readMessages(file: string, json: string, findings: Finding[]): Message[] {
  const lineAt = createLineFinder(json)
  const refuse = (offset: number, message: string) =>
    findings.push({ file, line: lineAt(Math.max(0, offset - 1)), rule: 'message-file', message })
  // JSON.parse silently keeps the last of two equal keys and knows no lines; hence the parser of the checks.
  const { program, errors } = parseSync('messages.ts', `(${json}\n)`)
  const [statement] = program.body
  const object = statement?.type === 'ExpressionStatement' ? withoutParentheses(statement.expression) : null
  if (errors.length > 0 || object?.type !== 'ObjectExpression') {
    refuse(errors[0]?.labels[0]?.start ?? 0, 'not one JSON object')
    return []
  }
  return object.properties.flatMap((property) => {
    if (
      property.type === 'Property' &&
      property.key.type === 'Literal' &&
      property.value.type === 'Literal'
    ) {
      const { key, value, start } = { ...property, key: property.key.value, value: property.value.value }
      if (typeof key === 'string' && typeof value === 'string') {
        return [{ key, text: value, file, line: lineAt(start - 1) }]
      }
    }
    refuse(property.start, 'a message file is flat: "key": "text"')
    return []
  })
}

const withoutParentheses = (node: Expression) =>
  node.type === 'ParenthesizedExpression' ? node.expression : node
