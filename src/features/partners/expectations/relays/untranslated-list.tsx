import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { shortNames } from '../../../directory/index.ts'
import type { Expectation } from '../expectation.ts'
import { paths } from '../paths.ts'
import type { Untranslated } from './untranslated.ts'

interface UntranslatedListProps {
  network: string
  expectation: Expectation
  untranslated: readonly Untranslated[]
}

/** Parts of the reply in another language than the asker’s, each with the place to word it; nothing where all is in order. */
export function UntranslatedList({ network, expectation, untranslated }: UntranslatedListProps) {
  const reader = useReader()
  if (untranslated.length === 0) return null
  const { t } = reader
  const page = `/${network}/expectations/${expectation.slug}`
  return (
    <Notice kind="warning">
      <p>{t('partners.relay.untranslated')}</p>
      <ul>
        {untranslated.map(({ request, language, state }) => (
          <li key={`${request?.id} ${language}`}>
            <a
              href={
                request === null
                  ? paths.edit(reader, network, expectation.slug)
                  : `${addressFor(reader, page, { answer: request.id })}#answer`
              }
            >
              {request === null
                ? t('partners.relay.translateTitle')
                : t('partners.relay.translate', {
                    organisation: chooseName(shortNames(request.organisation), reader.language).text,
                  })}
            </a>{' '}
            {t(`partners.relay.translation.${state}`, { language: languageInWords(reader, language) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
