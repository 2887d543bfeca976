import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'

interface PartyProps {
  network: string
  organisation: OrganisationRef
}

/** An organisation by its name and its own one, as a way to its page. */
export function Party({ network, organisation }: PartyProps) {
  const reader = useReader()
  return (
    <a href={addressFor(reader, `/${network}/organisations/${organisation.slug}`)}>
      <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
    </a>
  )
}
