import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'

interface KeysProps {
  reader: Reader
  keys: readonly PlainMessageKey[]
}

/** One paragraph a message: what a translator works with. */
export function Paragraphs({ reader, keys }: KeysProps) {
  return keys.map((key) => <p key={key}>{reader.t(key)}</p>)
}

/** One point a message. */
export function Points({ reader, keys }: KeysProps) {
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>{reader.t(key)}</li>
      ))}
    </ul>
  )
}
