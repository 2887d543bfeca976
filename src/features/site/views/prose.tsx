import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { useReader } from '../../../ui/reader.tsx'

interface KeysProps {
  keys: readonly PlainMessageKey[]
}

/** One paragraph a message, which is a translator’s unit. */
export function Paragraphs({ keys }: KeysProps) {
  const reader = useReader()
  return keys.map((key) => <p key={key}>{reader.t(key)}</p>)
}

/** One point a message. */
export function Points({ keys }: KeysProps) {
  const reader = useReader()
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>{reader.t(key)}</li>
      ))}
    </ul>
  )
}
