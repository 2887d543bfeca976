import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Post } from '../posts/queries.ts'
import { nameWords } from '../views/name-words.ts'

/** Posts that are held as business cards (vCard 3.0, RFC 2426, which every address book reads). */
export function writeVcards(reader: Reader, posts: readonly Post[]): string {
  return posts.map((post) => vcard(reader, post)).join('')
}

function vcard(reader: Reader, { holder, organisation, function: words }: Post): string {
  if (holder === null || holder.isRemoved || holder.withheld !== null) return ''
  const name = nameWords(reader, holder.name)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:urn:uuid:${holder.contactId}`,
    `FN:${escaped(name)}`,
    // Which part is the family’s was not asked: the order in which people write their name says it.
    `N:${escaped(Object.values(holder.name)[0] ?? name)};;;;`,
    `ORG:${escaped(chooseName(organisation.name, reader.language).text)}`,
    `TITLE:${escaped(chooseText(words, reader.language)?.text ?? '')}`,
    ...(holder.email ? [`EMAIL;TYPE=INTERNET,WORK:${escaped(holder.email)}`] : []),
    ...(holder.telephone ? [`TEL;TYPE=WORK,VOICE:${escaped(holder.telephone)}`] : []),
    `REV:${holder.confirmedAt.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
}

// A line has 75 octets at most, and no character is cut in two.
function folded(line: string): string {
  let out = ''
  let length = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (length + octets > 75) {
      out += '\r\n '
      length = 1
    }
    out += character
    length += octets
  }
  return out
}
