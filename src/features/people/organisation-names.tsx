import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import { useReader } from '../../ui/reader.tsx'

/** Names of organisations in the reader's language, one a line; a dash where there are none. */
export function OrganisationNames({
  organisations,
}: {
  organisations: { slug: string; name: LocalizedName }[]
}) {
  const reader = useReader()
  if (organisations.length === 0) return <>–</>
  return (
    <>
      {organisations.map(({ slug, name }) => {
        const chosen = chooseName(name, reader.language)
        return (
          <span
            key={slug}
            class="cell-line"
            lang={chosen.language === reader.interfaceLanguage ? undefined : chosen.language}
          >
            {chosen.text}
          </span>
        )
      })}
    </>
  )
}
