import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import { useReader } from '../reader.tsx'
import { languageAttributes } from './language-attributes.ts'

interface NameProps {
  name: LocalizedName
  /** BCP 47 tag of the named thing’s own language: its own name follows if it differs from the one shown. */
  own?: string | undefined
}

/**
 * A proper name as the reader writes it, then as its bearer does: neither is the other’s translation. A name that contains the other in
 * brackets already is not repeated.
 */
export function Name({ name, own }: NameProps) {
  const reader = useReader()
  const chosen = chooseName(name, reader.language)
  const ownName = own === undefined ? undefined : name[own]
  const shown = (
    <span class="name" {...languageAttributes(reader, chosen.language)}>
      {chosen.text}
    </span>
  )
  if (own === undefined || !ownName || own === chosen.language || chosen.text.includes(ownName)) return shown
  return (
    <>
      {shown}{' '}
      <span class="own-name" {...languageAttributes(reader, own)}>
        {ownName}
      </span>
    </>
  )
}
