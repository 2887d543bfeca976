import type { Finding } from '../finding.ts'
import { type Language, languages, type Message, type MessageFolder } from './message-files.ts'
import type { MessageShape } from './message-shape.ts'

/** Every message exists in every language and takes the same parameters there. */
export function checkParity(
  folder: MessageFolder,
  shapeOf: (message: Message) => MessageShape | null,
): Finding[] {
  const byLanguage = languages.map((language) => ({ language, messages: messagesOf(folder, language) }))
  const keys = new Set(byLanguage.flatMap(({ messages }) => [...messages.keys()]))
  return [...keys].flatMap((key) => {
    const first = byLanguage.find(({ messages }) => messages.has(key))?.messages.get(key)
    if (first === undefined) return []
    return byLanguage.flatMap(({ language, messages }): Finding[] => {
      const message = messages.get(key)
      if (message === undefined) {
        const file = `${folder.path}/${language}.json`
        return [
          {
            file,
            line: 1,
            rule: 'message-parity',
            message: `${key} is missing (see ${first.file}:${first.line})`,
          },
        ]
      }
      const [mine, theirs] = [shapeOf(message), shapeOf(first)].map((shape) => shape && signature(shape))
      if (mine === undefined || mine === null || theirs === undefined || theirs === null || mine === theirs)
        return []
      const words = `${key} takes ${mine || 'no parameter'}, in ${first.file} ${theirs || 'none'}`
      return [{ file: message.file, line: message.line, rule: 'message-parameters', message: words }]
    })
  })
}

function messagesOf({ languages: known }: MessageFolder, language: Language): Map<string, Message> {
  return new Map((known[language] ?? []).map((message) => [message.key, message]))
}

/** `{count} number, {state} choice of open|other` */
function signature({ parameters, branchings }: MessageShape): string {
  const words = [...parameters].map(([name, kind]) => {
    const selects = branchings.filter(
      (branching) => branching.kind === 'select' && branching.parameter === name,
    )
    const choice = [...new Set(selects.flatMap(({ cases }) => cases))].sort().join('|')
    return `{${name}} ${kind}${choice && ` of ${choice}`}`
  })
  return words.sort().join(', ')
}
