import { chooseName } from '../../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../../../ui/text/language-attributes.ts'
import { registryPaths } from '../../../../../registry/index.ts'
import type { ReviewPageProps } from '../../../review/views/review-page.tsx'

/** Of an import that was taken back: the bodies that it added to the directory and that stay there, each with the reason. */
export function BodiesLeft({ network, data }: ReviewPageProps) {
  const reader = useReader()
  const { t } = reader
  if (data.text.takenBackAt === null || data.bodies.length === 0) return null
  return (
    <>
      <p>{t('imports.text.taken.bodies')}</p>
      <ul>
        {data.bodies.map(({ id, slug, name, isEdited }) => {
          const chosen = chooseName(name, reader.language)
          return (
            <li key={id}>
              <a
                href={registryPaths.organisation(reader, network, slug)}
                {...languageAttributes(reader, chosen.language)}
              >
                {chosen.text}
              </a>
              {' – '}
              {t(isEdited ? 'imports.text.taken.edited' : 'imports.text.taken.used')}
            </li>
          )
        })}
      </ul>
    </>
  )
}
