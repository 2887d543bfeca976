import { chooseText } from '../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import type { Terms } from '../../terms.ts'

interface ErasureFormProps {
  terms: Pick<Terms, 'dataUse' | 'keptMonths'>
  address: string
}

/** What is kept about whoever registered, what for, how long, and how to have it erased before. */
export function ErasureForm({ terms, address }: ErasureFormProps) {
  const reader = useReader()
  const { t } = reader
  const use = chooseText(terms.dataUse, reader.language)
  return (
    <Section id="data" title={t('agenda.registration.data')}>
      {use ? <p {...languageAttributes(reader, use.language)}>{use.text}</p> : null}
      <p>
        {t('agenda.registration.kept', { months: terms.keptMonths })} {t('agenda.registration.eraseLead')}
      </p>
      <form method="post" action={`${address}/erasure`}>
        <button type="submit" class="button">
          {t('agenda.registration.erase')}
        </button>
      </form>
    </Section>
  )
}
