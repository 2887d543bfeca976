import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { OrganisationRecord } from '../../../directory/index.ts'
import { paths } from '../../paths.ts'

/** Says why nothing is suggested to what is no authority of the day: a body, or one that was abolished; its page names the successor. */
export function NoSuggestions({
  network,
  organisation,
}: {
  network: string
  organisation: OrganisationRecord
}) {
  const reader = useReader()
  const name = chooseName({ ...organisation.name, ...organisation.shortName }, reader.language).text
  return (
    <>
      <PageHeading
        kicker={<a href={paths.suggestions(reader, network)}>{reader.t('partners.suggestion.title')}</a>}
      >
        {reader.t('partners.suggestion.titleFor', { name })}
      </PageHeading>
      <EmptyState
        title={reader.t('partners.suggestion.emptyTitle')}
        why={reader.t('partners.suggestion.notAuthority')}
        next={<a href={addressFor(reader, `/${network}/organisations/${organisation.slug}`)}>{name}</a>}
      />
    </>
  )
}
