import { conclude, type Finding } from '../finding.ts'
import type { Project } from '../project/project.ts'
import { readProject } from '../project/read-project.ts'
import declaredPrefixes from './dynamic-keys.json' with { type: 'json' }
import { checkKeyUse } from './key-use.ts'
import { checkLanguage } from './language-rules.ts'
import { languages, type Message, type MessageFolder, readMessageFolders } from './message-files.ts'
import { type MessageShape, readShape } from './message-shape.ts'
import { checkParity } from './parity.ts'

/** Reports where the texts of the interface are incomplete, wrong or unused. Having read no message is a finding. */
export function checkMessages(
  project: Project,
  dynamicPrefixes: readonly string[] = declaredPrefixes,
): Finding[] {
  const { folders, findings } = readMessageFolders(project)
  const all = folders.flatMap(messagesOf)
  if (all.length === 0) {
    return [
      ...findings,
      { file: 'src', line: 1, rule: 'nothing-read', message: 'no message was read: wrong folder?' },
    ]
  }
  const shapes = new Map<Message, MessageShape>()
  for (const { message } of all) {
    const shape = attemptShape(message, findings)
    if (shape) shapes.set(message, shape)
  }
  const prefixes = [...new Set(folders.map(({ prefix }) => prefix))]
  return [
    ...findings,
    ...keyNames(folders),
    ...folders.flatMap((folder) => checkParity(folder, (message) => shapes.get(message) ?? null)),
    ...all.flatMap(({ message, language }) => {
      const shape = shapes.get(message)
      return shape ? checkLanguage(language, message, shape) : []
    }),
    ...checkKeyUse(project, firstMessages(all.map(({ message }) => message)), prefixes, dynamicPrefixes),
  ]
}

function messagesOf(folder: MessageFolder) {
  return languages.flatMap((language) =>
    (folder.languages[language] ?? []).map((message) => ({ message, language })),
  )
}

function attemptShape({ key, text, file, line }: Message, findings: Finding[]): MessageShape | null {
  const refuse = (words: string) =>
    findings.push({ file, line, rule: 'message-syntax', message: `${key}: ${words}` })
  if (text.trim() === '') refuse('empty')
  try {
    const shape = readShape(text)
    for (const name of shape.conflicts) refuse(`{${name}} is formatted as two kinds of thing`)
    return shape
  } catch (error) {
    refuse(`no valid ICU message (${error instanceof Error ? error.message : error})`)
    return null
  }
}

function keyNames(folders: readonly MessageFolder[]): Finding[] {
  const seen = new Map<string, Message>()
  return folders.flatMap((folder) =>
    messagesOf(folder).flatMap(({ message: found, language }): Finding[] => {
      const { key, file, line } = found
      const finding = (message: string) => [{ file, line, rule: 'message-key', message }]
      const twin = seen.get(`${language} ${key}`)
      seen.set(`${language} ${key}`, found)
      if (twin) return finding(`${key} stands already in ${twin.file}:${twin.line}`)
      if (!key.startsWith(`${folder.prefix}.`)) return finding(`${key} should begin with ${folder.prefix}.`)
      return /^[a-z][\w-]*(\.[A-Za-z]\w*){2,}$/.test(key)
        ? []
        : finding(`${key} is not feature.subject.thing`)
    }),
  )
}

/** One message a key, whatever its languages. */
function firstMessages(messages: readonly Message[]): Message[] {
  return [...new Map(messages.toReversed().map((message) => [message.key, message])).values()].toReversed()
}

if (import.meta.main) conclude('messages', checkMessages(readProject(process.cwd())))
