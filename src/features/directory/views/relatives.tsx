import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { ownLanguageOf } from '../country-name.ts'
import { kindName } from '../kind-name.ts'
import type { OrganisationRef } from '../organisation.ts'
import { organisationAddress } from '../paths.ts'

interface RelativesProps {
  relatives: { unions: OrganisationRef[]; members: OrganisationRef[]; children: OrganisationRef[] }
}

/** The groupings an authority belongs to, its members, and what lies within its territory. */
export function Relatives({ relatives: { unions, members, children } }: RelativesProps) {
  return (
    <>
      <Related id="unions" title="directory.page.unions" related={unions} />
      <Related id="members" title="directory.page.members" related={members} isPlain />
      <Related id="children" title="directory.page.children" related={children} />
    </>
  )
}

interface RelatedProps {
  id: string
  title: 'directory.page.unions' | 'directory.page.members' | 'directory.page.children'
  related: OrganisationRef[]
  /** All of one kind: no need to name it each time. */
  isPlain?: boolean
}

function Related({ id, title, related, isPlain = false }: RelatedProps) {
  const reader = useReader()
  if (related.length === 0) return null
  return (
    <Section id={id} title={reader.t(title)} aside={related.length > 1 ? `${related.length}` : undefined}>
      <EntryList
        layout="columns"
        entries={related.map((each) => ({
          key: each.id,
          title: <Name name={each.name} own={ownLanguageOf(each.country)} />,
          href: organisationAddress(reader, each.slug),
          meta: isPlain ? undefined : kindName(reader, each.kind),
        }))}
      />
    </Section>
  )
}
