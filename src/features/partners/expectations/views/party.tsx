import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { addressFor, type Reader } from '../../../../platform/i18n/reader.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'

interface PartyProps {
  reader: Reader
  network: string
  organisation: OrganisationRef
}

/** An organisation by its name and its own one, as a way to its page. */
export function Party({ reader, network, organisation }: PartyProps) {
  return (
    <a href={addressFor(reader, `/${network}/organisations/${organisation.slug}`)}>
      <Name reader={reader} name={shortNames(organisation)} own={languageOf(organisation.country)} />
    </a>
  )
}
