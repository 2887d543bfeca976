import { addressFor } from '../../../platform/i18n/reader.ts'
import { Breadcrumb } from '../../../ui/blocks/breadcrumb.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { countryName, ownLanguageOf } from '../country-name.ts'
import { kindTitle } from '../kind-name.ts'
import { kindNote } from '../kind-note.ts'
import { type OrganisationRef, shortNames } from '../organisation.ts'
import { directoryAddress, organisationAddress } from '../paths.ts'
import type { OrganisationRecord } from '../queries.ts'
import type { NetworkUse } from '../uses/queries.ts'
import { DataSources } from './data-sources.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { NetworkUses } from './network-uses.tsx'
import { PlaceMap } from './place-map.tsx'
import { Relatives } from './relatives.tsx'
import { ValidityNotice } from './validity-notice.tsx'

export interface OrganisationPageProps {
  organisation: OrganisationRecord
  /** From the nearest upwards. */
  ancestors: OrganisationRef[]
  relatives: { unions: OrganisationRef[]; members: OrganisationRef[]; children: OrganisationRef[] }
  uses: NetworkUse[]
}

/** What the directory knows of one organisation, whichever network it belongs to. */
export function OrganisationPage({ organisation, ancestors, relatives, uses }: OrganisationPageProps) {
  const reader = useReader()
  const { country, kind } = organisation
  const note = kindNote(reader, kind)
  return (
    <>
      <Breadcrumb
        steps={[
          { label: reader.t('directory.search.title'), href: directoryAddress(reader) },
          { label: countryName(reader, country), href: directoryAddress(reader, { country }) },
          ...[...ancestors].reverse().map((above) => ({
            label: <Name name={shortNames(above)} />,
            href: organisationAddress(reader, above.slug),
          })),
        ]}
        current={<Name name={shortNames(organisation)} />}
      />
      <PageHeading
        kicker={kindTitle(reader, kind)}
        lead={
          <>
            <Passage text={organisation.about} />
            {note ? <p>{note}</p> : null}
          </>
        }
      >
        <Name name={organisation.name} own={ownLanguageOf(country)} />
      </PageHeading>
      <ValidityNotice organisation={organisation} />
      <div class="columns">
        <Facts organisation={organisation} ancestors={ancestors} />
        <PlaceMap organisation={organisation} />
      </div>
      <NetworkUses slug={organisation.slug} uses={uses} />
      <History organisation={organisation} />
      <Relatives relatives={relatives} />
      <DataSources organisation={organisation} licences={addressFor(reader, '/licences')} />
    </>
  )
}
