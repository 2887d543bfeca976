import type { Reader } from '../../../platform/i18n/reader.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { ownLanguageOf } from '../country-name.ts'
import { kindName } from '../kind-name.ts'
import type { OrganisationRef } from '../organisation.ts'
import { organisationAddress } from '../paths.ts'

interface RelativesProps {
  reader: Reader
  relatives: { unions: OrganisationRef[]; members: OrganisationRef[]; children: OrganisationRef[] }
}

/** The groupings an authority belongs to, its members, and what lies within its territory. */
export function Relatives({ reader, relatives: { unions, members, children } }: RelativesProps) {
  return (
    <>
      <Related reader={reader} id="unions" title="directory.page.unions" related={unions} />
      <Related reader={reader} id="members" title="directory.page.members" related={members} isPlain />
      <Related reader={reader} id="children" title="directory.page.children" related={children} />
    </>
  )
}

interface RelatedProps {
  reader: Reader
  id: string
  title: 'directory.page.unions' | 'directory.page.members' | 'directory.page.children'
  related: OrganisationRef[]
  /** All of one kind: no need to name it each time. */
  isPlain?: boolean
}

function Related({ reader, id, title, related, isPlain = false }: RelatedProps) {
  if (related.length === 0) return null
  return (
    <Section id={id} title={reader.t(title)} aside={related.length > 1 ? `${related.length}` : undefined}>
      <EntryList
        layout="columns"
        entries={related.map((each) => ({
          key: each.id,
          title: <Name reader={reader} name={each.name} own={ownLanguageOf(each.country)} />,
          href: organisationAddress(reader, each.slug),
          meta: isPlain ? undefined : kindName(reader, each.kind),
        }))}
      />
    </Section>
  )
}
