import type { Finding } from '../finding.ts'
import { hole, textLiterals } from '../project/literals.ts'
import { isGenerated, isTest } from '../project/module.ts'
import { isInFolders, type Project } from '../project/project.ts'
import type { Message } from './message-files.ts'

interface KeyUse {
  text: string
  file: string
  line: number
}

/**
 * Messages that no code names, and names of messages that do not exist.
 * `dynamicPrefixes` are the beginnings of keys that code completes at run time; each must be in use itself.
 */
export function checkKeyUse(
  project: Project,
  messages: readonly Message[],
  prefixes: readonly string[],
  dynamicPrefixes: readonly string[],
): Finding[] {
  const uses = readUses(project)
  const named = new Set(uses.map(({ text }) => text))
  const keys = new Set(messages.map(({ key }) => key))
  const dynamic = (key: string) => dynamicPrefixes.some((prefix) => key.startsWith(prefix))
  const unused = messages
    .filter(({ key }) => !named.has(key) && !dynamic(key))
    .map(({ file, line, key }) => ({ file, line, rule: 'message-unused', message: `${key} is used nowhere` }))
  return [
    ...unused,
    ...missing(uses, keys, prefixes),
    ...undeclared(uses, prefixes, dynamicPrefixes),
    ...idle(uses, keys, dynamicPrefixes),
  ]
}

function readUses(project: Project): KeyUse[] {
  return project.modules
    .filter(({ path }) => isInFolders(path, ['src', 'islands']) && !isTest(path) && !isGenerated(path))
    .flatMap((module) => textLiterals(module).map(({ text, line }) => ({ text, line, file: module.path })))
}

function missing(uses: KeyUse[], keys: Set<string>, prefixes: readonly string[]): Finding[] {
  const key = new RegExp(`^(${prefixes.join('|')})(\\.[a-z]\\w*){2,}$`)
  return uses
    .filter(({ text }) => key.test(text) && !keys.has(text))
    .map(({ text, file, line }) => ({
      file,
      line,
      rule: 'message-missing',
      message: `there is no message ${text}`,
    }))
}

function undeclared(
  uses: KeyUse[],
  prefixes: readonly string[],
  dynamicPrefixes: readonly string[],
): Finding[] {
  const beginning = new RegExp(`^((${prefixes.join('|')})\\.(\\w+\\.)*\\w*)${hole}`)
  return uses.flatMap(({ text, file, line }): Finding[] => {
    const head = beginning.exec(text)?.[1]
    if (head === undefined || dynamicPrefixes.some((prefix) => head.startsWith(prefix))) return []
    return [
      {
        file,
        line,
        rule: 'message-dynamic',
        message: `declare ${head} in tools/check-messages/dynamic-keys.json`,
      },
    ]
  })
}

function idle(uses: KeyUse[], keys: Set<string>, dynamicPrefixes: readonly string[]): Finding[] {
  return dynamicPrefixes.flatMap((prefix): Finding[] => {
    const isUsed = uses.some(
      ({ text }) => text.startsWith(prefix) && (text === prefix || text.includes(hole)),
    )
    if (isUsed && [...keys].some((key) => key.startsWith(prefix))) return []
    const message = `${prefix} begins ${isUsed ? 'no message' : 'no key made in the code'}`
    return [{ file: 'tools/check-messages/dynamic-keys.json', line: 1, rule: 'message-dynamic', message }]
  })
}
