import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import type { Post } from '../../posts/queries.ts'
import { PersonName } from '../../views/person-name.tsx'
import { VacancyWords } from '../../views/vacancy-words.tsx'

/** Who holds a post and how they are addressed, or since when it is vacant. */
export function HolderName({ post }: { post: Post }) {
  const reader = useReader()
  const { t } = reader
  const { holder } = post
  if (holder === null) return <VacancyWords post={post} />
  if (holder.isRemoved) return <span class="quiet">{t('ui.personalData.erased')}</span>
  if (holder.withheld === 'all') return <span class="quiet">{t('contacts.withheld.name')}</span>
  const salutation = holder.salutation[reader.language]
  return (
    <>
      <PersonName name={holder.name} />
      {salutation ? (
        <span class="contact-salutation" {...languageAttributes(reader, reader.language)}>
          {salutation}
        </span>
      ) : null}
    </>
  )
}
