import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { shortNames } from '../../../directory/index.ts'
import { paths } from '../paths.ts'
import type { Sheet } from './queries.ts'

interface NamedProps {
  network: string
  refs: Sheet['refs']
  organisationId: string | null
  /** Its name where the directory lacks it, or words beside its name there. */
  organisationWords: string
}

/** An organisation of the directory with a link to its page, and the words given for it; nothing if neither is known. */
export function Named({ network, refs, organisationId, organisationWords }: NamedProps) {
  const reader = useReader()
  const ref = refs.get(organisationId ?? '')
  if (!ref) return organisationWords === '' ? null : organisationWords
  return (
    <>
      <a href={paths.organisation(reader, network, ref.slug)}>
        <Name name={shortNames(ref)} own={languageOf(ref.country)} />
      </a>
      {organisationWords === '' ? null : ` (${organisationWords})`}
    </>
  )
}
